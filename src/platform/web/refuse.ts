import type { Context } from 'hono'
import { NotFound, Refusal } from '../refusals.ts'
import type { Arrival } from './arrival.ts'
import { frameOf, strayFrame } from './frame.ts'
import type { Frame } from './page.ts'
import type { Parts } from './parts.ts'
import { htmlOf } from './render.ts'
import { safeReturn } from './url.ts'

/** One of the four refusals as a page; anything else is a bug and is thrown on. */
export async function refuse(c: Context, parts: Parts, frame: Frame, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal)) throw error
  const { status, message: sentence } = error
  const node = await parts.errorPage(frame, { status, sentence, from: cameFrom(c), ...error.standing })
  c.header('Cache-Control', 'no-store')
  return c.html(htmlOf(node, frame), error.status)
}

export function refuseThere(at: Arrival, error: unknown): Promise<Response> {
  return refuse(at.c, at.parts, frameOf(at), error)
}

export function refuseStray(c: Context, parts: Parts): Promise<Response> {
  return refuse(c, parts, strayFrame(c, parts), new NotFound())
}

/** The referring page, if it is ours and not this one. */
function cameFrom(c: Context): string | undefined {
  const from = URL.parse(c.req.header('referer') ?? '')
  if (!from || from.host !== c.req.header('host') || from.pathname === c.req.path) return undefined
  return safeReturn(from.pathname + from.search)
}
