import { inflateRawSync } from 'node:zlib'

export type ZipFault = 'broken' | 'encrypted' | 'bomb' | 'path' | 'macro'

export type ZipContent = { names: ReadonlySet<string>; first: string; read(name: string): Buffer }

type Entry = { name: string; method: number; size: number; packed: number; at: number }

const maxEntries = 3_000
const maxUnpacked = 150 * 1024 * 1024

/** Opens an untrusted zip container: sizes are measured, not believed. */
export function openZip(bytes: Buffer): ZipContent | ZipFault {
  const entries = entriesOf(bytes)
  if (typeof entries === 'string') return entries
  const fault = faultOf(bytes, entries)
  if (fault) return fault
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const first = entries.toSorted((a, b) => a.at - b.at)[0]?.name ?? ''
  const read = (name: string) => {
    const entry = byName.get(name)
    if (!entry) throw new Error(`The container has no entry ${name}; look in its names first`)
    return contentOf(bytes, entry, entry.size)
  }
  return { names: new Set(byName.keys()), first, read }
}

function entriesOf(bytes: Buffer): Entry[] | ZipFault {
  const end = bytes.lastIndexOf('PK\x05\x06', bytes.length, 'latin1')
  // The directory must end the file: anything after it would be a second file in disguise.
  if (end < 0 || end + 22 > bytes.length || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) return 'broken'
  const count = bytes.readUInt16LE(end + 10)
  if (count === 0 || count > maxEntries) return count === 0 ? 'broken' : 'bomb'
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return 'broken'
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    if (bytes.readUInt16LE(at + 8) & 1) return 'encrypted'
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

function faultOf(bytes: Buffer, entries: Entry[]): ZipFault | undefined {
  if (entries.some(({ name }) => /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(name))) return 'path'
  if (entries.some(({ name }) => /vbaproject\.bin$|(^|\/)(basic|scripts)\//i.test(name))) return 'macro'
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) return 'broken'
  if (entries.reduce((sum, { size }) => sum + size, 0) > maxUnpacked) return 'bomb'
  // Entries that share their bytes make a small file unfold without end.
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > bytes.length) return 'bomb'
  for (const entry of entries) {
    try {
      if (contentOf(bytes, entry, entry.size).length !== entry.size) return 'broken'
    } catch (cause) {
      return (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken'
    }
  }
  return undefined
}

function contentOf(bytes: Buffer, entry: Entry, limit: number): Buffer {
  const { at, packed, method } = entry
  if (bytes.readUInt32LE(at) !== 0x04034b50) throw new Error('no local header')
  const nameLength = bytes.readUInt16LE(at + 26)
  // Programs differ in which of the two names they trust, so both must be equal.
  if (bytes.toString('utf8', at + 30, at + 30 + nameLength) !== entry.name) throw new Error('two names')
  const start = at + 30 + nameLength + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw new Error('cut off')
  const raw = bytes.subarray(start, start + packed)
  if (method === 0) return raw
  if (method !== 8) throw new Error('unknown method')
  return inflateRawSync(raw, { maxOutputLength: Math.max(limit, 1) })
}
