import { inflateSync } from 'node:zlib'

type PdfObject = { head: string; stream: Buffer | undefined }

/** The text of a PDF of ours, in the order of writing, a line per run: the result of copy and paste. */
export function textOfPdf(pdf: Uint8Array): string {
  const objects = objectsOf(Buffer.from(pdf))
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  return pages.map((page) => textOfPage(page, objects)).join('\n')
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const source = pdf.toString('latin1')
  for (const match of source.matchAll(/(\d+) 0 obj\s*([\s\S]*?)(?:stream\r?\n|endobj)/g)) {
    const head = match[2]!
    const length = /\/Length (\d+)/.exec(head)
    const start = match.index + match[0].length
    const raw = match[0].endsWith('obj') || !length ? undefined : pdf.subarray(start, start + Number(length[1]))
    objects.set(Number(match[1]), { head, stream: raw && head.includes('/FlateDecode') ? inflateSync(raw) : raw })
  }
  return objects
}

function textOfPage(page: PdfObject, objects: Map<number, PdfObject>): string {
  const content = objects.get(Number(/\/Contents (\d+)/.exec(page.head)![1]))!.stream!.toString('latin1')
  const fonts = new Map(
    [...page.head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, lettersOf(Number(id), objects)]),
  )
  const runs: string[] = []
  let letters = new Map<number, string>()
  let shown: Buffer[] = []
  for (const token of tokensOf(content)) {
    if (Buffer.isBuffer(token)) shown.push(token)
    else if (token.startsWith('/')) letters = fonts.get(token.slice(1)) ?? letters
    else if (/^T[jJ]$/.test(token)) runs.push(textOf(Buffer.concat(shown.splice(0)), letters))
    else shown = []
  }
  return runs.join('\n')
}

function textOf(codes: Buffer, letters: Map<number, string>): string {
  return Array.from({ length: codes.length / 2 }, (_, i) => letters.get(codes.readUInt16BE(i * 2)) ?? '\ufffd').join('')
}

function* tokensOf(content: string): Generator<string | Buffer> {
  const word = /[^\s()<>[\]/]+|\/[^\s()<>[\]/]*|<[0-9A-Fa-f]*>|\(/g
  for (let match = word.exec(content); match; match = word.exec(content)) {
    if (match[0] === '(') {
      const literal = literalAt(content, word.lastIndex)
      word.lastIndex = literal.end
      yield literal.bytes
    } else if (match[0].startsWith('<')) yield Buffer.from(match[0].slice(1, -1), 'hex')
    else if (/^(\/f\d+|T[jJ]|BT)$/.test(match[0])) yield match[0]
  }
}

function lettersOf(font: number, objects: Map<number, PdfObject>): Map<number, string> {
  const map = objects.get(Number(/\/ToUnicode (\d+)/.exec(objects.get(font)!.head)![1]))!.stream!.toString('latin1')
  const letters = new Map<number, string>()
  for (const [, code, text] of map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)) {
    letters.set(Number.parseInt(code!, 16), Buffer.from(text!, 'hex').swap16().toString('utf16le'))
  }
  return letters
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

// Balanced parentheses need no escape in a literal.
function literalAt(content: string, start: number): { bytes: Buffer; end: number } {
  const part = /\\([0-7]{1,3}|[\s\S])|[\s\S]/g
  part.lastIndex = start
  let text = ''
  let depth = 0
  for (let match = part.exec(content); match; match = part.exec(content)) {
    const [whole, escaped] = match
    if (escaped !== undefined)
      text += /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (escapes[escaped] ?? escaped)
    else if (whole === ')' && depth === 0) break
    else text += whole
    if (whole === '(') depth += 1
    if (whole === ')') depth -= 1
  }
  return { bytes: Buffer.from(text, 'latin1'), end: part.lastIndex }
}
