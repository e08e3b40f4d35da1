import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf } from '../../../test/specimens.ts'
import { digestOf, diskStore, type FileStore, keepFiles, s3Store, sweep } from './index.ts'
import { signed } from './s3.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
const options = { endpoint: '', region: 'auto', bucket: 'b', accessKey: 'AK', secretKey: 'SK' }
const objects = new Map<string, { body: Buffer; at: Date }>()
const bucket = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const url = new URL(request.url!, 'http://x')
  const source = request.headers['x-amz-copy-source'] as string | undefined
  const found = objects.get(source ?? url.pathname)
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=AK/'))
    return response.writeHead(403).end()
  if (url.searchParams.has('list-type')) return response.end(listing(url.searchParams))
  if (request.method === 'PUT' && !source) objects.set(url.pathname, { body: Buffer.concat(chunks), at: new Date() })
  else if (!found && request.method !== 'DELETE') return response.writeHead(404).end('<Error/>')
  else if (source) objects.set(url.pathname, { body: found!.body, at: new Date() })
  else if (request.method === 'DELETE') objects.delete(url.pathname)
  else response.setHeader('Last-Modified', found!.at.toUTCString())
  response.end(request.method === 'GET' ? found!.body : undefined)
})

// One entry a page, so that the tests page too.
function listing(query: URLSearchParams): string {
  const names = [...objects.keys()].filter((name) => name.startsWith(`/b/${query.get('prefix')}`)).sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const [name] = names.slice(from, from + 1)
  const entry = name
    ? `<Contents><Key>${name.slice(3)}</Key><LastModified>${objects.get(name)!.at.toISOString()}</LastModified></Contents>`
    : ''
  const next = from + 1 < names.length ? `<NextContinuationToken>${from + 1}</NextContinuationToken>` : ''
  return `<ListBucketResult>${entry}${next}</ListBucketResult>`
}

beforeAll(async () => {
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
  options.endpoint = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`
})
afterAll(() => {
  bucket.close()
  rmSync(folder, { recursive: true })
})

const stores: [string, () => FileStore][] = [
  ['a folder', () => diskStore(mkdtempSync(join(folder, 'store-')))],
  ['S3-compatible storage', emptyBucket],
]
const text = (word: string) => Buffer.from(word)
const later = () => new Date(Date.now() + 60_000)
const none = async () => new Set<string>()

function emptyBucket(): FileStore {
  objects.clear()
  return s3Store(options)
}

async function wordIn(store: FileStore, sha256: string): Promise<string | undefined> {
  const stream = await store.read(sha256)
  return stream && new Response(stream).text()
}

describe.each(stores)('files in %s', (_, newStore) => {
  test('an address somebody made up is no place', async () => {
    const store = newStore()
    await expect(store.read('../../etc/passwd')).rejects.toThrow('Not the digest')
    await expect(store.commit(`${'a'.repeat(63)}/`)).rejects.toThrow('Not the digest')
    expect(await store.read(digestOf(text('never sent')))).toBeUndefined()
    await expect(store.commit(digestOf(text('never sent')))).rejects.toThrow()
  })

  test('what was staged can be read at once, before and after it is committed, and twice is once', async () => {
    const store = newStore()
    const sha256 = await store.stage(text('計画書'))
    expect(sha256).toBe(digestOf(text('計画書')))
    expect(await store.stage(text('計画書'))).toBe(sha256)
    expect(await wordIn(store, sha256)).toBe('計画書')
    await store.commit(sha256)
    await store.commit(sha256)
    expect(await wordIn(store, sha256)).toBe('計画書')
  })

  test('the sweep finishes what a crash left undone and removes what no row mentions', async () => {
    const store = newStore()
    const [alive, lost, old, gone] = await Promise.all(['a', 'b', 'c', 'd'].map((word) => store.stage(text(word))))
    await Promise.all([store.commit(old!), store.commit(gone!)])
    const mentioned = async (digests: string[]) => new Set(digests.filter((one) => one === alive || one === old))
    expect(await sweep(store, { before: new Date(0), mentioned: none })).toEqual({ committed: 0, removed: 0 })
    expect(await sweep(store, { before: later(), mentioned })).toEqual({ committed: 1, removed: 2 })
    expect(await Promise.all([alive, lost, old, gone].map((one) => wordIn(store, one!)))).toEqual([
      'a',
      undefined,
      'c',
      undefined,
    ])
    expect(await sweep(store, { before: later(), mentioned })).toEqual({ committed: 0, removed: 0 })
  })

  test('a file attached again while the sweep takes its old copy away is not lost', async () => {
    const store = newStore()
    const sha256 = await store.stage(text('写真'))
    await store.commit(sha256)
    await store.stage(text('写真'))
    await store.remove('kept', sha256, later())
    expect(await wordIn(store, sha256)).toBe('写真')
    await store.commit(sha256)
    await store.remove('kept', sha256, new Date(Date.now() - 60_000))
    expect(await wordIn(store, sha256), 'too young to be removed').toBe('写真')
  })

  test('a large file comes back whole', async () => {
    const store = newStore()
    const large = Buffer.alloc(3_000_000, 'みどり')
    const stream = await store.read(await store.stage(large))
    expect(Buffer.from(await new Response(stream).arrayBuffer()).equals(large)).toBe(true)
  })
})

test('strangers in the folder are left alone', async () => {
  const own = mkdtempSync(join(folder, 'strangers-'))
  const store = diskStore(own)
  await store.stage(text('x'))
  writeFileSync(join(own, 'staged', 'README'), '')
  expect(await sweep(store, { before: later(), mentioned: none })).toEqual({ committed: 0, removed: 1 })
  expect(readdirSync(join(own, 'staged'))).toContain('README')
})

test('an upload is inspected before it is staged, and a refusal stages nothing', async () => {
  const store = emptyBucket()
  const stage = keepFiles({ store })
  const sending = { cityId: 1, account_id: 'a', now: new Date(), kinds: ['pdf' as const] }
  expect(await stage(new File(['MZ\0'], 'a.pdf'), sending)).toContain('添付できません')
  expect(objects.size).toBe(0)
  const sent = await stage(new File([new Uint8Array(pdf())], '../計画.pdf'), sending)
  expect(sent).toEqual({ sha256: digestOf(pdf()), name: '計画.pdf', type: 'application/pdf', bytes: pdf().length })
})

test('a storage that says no is an error with its words', async () => {
  const store = s3Store({ ...options, accessKey: 'other' })
  await expect(store.stage(text('x'))).rejects.toThrow('S3 answered 403')
})

test('a request is signed as the published example of Signature Version 4 is', async () => {
  const example = {
    endpoint: 'https://examplebucket.s3.amazonaws.com',
    region: 'us-east-1',
    bucket: 'examplebucket',
    accessKey: 'AKIAIOSFODNN7EXAMPLE',
    secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  }
  const headers = await signed(
    example,
    { method: 'GET', path: '/test.txt', headers: { range: 'bytes=0-9' } },
    new Date('2013-05-24T00:00:00Z'),
  )
  expect(headers.authorization).toContain('Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
})
