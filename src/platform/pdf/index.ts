export type {
  PdfArticle,
  PdfBlank,
  PdfBlock,
  PdfDocument,
  PdfKind,
  PdfSignature,
  PdfTable,
} from './document.ts'
export { PdfFailed, type PdfRenderer, type PdfRendererOptions, pdfFile, pdfRenderer, renderPdf } from './render.ts'
