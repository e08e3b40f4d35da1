import { contentDisposition } from '../files/index.ts'

export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': contentDisposition('inline', name),
      'Cache-Control': 'no-store',
    },
  })
}
