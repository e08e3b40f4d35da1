import { createHash, createHmac } from 'node:crypto'
import { digestIn, digestOf, type FileStore, type Place, pathOf } from './store.ts'

/** An S3-compatible storage, addressed by path: `{ endpoint: 'http://127.0.0.1:9000', bucket: 'tomoni', … }`. */
export type S3Options = { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string }

type Call = {
  method: string
  path: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Uint8Array
}

/** Keeps files in an S3-compatible storage; `now` is the clock that signatures carry. */
export function s3Store(options: S3Options, now: () => Date = () => new Date()): FileStore {
  const call = (request: Call) => send(options, request, now())
  const at = (place: Place, sha256: string) => `/${options.bucket}/${pathOf(place, sha256)}`
  const drop = (path: string) => accept(call({ method: 'DELETE', path }), [200, 204, 404])
  return {
    async stage(bytes) {
      const sha256 = digestOf(bytes)
      await accept(call({ method: 'PUT', path: at('staged', sha256), body: bytes }), [200])
      return sha256
    },
    async commit(sha256) {
      const headers = { 'x-amz-copy-source': at('staged', sha256) }
      const copied = await accept(call({ method: 'PUT', path: at('kept', sha256), headers }), [200, 404])
      // A copy can fail after its 200: then the answer's body says so.
      const said = await copied.text()
      if (copied.status === 200 && said.includes('<Error>')) throw new Error(`S3 copy failed: ${said.slice(0, 200)}`)
      if (copied.status === 200) await drop(at('staged', sha256))
      else await accept(call({ method: 'HEAD', path: at('kept', sha256) }), [200])
    },
    async read(sha256) {
      for (const place of ['kept', 'staged', 'kept'] as const) {
        const answer = await accept(call({ method: 'GET', path: at(place, sha256) }), [200, 404])
        if (answer.status === 200) return answer.body ?? new Blob([]).stream()
        await answer.body?.cancel()
      }
      return undefined
    },
    async *list(place) {
      let token: string | undefined
      do {
        const query = { 'list-type': '2', prefix: `${place}/`, ...(token ? { 'continuation-token': token } : {}) }
        const page = await (await accept(call({ method: 'GET', path: `/${options.bucket}`, query }), [200])).text()
        for (const [, entry] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
          const sha256 = digestIn(tagOf(entry!, 'Key'))
          if (sha256) yield { sha256, at: new Date(tagOf(entry!, 'LastModified')) }
        }
        token = tagOf(page, 'NextContinuationToken') || undefined
      } while (token)
    },
    async remove(place, sha256, before) {
      const found = await accept(call({ method: 'HEAD', path: at(place, sha256) }), [200, 404])
      const since = new Date(found.headers.get('last-modified') ?? Number.NaN)
      if (found.status === 200 && since < before) await drop(at(place, sha256))
    },
  }
}

/** The headers that sign a request by AWS Signature Version 4. */
export function signed(
  options: S3Options,
  { method, path, query = {}, headers = {}, body }: Call,
  at: Date,
): Record<string, string> {
  const stamp = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const scope = `${stamp.slice(0, 8)}/${options.region}/s3/aws4_request`
  const payload = createHash('sha256')
    .update(body ?? '')
    .digest('hex')
  const all: Record<string, string> = {
    ...headers,
    host: new URL(options.endpoint).host,
    'x-amz-content-sha256': payload,
    'x-amz-date': stamp,
  }
  const names = Object.keys(all)
    .map((name) => name.toLowerCase())
    .sort()
  const lines = names.map((name) => `${name}:${all[name]!.trim()}\n`).join('')
  const canonical = [
    method,
    path.split('/').map(escaped).join('/'),
    queryOf(query),
    lines,
    names.join(';'),
    payload,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const key = scope.split('/').reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${options.secretKey}`)
  const signature = hmac(key, toSign).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${options.accessKey}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`
  return { ...all, authorization }
}

async function send(options: S3Options, request: Call, at: Date): Promise<Response> {
  const { host: _, ...headers } = signed(options, request, at)
  const query = queryOf(request.query ?? {})
  return fetch(`${options.endpoint}${request.path}${query && `?${query}`}`, {
    method: request.method,
    headers,
    body: request.body as Uint8Array<ArrayBuffer> | undefined,
    redirect: 'error',
    signal: AbortSignal.timeout(60_000),
  })
}

async function accept(answer: Promise<Response>, statuses: readonly number[]): Promise<Response> {
  const response = await answer
  if (statuses.includes(response.status)) return response
  throw new Error(`S3 answered ${response.status}: ${(await response.text()).slice(0, 200)}`)
}

function queryOf(query: Record<string, string>): string {
  return Object.entries(query)
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&')
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function tagOf(xml: string, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? ''
}
