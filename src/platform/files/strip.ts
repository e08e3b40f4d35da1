import { orientationOf, tiffWith } from './orientation.ts'

export class BrokenImage extends Error {}

type Strip = (bytes: Buffer) => Buffer

/** Removes place, time, author and device from photos, and any data after the image's end; only the orientation stays. */
export const stripImage: Record<'jpeg' | 'png' | 'webp' | 'gif', Strip> = {
  jpeg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
  gif: stripGif,
}

function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let at = 2
  for (;;) {
    ensure(bytes[at] === 0xff, 'marker')
    const marker = uint(bytes, at + 1, 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    const end = at + 2 + uint(bytes, at + 2, 2)
    ensure(marker !== 0 && end > at + 3 && end <= bytes.length, 'segment')
    const segment = bytes.subarray(at, end)
    if (isExif(segment)) orientation = orientationOf(segment.subarray(10))
    if (jpegKeeps(marker, segment)) kept.push(segment)
    at = end
    if (marker === 0xda) {
      at = scanEnd(bytes, end)
      kept.push(bytes.subarray(end, at))
    }
  }
  if (orientation !== 1) kept.splice(1, 0, jpegExif(orientation))
  return Buffer.concat([...kept, Buffer.of(0xff, 0xd9)])
}

// Keeps colour profiles and the decoder's segments; drops EXIF, XMP, IPTC, comments, makers' data and second images.
function jpegKeeps(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const tag = segment.toString('latin1', 4, 16)
  return (
    (marker === 0xe0 && tag.startsWith('JFIF\0')) ||
    (marker === 0xe2 && tag.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && tag.startsWith('Adobe'))
  )
}

function scanEnd(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes.readUInt8(at + 1)
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }
  throw new BrokenImage('scan')
}

function isExif(segment: Buffer): boolean {
  return segment[1] === 0xe1 && segment.toString('latin1', 4, 10) === 'Exif\0\0'
}

function jpegExif(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffWith(orientation)])
  return Buffer.concat([Buffer.of(0xff, 0xe1, 0, body.length + 2), body])
}

const pngKept = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sRGB|cICP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/

function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; ; ) {
    const end = at + 12 + uint(bytes, at, 4)
    ensure(end <= bytes.length, 'chunk')
    const type = bytes.toString('latin1', at + 4, at + 8)
    ensure(at > 8 || type === 'IHDR', 'header')
    if (pngKept.test(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
}

const webpKept = /^(VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP)$/

function stripWebp(bytes: Buffer): Buffer {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  const kept: Buffer[] = []
  let orientation = 1
  for (let at = 12; at < end; ) {
    ensure(at + 8 <= end, 'chunk')
    const size = bytes.readUInt32LE(at + 4)
    const next = at + 8 + size + (size % 2)
    ensure(next <= end + 1, 'chunk')
    const type = bytes.toString('latin1', at, at + 4)
    if (type === 'EXIF') orientation = orientationOf(bytes.subarray(at + 8, at + 8 + size))
    if (webpKept.test(type)) kept.push(Buffer.from(bytes.subarray(at, next)))
    at = next
  }
  const extended = kept.find((chunk) => chunk.toString('latin1', 0, 4) === 'VP8X')
  if (extended) extended[8] = (uint(extended, 8, 1) & ~0x0c) | (orientation === 1 ? 0 : 0x08)
  if (extended && orientation !== 1) kept.push(riffChunk('EXIF', tiffWith(orientation)))
  ensure(kept.length > 0, 'image')
  return riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...kept]))
}

function riffChunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

function stripGif(bytes: Buffer): Buffer {
  const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + tableSize(uint(bytes, 10, 1))
  const kept: Buffer[] = [bytes.subarray(0, at)]
  for (;;) {
    const introducer = uint(bytes, at, 1)
    if (introducer === 0x3b) return Buffer.concat([...kept, Buffer.of(0x3b)])
    ensure(introducer === 0x21 || introducer === 0x2c, 'block')
    const isImage = introducer === 0x2c
    const end = gifBlocksEnd(bytes, isImage ? at + 11 + tableSize(uint(bytes, at + 9, 1)) : at + 2)
    const isMoving =
      bytes[at + 1] === 0xf9 || (bytes[at + 1] === 0xff && bytes.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0')
    if (isImage || isMoving) kept.push(bytes.subarray(at, end))
    at = end
  }
}

function gifBlocksEnd(bytes: Buffer, start: number): number {
  let at = start
  for (let size = uint(bytes, at, 1); size > 0; size = uint(bytes, at, 1)) at += size + 1
  return at + 1
}

function uint(bytes: Buffer, at: number, size: 1 | 2 | 4): number {
  ensure(at + size <= bytes.length, 'end')
  return bytes.readUIntBE(at, size)
}

function ensure(holds: boolean, part: string): asserts holds {
  if (!holds) throw new BrokenImage(part)
}
