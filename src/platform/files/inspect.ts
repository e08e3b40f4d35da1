import { createHash } from 'node:crypto'
import { decodeText } from '../sheet/index.ts'
import { allKinds, cleanFileName, type FileKind, fileKinds, labels, onlyKinds } from '../uploads/index.ts'
import { maxFileBytes, tooLarge } from '../uploads/limits.ts'
import { maxPixels } from './derive.ts'
import { imageSize } from './image-size.ts'
import { officeFault } from './office-inside.ts'
import { pdfFault } from './pdf-inside.ts'
import { BrokenImage, stripImage } from './strip.ts'
import { openZip, type ZipContent, type ZipFault } from './zip.ts'

/** A file that may be kept: its bytes may differ from those sent (position data removed), its name is safe to show. */
export type InspectedFile = {
  kind: FileKind
  media_type: string
  name: string
  bytes: Uint8Array
  sha256: string
  size: number
}

/** Finds a file's true kind whatever its name, and cleans it; a refusal is a sentence for the sender. */
export function inspectUpload(
  sent: Uint8Array,
  name: string,
  { kinds = allKinds, maxBytes = maxFileBytes }: { kinds?: readonly FileKind[]; maxBytes?: number } = {},
): InspectedFile | { because: string } {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)
  if (bytes.length === 0) return refuse('ファイルの中身が空です。ファイルを確認して、もう一度選んでください。')
  if (bytes.length > maxBytes) return refuse(tooLarge(maxBytes))
  const found = kindOf(bytes, name, kinds)
  if (typeof found === 'object') return found
  if (!kinds.includes(found)) return refuse(onlyKinds(kinds))
  const cleaned = contentOf(found, bytes)
  if ('because' in cleaned) return cleaned
  const { mediaType, endings } = fileKinds[found]
  const sha256 = createHash('sha256').update(cleaned.bytes).digest('hex')
  return {
    kind: found,
    media_type: mediaType,
    name: cleanFileName(name, endings),
    ...cleaned,
    sha256,
    size: cleaned.bytes.length,
  }
}

type Refused = { because: string }

const damaged = 'ファイルが壊れているか、途中で切れています。開けることを確かめてから、もう一度添付してください。'
const tooMuchInside = 'ファイルの中身が大きすぎます。画像を減らすなどして、小さくしてから添付してください。'
const officeFaults: Record<ZipFault | NonNullable<ReturnType<typeof officeFault>>, string> = {
  broken: damaged,
  path: damaged,
  encrypted: 'パスワードのかかったファイルは添付できません。パスワードを外してから添付してください。',
  bomb: tooMuchInside,
  macro: 'マクロの入ったファイルは添付できません。マクロのない形式で保存してから添付してください。',
  outside:
    'ほかのファイルやホームページから内容を取り込む設定のある文書は添付できません。取り込みのリンクを解除するか、PDFで保存し直したものを添付してください。',
  embedded:
    'ほかのファイルやプログラムを埋め込んだ文書は添付できません。埋め込んだものを外すか、PDFで保存し直したものを添付してください。',
}
const pdfFaults: Record<NonNullable<ReturnType<typeof pdfFault>>, string> = {
  broken: damaged,
  locked:
    'パスワードや、印刷・編集の制限がかかったPDFは、中を確かめられないため添付できません。制限を外すか、もとの文書からPDFをつくり直して添付してください。',
  program:
    'プログラムや別のファイルを含むPDFは添付できません。印刷の画面から「PDFに保存」し直したものを添付してください。',
  unreadable:
    'このPDFは、中を確かめられないため添付できません。印刷の画面から「PDFに保存」し直したものを添付してください。',
  bomb: tooMuchInside,
}

function kindOf(bytes: Buffer, name: string, kinds: readonly FileKind[]): FileKind | Refused {
  const head = bytes.toString('latin1', 0, 16)
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp'
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('PK\x03\x04')) return officeKind(bytes, kinds)
  if (/^[\s\S]{4}ftyp(hei|hev|mif1|msf1|avif)/.test(head)) {
    return refuse('この写真の形式(HEICなど)は添付できません。JPEGで保存し直してから添付してください。')
  }
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    return refuse(
      '古い形式のOfficeファイル、またはパスワードのかかったファイルです。docxやxlsx、PDFで保存し直してから添付してください。',
    )
  }
  return textKind(bytes, name, kinds)
}

function officeKind(bytes: Buffer, kinds: readonly FileKind[]): FileKind | Refused {
  const zip = openZip(bytes)
  if (typeof zip === 'string') return refuse(officeFaults[zip])
  const kind = officeKindOf(zip)
  if (!kind)
    return refuse(
      `この形式のファイルは添付できません。添付できるのは、${labels(kinds)}です。圧縮(zip)したものは、展開してから添付してください。`,
    )
  const fault = officeFault(zip)
  return fault ? refuse(officeFaults[fault]) : kind
}

function officeKindOf(zip: ZipContent): FileKind | undefined {
  if (zip.first === 'mimetype') {
    const type = zip.read('mimetype').toString('latin1')
    if (type === fileKinds.odt.mediaType) return 'odt'
    if (type === fileKinds.ods.mediaType) return 'ods'
  }
  if (zip.names.has('[Content_Types].xml')) {
    if (zip.names.has('word/document.xml')) return 'docx'
    if (zip.names.has('xl/workbook.xml')) return 'xlsx'
    if (zip.names.has('ppt/presentation.xml')) return 'pptx'
  }
  return undefined
}

// A text is whatever decodes as one: nearly every binary format has bytes that no text has.
function textKind(bytes: Buffer, name: string, kinds: readonly FileKind[]): FileKind | Refused {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase()
  if (ending === 'txt' || ending === 'csv') {
    const { text, damaged: broken } = decodeText(bytes)
    if (!broken && !/[^\P{Cc}\t\n\r\f]/u.test(text)) return ending
  }
  return refuse(`この形式のファイルは添付できません。添付できるのは、${labels(kinds)}です。`)
}

function contentOf(kind: FileKind, bytes: Buffer): { bytes: Uint8Array } | Refused {
  if (kind === 'pdf') return pdfContent(bytes)
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp' && kind !== 'gif') return { bytes }
  try {
    const { width, height } = imageSize(kind, bytes)
    if (width * height > maxPixels) return refuse('画像の縦横が大きすぎます。縮小してから添付してください。')
    return { bytes: stripImage[kind](bytes) }
  } catch (cause) {
    if (cause instanceof BrokenImage || cause instanceof RangeError) return refuse(damaged)
    throw cause
  }
}

function pdfContent(bytes: Buffer): { bytes: Uint8Array } | Refused {
  const fault = pdfFault(bytes)
  return fault ? refuse(pdfFaults[fault]) : { bytes }
}

function refuse(because: string): Refused {
  return { because }
}
