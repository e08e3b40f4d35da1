import type { Context } from 'hono'
import { Conflict, Invalid, NotFound, Refusal } from '../refusals.ts'
import { type Arrival, arrive, checkLimit, turnAway } from './arrive.ts'
import { changeRows } from './body.ts'
import { giveVisit, setFlash } from './cookies.ts'
import type { FormState } from './form.ts'
import { keepLanguage } from './language.ts'
import type { Page, Sent } from './page.ts'
import type { Parts } from './parts.ts'
import { read } from './read.ts'
import { refuseStray, refuseThere } from './refuse.ts'
import { render } from './render.ts'
import { checkCsrf, senderOf } from './sender.ts'
import { LetterToShow, submit } from './submit.ts'
import { readForm, type Typed, typedOf, withFiles } from './typed.ts'

/** A form that was sent: read, checked, done once, and led on; or shown again with what is wrong with it. */
export async function send(c: Context, pattern: string, page: Page, parts: Parts): Promise<Response> {
  const at = await arrive(c, parts)
  if (!at) return refuseStray(c, parts)
  if (page.form && !at.session) giveVisit(c, parts)
  const body = await readForm(c, at.session !== undefined).catch((error) => refuseThere(at, error))
  if (body instanceof Response) return body
  const typed = typedOf(body, parts.seal, senderOf(at))
  if (page.who !== 'anyone' && !at.session) return sessionGone(at, typed)
  const turned = turnAway(at, page)
  if (turned) return turned
  try {
    checkCsrf(at, body)
    checkLimit(at, page.limit, pattern)
    if (at.session) await withFiles(typed, body, parts, senderOf(at))
    const act = String(body.values._act ?? '')
    const changed = changeRows(typed.values, act)
    if (changed) return await again(at, page, { ...typed, values: changed, errors: {}, status: 200 })
    const other = page.acts && Object.hasOwn(page.acts, act) ? page.acts[act] : undefined
    return follow(at, await submit({ at, pattern, page, other, typed }))
  } catch (error) {
    return afterRefusal(at, page, typed, error)
  }
}

async function afterRefusal(at: Arrival, page: Page, typed: Typed, error: unknown): Promise<Response> {
  if (error instanceof Refusal && wantsJson(at)) return at.c.json({ error: error.message }, error.status)
  if (error instanceof LetterToShow)
    return again(at, page, { ...typed, letter: error.shown.digest, status: 200 }, error.shown)
  if (!(error instanceof Refusal) || error instanceof NotFound || !page.view) return refuseThere(at, error)
  return again(at, page, whatWasWrong(typed, error)).catch((second) => refuseThere(at, second))
}

/** The same page again, in the same answer, with all that was typed and what is wrong with it. */
async function again(at: Arrival, page: Page, typed: Typed, letter?: FormState['letter']): Promise<Response> {
  return render(at, page, await read(at, page), { ...typed, shown: letter })
}

function whatWasWrong(typed: Typed, refusal: Refusal): Typed {
  const errors = refusal instanceof Invalid ? refusal.fields : { '': refusal.message }
  if (!(refusal instanceof Conflict) || !refusal.theirs) return { ...typed, errors, status: refusal.status }
  const theirs = Object.fromEntries(Object.entries(refusal.theirs).map(([name, value]) => [`_theirs.${name}`, value]))
  return { ...typed, values: { ...typed.values, ...theirs }, errors, revision: undefined, status: 409 }
}

async function sessionGone({ c, parts, request }: Arrival, typed: Typed): Promise<Response> {
  const next = await parts.hold(c, request.url, typed.values)
  return c.redirect(parts.signInUrl(next ?? request.url), 303)
}

function follow(at: Arrival, sent: Sent): Response {
  const { c, parts } = at
  const { to, flash, revision, session, lang } = typeof sent === 'string' ? { to: sent } : sent
  if (wantsJson(at)) return c.json(typeof sent === 'string' ? {} : { revision })
  if (flash) setFlash(c, parts, flash)
  if (session !== undefined) c.header('Set-Cookie', parts.sessionCookie(session), { append: true })
  if (lang) c.header('Set-Cookie', keepLanguage(lang, parts.publicUrl), { append: true })
  return c.redirect(to, 303)
}

/** Only the page's own script, saving while somebody writes, asks for JSON. */
const wantsJson = ({ c }: Arrival) => c.req.header('accept')?.startsWith('application/json') ?? false
