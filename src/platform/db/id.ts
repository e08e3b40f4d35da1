import { randomFillSync } from 'node:crypto'

const bytes = new Uint8Array(16)
let last = 0
let counter = 0

/** Makes a UUIDv7 (RFC 9562), in order within a millisecond; made here, so that PostgreSQL 15 and 18 give the same. */
export function newId(now = Date.now()): string {
  randomFillSync(bytes)
  counter = now > last ? 0 : counter + 1
  if (counter > 0xfff) {
    last += 1
    counter = 0
  }
  last = Math.max(last, now)
  bytes[0] = last / 2 ** 40
  bytes[1] = last / 2 ** 32
  bytes[2] = last / 2 ** 24
  bytes[3] = last / 2 ** 16
  bytes[4] = last / 2 ** 8
  bytes[5] = last
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether the text is one of our identifiers, in exactly this spelling; nothing is coerced into one. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && shape.test(text)
}
