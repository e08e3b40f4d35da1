import { AwsV4Signer } from 'aws4fetch'
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

/** A file store in S3-compatible storage; `now` dates the signatures. */
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
      // A copy can fail after its 200; only the body of the answer reports it.
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
        for (const [, entry = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
          const sha256 = digestIn(tagOf(entry, 'Key'))
          if (sha256) yield { sha256, at: new Date(tagOf(entry, 'LastModified')) }
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

export async function signed(options: S3Options, request: Call, at: Date): Promise<Record<string, string>> {
  const signer = new AwsV4Signer({
    method: request.method,
    url: addressOf(options, request).href,
    headers: { ...request.headers, 'x-amz-content-sha256': digestOf(request.body ?? new Uint8Array()) },
    service: 's3',
    region: options.region,
    accessKeyId: options.accessKey,
    secretAccessKey: options.secretKey,
    datetime: at.toISOString().replace(/[-:]|\.\d{3}/g, ''),
    allHeaders: true,
  })
  return Object.fromEntries((await signer.sign()).headers)
}

function addressOf({ endpoint }: S3Options, { path, query }: Call): URL {
  const url = new URL(endpoint + path)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  return url
}

async function send(options: S3Options, request: Call, at: Date): Promise<Response> {
  return fetch(addressOf(options, request), {
    method: request.method,
    headers: await signed(options, request, at),
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

function tagOf(xml: string, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? ''
}
