import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { sha256 } from './seal.ts'

interface Kept {
  etag: string
  plain: Buffer
  gzip?: Buffer
  brotli?: Buffer
  headers: Record<string, string>
}

/**
 * Public pages as bytes, for people who are not signed in. A page is kept until anything in its city changes: the record
 * says so (at once in this process, by NOTIFY within a second in others), so no page is ever older than what it shows.
 */
export class PageCache {
  #pages = new Map<string, Kept>()
  #cities = new Map<number, Set<string>>()
  /** Changes with every change, so that a page read before a change is not kept after it. */
  #generation = 0

  constructor(
    readonly headers: Record<string, string>,
    readonly most = 2000,
  ) {}

  get generation(): number {
    return this.#generation
  }

  /** Forgets a city's pages and those across cities; without a city, everything. */
  forget(cityId?: number): void {
    this.#generation += 1
    if (!cityId) this.#pages.clear()
    else for (const id of [cityId, 0]) for (const key of this.#cities.get(id) ?? []) this.#pages.delete(key)
  }

  find(method: string | undefined, url: string, lang: string): Kept | undefined {
    return method === 'GET' ? this.#pages.get(`${lang} ${url}`) : undefined
  }

  /** Keeps a page and answers with it: 304 when the browser has it already, compressed when it may be. */
  answer(c: Context, cityId: number, html: string, lang: string): Response {
    const address = new URL(c.req.url)
    const key = `${lang} ${address.pathname}${address.search}`
    const plain = Buffer.from(html)
    const kept: Kept = { etag: `"${sha256(plain).slice(0, 24)}"`, plain, headers: this.headers }
    if (c.get('generation' as never) === this.#generation) this.#keep(key, cityId, kept)
    const { status, headers, body } = answerFrom(kept, c.req.header('if-none-match'), c.req.header('accept-encoding'))
    return new Response(body as Uint8Array<ArrayBuffer> | null, { status, headers })
  }

  #keep(key: string, cityId: number, kept: Kept): void {
    if (this.#pages.size >= this.most) this.forget()
    this.#pages.set(key, kept)
    const keys = this.#cities.get(cityId) ?? new Set()
    this.#cities.set(cityId, keys.add(key))
  }
}

/** Status, headers and bytes for a kept page; compressed forms are made once. */
export function answerFrom(kept: Kept, ifNoneMatch: string | undefined, accept = '') {
  const headers: Record<string, string> = {
    ...kept.headers,
    'Content-Type': 'text/html; charset=UTF-8',
    'Cache-Control': 'max-age=0, must-revalidate',
    ETag: kept.etag,
    Vary: 'Cookie, Accept-Encoding, Accept-Language',
  }
  if (ifNoneMatch === kept.etag) return { status: 304, headers, body: null }
  const { body, encoding } = encoded(kept, accept)
  if (encoding) headers['Content-Encoding'] = encoding
  headers['Content-Length'] = String(body.length)
  return { status: 200, headers, body }
}

function encoded(kept: Kept, accept: string): { body: Buffer; encoding?: string } {
  if (accept.includes('br')) {
    kept.brotli ??= brotliCompressSync(kept.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    return { body: kept.brotli, encoding: 'br' }
  }
  if (accept.includes('gzip')) {
    kept.gzip ??= gzipSync(kept.plain)
    return { body: kept.gzip, encoding: 'gzip' }
  }
  return { body: kept.plain }
}
