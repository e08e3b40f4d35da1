export type {
  PdfArticle,
  PdfBlank,
  PdfBlock,
  PdfDocument,
  PdfKind,
  PdfSignature,
  PdfTable,
} from './document.ts'
export { PdfFailed, type PdfRenderer, type PdfRendererOptions, pdfRenderer, renderPdf, workerFile } from './render.ts'
