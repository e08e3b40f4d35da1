// Runs in a child process under plain Node: only erasable TypeScript, here and in its imports.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { printable } from './coverage.ts'
import type { PdfDocument } from './document.ts'
import { loadFonts } from './fonts.ts'
import { template } from './template.ts'

export type PdfJob = { id: number; document: PdfDocument }
export type PdfAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string }

const fonts = loadFonts()
// The workspace does not exist, so a template cannot read any file.
const compiler = NodeCompiler.create({ workspace: '/nonexistent/tomoni', fontArgs: [{ fontBlobs: fonts.files }] })

process.on('message', (job: PdfJob) => process.send?.(answer(job)))
process.on('disconnect', () => process.exit(0))

function answer({ id, document }: PdfJob): PdfAnswer {
  try {
    return { id, pdf: render(document) }
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String((cause as { code?: unknown }).code ?? cause)
    return { id, error }
  }
}

function render(document: PdfDocument): Uint8Array {
  const { value, missing } = printable(document, fonts.covered)
  const inputs = { document: JSON.stringify(missing.length > 0 ? withNote(value, missing) : value) }
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  const error = compiled.takeError()
  if (error || !compiled.result) throw new Error(JSON.stringify(error ? compiler.fetchDiagnostics(error) : 'no result'))
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
  compiler.evictCache(10)
  return pdf
}

function withNote(document: PdfDocument, missing: string[]): PdfDocument {
  const codes = missing.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join('、')
  const text = `※ 印刷用の書体にない文字を「〓」で表しています（${codes}）。正しい文字は画面上の記録をご確認ください。`
  return { ...document, blocks: [...document.blocks, { type: 'note', text }] }
}
