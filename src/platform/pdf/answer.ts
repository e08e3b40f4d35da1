import { contentDisposition } from '../files/index.ts'

/** A PDF as an answer: shown in the browser, kept under its name when saved. */
export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': contentDisposition('inline', name),
      'Cache-Control': 'no-store',
    },
  })
}
