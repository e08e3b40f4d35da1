import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PartHead, readMultipart } from './multipart.ts'

interface Part {
  field: string
  file?: string
  bytes: string
}

/** The parts of a body that arrives in pieces of this size; undefined where it was not whole. */
async function partsOf(body: Uint8Array, boundary: string, size: number): Promise<Part[] | undefined> {
  const parts: Part[] = []
  async function* pieces() {
    for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
  }
  const begin = ({ field, file }: PartHead) => {
    const taken: Uint8Array[] = []
    return {
      take: (bytes: Uint8Array) => void taken.push(Buffer.from(bytes)),
      end: () => void parts.push({ field, file, bytes: Buffer.concat(taken).toString('latin1') }),
    }
  }
  return (await readMultipart(pieces(), boundary, begin)) ? parts : undefined
}

async function encoded(parts: readonly Part[]) {
  const form = new FormData()
  for (const { field, file, bytes } of parts)
    form.append(
      field,
      ...((file === undefined ? ([bytes] as const) : ([new File([Buffer.from(bytes, 'latin1')], file)] as const)) as [
        string,
      ]),
    )
  const response = new Response(form)
  const boundary = /boundary=(.*)$/.exec(response.headers.get('content-type')!)![1]!
  return { body: new Uint8Array(await response.arrayBuffer()), boundary }
}

// What a browser sends has no lone line ends in names and no control characters in texts.
const name = fc.string({ unit: fc.constantFrom('a', 'あ', '"', ';', '=', ' ', '.', '𠮷'), minLength: 1, maxLength: 8 })
const text = fc.string({ unit: fc.constantFrom('a', '-', '\r\n', '--', 'x'), maxLength: 60 })
const part = fc.oneof(fc.record({ field: name, bytes: text }), fc.record({ field: name, file: name, bytes: text }))

test('whatever is sent is read as it was sent, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), fc.integer({ min: 1, max: 80 }), async (parts, size) => {
      const { body, boundary } = await encoded(parts)
      expect(await partsOf(body, boundary, size)).toEqual(parts.map((one) => ({ file: undefined, ...one })))
    }),
    { numRuns: 300 },
  )
})

test('a form that breaks off is not taken for a whole one, wherever it breaks', async () => {
  const { body, boundary } = await encoded([
    { field: 'title', bytes: '花壇' },
    { field: 'text', bytes: 'long' },
  ])
  for (let cut = 0; cut < body.length - 4; cut += 3)
    expect(await partsOf(body.subarray(0, cut), boundary, 16)).toBeUndefined()
})

test('of a file that is passed over nothing is held back', async () => {
  const taken: number[] = []
  async function* pieces() {
    yield Buffer.from('--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n')
    for (let at = 0; at < 200; at++) yield Buffer.alloc(64 * 1024, 'a')
    yield Buffer.from('\r\n--x--')
  }
  const begin = () => ({ take: (bytes: Uint8Array) => void taken.push(bytes.length), end: () => {} })
  expect(await readMultipart(pieces(), 'x', begin)).toBe(true)
  expect(Math.max(...taken)).toBeLessThan(70 * 1024)
})
