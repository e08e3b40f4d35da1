import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { sha256 } from './seal.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The cache's generation when the request began: a page read before a change is not kept after it. */
    generation?: number
  }
}

interface Kept {
  etag: string
  plain: Buffer
  gzip?: Buffer
  brotli?: Buffer
  headers: Record<string, string>
  /** 0 across cities. */
  cityId: number
}

/** In bytes: some five hundred pages, where the whole server has 250 MB. */
const MOST = 16 * 1024 * 1024

/** Keeps public pages for guests; a change in a city's record drops them, in other processes by NOTIFY. */
export class PageCache {
  /** In the order of their last use. */
  #pages = new Map<string, Kept>()
  #weight = 0
  #generation = 0

  constructor(
    readonly headers: Record<string, string>,
    readonly most = MOST,
  ) {}

  get generation(): number {
    return this.#generation
  }

  get weight(): number {
    return this.#weight
  }

  /** Drops a city's pages and those across cities; without a city, everything. */
  forget(cityId?: number): void {
    this.#generation += 1
    for (const [key, kept] of this.#pages) if (!cityId || kept.cityId === cityId || kept.cityId === 0) this.#drop(key)
  }

  find(method: string | undefined, url: string, lang: string): Kept | undefined {
    const key = `${lang} ${url}`
    const kept = method === 'GET' ? this.#pages.get(key) : undefined
    if (!kept) return undefined
    this.#pages.delete(key)
    this.#pages.set(key, kept)
    return kept
  }

  /** Keeps a page and answers with it: 304 when the browser has it, compressed when accepted. */
  answer(c: Context, cityId: number, html: string, lang: string): Response {
    const address = new URL(c.req.url)
    const key = `${lang} ${address.pathname}${address.search}`
    const plain = Buffer.from(html)
    const kept: Kept = { etag: `"${sha256(plain).slice(0, 24)}"`, plain, headers: this.headers, cityId }
    if (c.get('generation') === this.#generation) this.#keep(key, kept)
    const { status, headers, body } = answerFrom(kept, c.req.header('if-none-match'), c.req.header('accept-encoding'))
    return new Response(body as Uint8Array<ArrayBuffer> | null, { status, headers })
  }

  #keep(key: string, kept: Kept): void {
    this.#drop(key)
    this.#pages.set(key, kept)
    this.#weight += weightOf(key, kept)
    for (const oldest of this.#pages.keys()) {
      if (this.#weight <= this.most) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const kept = this.#pages.get(key)
    if (!kept) return
    this.#pages.delete(key)
    this.#weight -= weightOf(key, kept)
  }
}

// The compressed forms come later, and together have less than half of the page's size.
const weightOf = (key: string, kept: Kept) => 2 * key.length + Math.ceil(1.5 * kept.plain.length)

/** Status, headers and bytes of a kept page; each compressed form is made once. */
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
