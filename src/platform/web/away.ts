import type { Context } from 'hono'
import { langOf } from './arrival.ts'
import type { Body } from './body.ts'
import { answerFrom } from './cache.ts'
import { strayFrame } from './frame.ts'
import type { Parts } from './parts.ts'
import { allowances, readForm } from './read-form.ts'
import { htmlOf } from './render.ts'
import { said } from './said.ts'
import { isForeign, sessionOfForm } from './sender.ts'
import { namesOf } from './typed.ts'

/** A form that could not be taken, as the page repeats it: everything that was sent but its files. */
export interface Unsent {
  action: string
  values: [name: string, value: string][]
  /** The names of its files, which must be chosen again. */
  files: string[]
}

const SECONDS = 60
/** What nobody should find written on a page. */
const secret = /password|code|token|response/i

/** Answers while the database is away, without it: with the kept page, or with one that says when to try again. */
export async function answerAway(c: Context, parts: Parts): Promise<Response> {
  const kept = keptPage(c, parts)
  if (kept) return kept
  c.header('Cache-Control', 'no-store')
  c.header('Retry-After', String(SECONDS))
  const unsent = c.req.method === 'POST' ? await unsentForm(c, parts) : undefined
  if (c.req.header('accept')?.startsWith('application/json')) return c.json({ error: said.away }, 503)
  const frame = strayFrame(c, parts)
  return c.html(htmlOf(await parts.awayPage(frame, unsent), frame), 503)
}

/** The page as guests read it; for whoever is signed in it would be another. */
function keptPage(c: Context, { cache, sessionCookie }: Parts): Response | undefined {
  const [cookie = ''] = sessionCookie(null).split('=')
  if (new RegExp(`(?:^|;\\s*)${cookie}=`).test(c.req.header('cookie') ?? '')) return undefined
  const { pathname, search } = new URL(c.req.url)
  const kept = cache.find(c.req.method, pathname + search, langOf(c, undefined))
  if (!kept) return undefined
  const { status, headers, body } = answerFrom(kept, c.req.header('if-none-match'), c.req.header('accept-encoding'))
  return new Response(body as Uint8Array<ArrayBuffer> | null, { status, headers })
}

async function unsentForm(c: Context, { seal }: Parts): Promise<Unsent | undefined> {
  if (isForeign(c)) return undefined
  const allow = (csrf: string) => (sessionOfForm(csrf, seal) ? allowances.signedOut : allowances.visitor)
  // A form that cannot be read any more is not repeated, and the page says nothing of it.
  const body: Body | undefined = c.get('body') ?? (await readForm(c, allow).catch(() => undefined))
  if (!body || Object.keys(body.values).some((name) => secret.test(name))) return undefined
  const values = Object.entries(body.values).flatMap(([name, all]) =>
    [all].flat().map((value): [string, string] => [name, value]),
  )
  return values.length ? { action: new URL(c.req.url).pathname, values, files: namesOf(body) } : undefined
}
