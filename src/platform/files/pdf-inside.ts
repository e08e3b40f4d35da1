import { inflateSync } from 'node:zlib'

type PdfFault = 'broken' | 'locked' | 'program' | 'unreadable' | 'bomb'

const maxUnpacked = 64 * 1024 * 1024

/** Names of what starts, sends or carries something. Each is too long to occur by chance in the bytes of a picture. */
const acting = new Set([
  'JavaScript',
  'Launch',
  'Rendition',
  'RichMedia',
  'GoToE',
  'SubmitForm',
  'ImportData',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
])

/** Looks into an untrusted PDF, also into its packed objects: what it cannot read it does not let pass. */
export function pdfFault(bytes: Buffer): PdfFault | undefined {
  if (!bytes.toString('latin1', Math.max(0, bytes.length - 2048)).includes('%%EOF')) return 'broken'
  const text = bytes.toString('latin1')
  const found = [...namesIn(text)]
  if (found.some(({ name }) => name === 'Encrypt')) return 'locked'
  return found.some((one) => acts(one, text)) ? 'program' : faultInPackedObjects(bytes, text)
}

interface Name {
  name: string
  end: number
}

/** The names with their `#` escapes decoded: readers take `/J#61vaScript` for `/JavaScript`. */
function* namesIn(text: string): Generator<Name> {
  for (const { 0: whole, index } of text.matchAll(/\/[^\0\t\n\f\r ()<>[\]{}/%]+/g)) {
    const name = whole.slice(1).replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    yield { name, end: index + whole.length }
  }
}

/** `EF` carries a file and is short, so it counts only before its value. */
function acts({ name, end }: Name, text: string): boolean {
  return acting.has(name) || (name === 'EF' && /^\s*(<<|\d+\s+\d+\s+R)/.test(text.slice(end, end + 40)))
}

function faultInPackedObjects(bytes: Buffer, text: string): PdfFault | undefined {
  let before = 0
  let unpacked = 0
  for (const { 0: keyword, index } of text.matchAll(/>>\s*stream\r?\n/g)) {
    const names = new Set([...namesIn(text.slice(before, index))].map(({ name }) => name))
    const start = index + keyword.length
    before = start
    if (!names.has('ObjStm')) continue
    const objects = names.has('Predictor') ? 'unreadable' : unpack(bytes.subarray(start))
    if (typeof objects === 'string') return objects
    unpacked += objects.length
    if (unpacked > maxUnpacked) return 'bomb'
    const inside = objects.toString('latin1')
    for (const one of namesIn(inside)) if (acts(one, inside)) return 'program'
  }
  return undefined
}

/** Packed objects begin with their numbers, which shows that they were read as a reader would. */
function unpack(bytes: Buffer): Buffer | PdfFault {
  try {
    const objects = inflateSync(bytes, { maxOutputLength: maxUnpacked })
    return /^\s*\d+\s+\d+\s/.test(objects.toString('latin1', 0, 200)) ? objects : 'unreadable'
  } catch (cause) {
    return (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'unreadable'
  }
}
