import { isId } from '../db/index.ts'
import { Conflict, Invalid, NotFound, Refusal } from '../refusals.ts'
import type { Arrival } from './arrival.ts'
import { withTheirs } from './compared.ts'
import { setFlash, tellArrived } from './cookies.ts'
import type { FormState } from './form.ts'
import { chooseAgain, NotOwnForm } from './held.ts'
import { keepLanguage } from './language.ts'
import type { Page, Sent } from './page.ts'
import { read } from './read.ts'
import { refuseThere } from './refuse.ts'
import { render } from './render.ts'
import { LetterToShow } from './submit.ts'
import type { Typed } from './typed.ts'

/** The response after a form that did its work. */
export function follow(at: Arrival, sent: Sent, key: string | undefined): Response {
  const { c, parts } = at
  const { to, flash, revision, session, lang } = typeof sent === 'string' ? { to: sent } : sent
  if (wantsJson(at)) return c.json(typeof sent === 'string' ? {} : { revision })
  if (flash) setFlash(c, parts, flash)
  if (session !== undefined) c.header('Set-Cookie', parts.sessionCookie(session), { append: true })
  if (session === null) c.header('Clear-Site-Data', '"storage"')
  if (at.session && key && isId(key)) tellArrived(c, parts, key)
  if (lang) c.header('Set-Cookie', keepLanguage(lang, parts.publicUrl), { append: true })
  return c.redirect(to, 303)
}

/** The response after a refusal: the page again where the person can correct something, else the refusal's own page. */
export async function afterRefusal(at: Arrival, page: Page, typed: Typed, error: unknown): Promise<Response> {
  if (error instanceof Refusal && wantsJson(at)) return at.c.json({ error: error.message }, error.status)
  if (error instanceof LetterToShow)
    return again(at, page, { ...typed, letter: error.shown.digest, status: 200 }, error.shown)
  if (!(error instanceof Refusal) || error instanceof NotFound || error instanceof NotOwnForm || !page.view)
    return refuseThere(at, error)
  return again(at, page, whatWasWrong(typed, error)).catch((second) => refuseThere(at, second))
}

export async function again(at: Arrival, page: Page, typed: Typed, letter?: FormState['letter']): Promise<Response> {
  return render(at, page, await read(at, page), { ...typed, shown: letter })
}

function whatWasWrong(typed: Typed, refusal: Refusal): Typed {
  const said = refusal instanceof Invalid ? refusal.fields : { '': refusal.message }
  const errors = typed.unsent?.length ? { ...said, '': `${said[''] ?? ''}${chooseAgain(typed.unsent)}` } : said
  if (!(refusal instanceof Conflict) || !refusal.theirs) return { ...typed, errors, status: refusal.status }
  const { values, revision } = refusal.theirs
  return { ...typed, values: withTheirs(typed.values, values), errors, revision, status: 409 }
}

/** Only the page's own script asks for JSON, when it saves a draft. */
const wantsJson = ({ c }: Arrival) => c.req.header('accept')?.startsWith('application/json') ?? false
