import { contentDisposition } from '../files/index.ts'

/** Answers with a PDF that the browser shows and never caches: `pdfAnswer(bytes, '令8-提案-0012_通知書.pdf')`. */
export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': contentDisposition('inline', name),
      'Cache-Control': 'no-store',
    },
  })
}
