import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

// Files made byte by byte for the tests: each has a mark that must not survive, and parts that must.

const ascii = (text: string) => Buffer.from(text, 'latin1')

export function jpeg({
  exif = ascii('GPS 35.68N 139.76E'),
  orientation = 6,
  tail = ascii('MPF second image'),
} = {}): Buffer {
  const segment = (marker: number, body: Buffer) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(body.length + 2)
    return Buffer.concat([Buffer.of(0xff, marker), length, body])
  }
  const tiff = Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]),
    exif,
  ])
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff])),
    segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>')),
    segment(0xe2, ascii('ICC_PROFILE\0colours')),
    segment(0xe2, ascii('MPF\0GPS')),
    segment(0xed, ascii('Photoshop 3.0\0GPS')),
    segment(0xfe, ascii('comment GPS')),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, Buffer.from([8, 0, 2, 0, 3, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    segment(0xc4, Buffer.alloc(19)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 1])),
    Buffer.from([0x78]),
    Buffer.of(0xff, 0xd9),
    tail,
  ])
}

export function png({ width = 2, height = 2, extra = [] as [string, Buffer][] } = {}): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(Buffer.concat([ascii(type), body])))
    return Buffer.concat([length, ascii(type), body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', head),
    ...extra.map(([type, body]) => chunk(type, body)),
    chunk('IDAT', deflateSync(Buffer.alloc(6))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export function webp(orientation = 6): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(body.length)
    return Buffer.concat([ascii(type), size, body, Buffer.alloc(body.length % 2)])
  }
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])
  const body = Buffer.concat([
    ascii('WEBP'),
    chunk('VP8X', Buffer.from([0x2c, 0, 0, 0, 9, 0, 0, 9, 0, 0])),
    chunk('ICCP', ascii('colours')),
    chunk('VP8L', Buffer.from([0x2f, 9, 0x40, 2, 0])),
    chunk('EXIF', Buffer.concat([tiff, ascii('GPS')])),
    chunk('XMP ', ascii('<x>GPS</x>')),
    chunk('JUNK', ascii('GPS')),
  ])
  return Buffer.concat([chunk('RIFF', body), ascii('trailing GPS')])
}

export function gif(): Buffer {
  return Buffer.concat([
    ascii('GIF89a'),
    Buffer.from([2, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.concat([Buffer.of(0x21, 0xff, 11), ascii('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0])]),
    Buffer.concat([Buffer.of(0x21, 0xfe, 3), ascii('GPS'), Buffer.of(0)]),
    Buffer.concat([Buffer.of(0x21, 0xff, 11), ascii('XMP DataXMP'), Buffer.of(3), ascii('GPS'), Buffer.of(0)]),
    Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x84, 0x51, 0, 0x3b]),
    ascii('<script>GPS</script>'),
  ])
}

export type ZipPart = {
  name: string
  body?: Buffer
  store?: boolean
  size?: number
  encrypted?: boolean
  localName?: string
}

export function zip(parts: ZipPart[], comment = ''): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const {
    name,
    body = ascii('x'),
    store = false,
    size = body.length,
    encrypted = false,
    localName = name,
  } of parts) {
    const packed = store ? body : deflateRawSync(body)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(encrypted ? 1 : 0, 2)
    head.writeUInt16LE(store ? 0 : 8, 4)
    head.writeUInt32LE(crc32(body), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(size, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.from(head)
    local.writeUInt16LE(Buffer.byteLength(localName), 22)
    locals.push(ascii('PK\x03\x04'), local, Buffer.from(localName), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(ascii('PK\x01\x02'), Buffer.of(20, 0), head, rest, Buffer.from(name))
    at += 30 + Buffer.byteLength(localName) + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...locals, listing, ascii('PK\x05\x06'), end, ascii(comment)])
}

export const docx = (...more: ZipPart[]) =>
  zip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, ...more])
export const pdf = (inside = '') => ascii(`%PDF-1.7\n1 0 obj <<${inside}>> endobj\ntrailer\n%%EOF\n`)

/** A PDF whose objects lie in a compressed stream, as most programs write them today. */
export const pdfWithPackedObjects = (
  inside: string,
  { filter = '/FlateDecode', packed = deflateSync(ascii(`2 0 ${inside}`)) } = {},
) =>
  Buffer.concat([
    ascii(`%PDF-1.7\n5 0 obj <</Type /Obj#53tm /N 1 /First 4 /Filter ${filter} /Length ${packed.length}>>\nstream\r\n`),
    packed,
    ascii('\nendstream endobj\ntrailer\n%%EOF\n'),
  ])

const relations = (rows: string) => ascii(`<?xml version="1.0"?><Relationships>${rows}</Relationships>`)
/** The part of an office document that names what it is related to: its kind, its target, and whether it lies outside. */
export const related = (name: string, kind: string, target: string, mode = 'External'): ZipPart => ({
  name,
  body: relations(
    `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="${mode}"/>`,
  ),
})
export const xlsxWith = (...more: ZipPart[]) =>
  zip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }, ...more])
export const pptxWith = (...more: ZipPart[]) =>
  zip([{ name: '[Content_Types].xml' }, { name: 'ppt/presentation.xml' }, ...more])
export const odtWith = (content: string, ...more: ZipPart[]) =>
  zip([
    { name: 'mimetype', body: ascii('application/vnd.oasis.opendocument.text'), store: true },
    { name: 'content.xml', body: Buffer.from(content) },
    ...more,
  ])

/** A group's own paper, with which the section types in what the group says. */
export const aPaper = () => new File([new Uint8Array(pdf())], '変更届.pdf', { type: 'application/pdf' })
