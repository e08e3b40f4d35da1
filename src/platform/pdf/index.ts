export { pdfAnswer } from './answer.ts'
export type {
  PdfBlank,
  PdfBlock,
  PdfDocument,
  PdfTable,
} from './document.ts'
export { PdfFailed, pdfRenderer, renderPdf, workerFile } from './render.ts'
