import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pdf } from '../../../test/specimens.ts'
import { clamdAt, digestOf, diskStore, keepFiles } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'upload-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true))
afterEach(() => void vi.restoreAllMocks())

const sending = { cityId: 1, account_id: 'a', now: new Date(), kinds: ['pdf' as const] }
const plan = (inside = '') => new File([pdf(inside) as Uint8Array<ArrayBuffer>], '計画.pdf')

/** A stand-in for clamd: it knows one virus, and understands INSTREAM alone. */
function standIn(answer: (bytes: Buffer) => string | undefined): Server {
  return createServer((socket) => {
    let sent = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      sent = Buffer.concat([sent, piece])
      const whole = streamIn(sent)
      const said = whole && answer(whole)
      if (said) socket.end(`${said}\0`)
    })
  })
}

/** The bytes of a stream once its end has come. */
function streamIn(sent: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0')
  const pieces: Buffer[] = []
  if (!sent.subarray(0, command.length).equals(command)) return undefined
  for (let at = command.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

const knowsOneVirus = (bytes: Buffer) => (bytes.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')

describe.each(['tcp', 'unix'])('a scanner behind a %s socket', (kind) => {
  let scanner: Server
  let address: string
  beforeAll(async () => {
    scanner = standIn(knowsOneVirus)
    const path = join(folder, 'clamd.ctl')
    await new Promise<void>((resolve) =>
      kind === 'tcp' ? scanner.listen(0, '127.0.0.1', resolve) : scanner.listen(path, resolve),
    )
    const at = scanner.address()
    address = typeof at === 'object' ? `tcp://127.0.0.1:${at!.port}` : `unix:${path}`
  })
  afterAll(() => void scanner.close())

  test('is shown each file whole before it is kept, however long', async () => {
    const store = diskStore(join(folder, kind))
    const stage = keepFiles({ store, scan: clamdAt(address) })
    const long = plan(' '.repeat(300_000))
    expect(await stage(long, sending)).toMatchObject({ name: '計画.pdf' })
    expect(await stage(plan('EICAR'), sending)).toBe(
      'ウイルスが見つかったため、受け取れません。お使いの機器を検査し、別の機器でつくり直したものを添付してください。',
    )
    expect(await stage(plan(`${' '.repeat(200_000)}EICAR`), sending)).toContain('ウイルスが見つかったため')
    expect(await store.read(digestOf(pdf('EICAR')))).toBeUndefined()
  })
})

describe('a scanner that cannot answer', () => {
  const away = 'いまウイルスの検査ができないため、受け取れません。'
  const stage = vi.fn(async () => 'x')
  beforeEach(() => void stage.mockClear())

  test('because it is not there keeps the file out, and the operator hears of it', async () => {
    const keep = keepFiles({ store: { stage }, scan: clamdAt(`unix:${join(folder, 'nobody.ctl')}`) })
    expect(await keep(plan(), sending)).toContain(away)
    expect(stage).not.toHaveBeenCalled()
    expect(vi.mocked(process.stderr.write).mock.calls.join()).toContain('virus scanner away')
  })

  test.each([
    ['because it is silent', () => undefined],
    ['because the file is longer than it allows', () => 'INSTREAM size limit exceeded. ERROR'],
    ['because it speaks of something else', () => 'PONG'],
  ])('%s keeps the file out', async (_, answer) => {
    const scanner = standIn(answer)
    await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve))
    const { port } = scanner.address() as { port: number }
    const keep = keepFiles({ store: { stage }, scan: clamdAt(`tcp://127.0.0.1:${port}`, 200) })
    expect(await keep(plan(), sending)).toContain(away)
    expect(stage).not.toHaveBeenCalled()
    scanner.close()
  })
})

describe('a disk that fills while a file is written', () => {
  test('says so, and keeps no half of it', async () => {
    const own = mkdtempSync(join(folder, 'full-'))
    const probe = await open(join(own, 'probe'), 'w')
    const handle = Object.getPrototypeOf(probe) as typeof probe
    await probe.close()
    const { writeFile } = handle
    vi.spyOn(handle, 'writeFile').mockImplementation(async function (this: typeof probe, bytes) {
      await writeFile.call(this, (bytes as Uint8Array).subarray(0, 10))
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    })
    const stage = keepFiles({ store: diskStore(own) })
    expect(await stage(plan(), sending)).toContain('ファイルを置く場所がいっぱいのため、受け取れません。')
    expect(readdirSync(join(own, 'drafts'))).toEqual([])
    vi.restoreAllMocks()
    expect(await stage(plan(), sending)).toMatchObject({ name: '計画.pdf' })
  })
})
