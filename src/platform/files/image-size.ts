import { BrokenImage } from './strip.ts'

export function imageSize(kind: 'jpeg' | 'png' | 'webp' | 'gif', bytes: Buffer): { width: number; height: number } {
  if (kind === 'png') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (kind === 'gif') return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  return kind === 'webp' ? webpSize(bytes) : jpegSize(bytes)
}

function jpegSize(bytes: Buffer): { width: number; height: number } {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1)
    // Frame headers are C0 to CF, without the tables and the reserved marker among them.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  throw new BrokenImage('frame')
}

function webpSize(bytes: Buffer): { width: number; height: number } {
  const type = bytes.toString('latin1', 12, 16)
  if (type === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (type === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (type !== 'VP8L') throw new BrokenImage('header')
  const bits = bytes.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
