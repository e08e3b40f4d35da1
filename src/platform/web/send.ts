import type { Context } from 'hono'
import { type Db, doorOf } from '../db/index.ts'
import { Conflict, Forbidden, Invalid, NotFound, Refusal } from '../refusals.ts'
import { type Arrival, arrive, checkLimit, csrfSubject, frameOf, senderOf, strayFrame, turnAway } from './arrive.ts'
import { type Body, changeRows, errorsOf, unflatten } from './body.ts'
import { giveVisit, setFlash } from './cookies.ts'
import type { FormState } from './form.ts'
import { keepLanguage } from './language.ts'
import type { OtherAct, Page, Reading, Sent } from './page.ts'
import type { Parts } from './parts.ts'
import { becomeActor, door, load, read, readPublished } from './read.ts'
import { refuse, render } from './render.ts'
import { said } from './said.ts'
import { sha256 } from './seal.ts'
import { claimSending, finishSending } from './sendings.ts'
import { readForm, type Typed, typedOf, withFiles } from './typed.ts'

/** A form that was sent: read, checked, done once, and led on; or shown again with what is wrong with it. */
export async function send(c: Context, pattern: string, page: Page, parts: Parts): Promise<Response> {
  const at = await arrive(c, parts)
  if (!at) return refuse(c, parts, strayFrame(c, parts), new NotFound())
  if (page.form && !at.session) giveVisit(c, parts)
  const body = await readForm(c, at.session !== undefined).catch((error) =>
    refuse(c, parts, frameOf(c, parts, at), error),
  )
  if (body instanceof Response) return body
  const typed = typedOf(body, parts.seal, senderOf(c, parts, at))
  if (page.who !== 'anyone' && !at.session) return sessionGone(c, parts, at, typed)
  const turned = turnAway(c, page, parts, at)
  if (turned) return turned
  try {
    checkCsrf(c, parts, at, body)
    checkLimit(c, page.limit, pattern, parts, at)
    if (at.session) await withFiles(typed, body, parts, senderOf(c, parts, at))
    const act = String(body.values._act ?? '')
    const changed = changeRows(typed.values, act)
    if (changed) return await again(c, page, parts, at, { ...typed, values: changed, errors: {}, status: 200 })
    const other = page.acts && Object.hasOwn(page.acts, act) ? page.acts[act] : undefined
    const sent = await submit(pattern, page, other, parts, at, typed, senderOf(c, parts, at))
    return follow(c, parts, sent)
  } catch (error) {
    if (error instanceof Refusal && wantsJson(c)) return c.json({ error: error.message }, error.status)
    if (error instanceof LetterToShow)
      return again(c, page, parts, at, { ...typed, letter: error.shown.digest, status: 200 }, error.shown)
    if (!(error instanceof Refusal) || error instanceof NotFound || !page.view)
      return refuse(c, parts, frameOf(c, parts, at), error)
    return again(c, page, parts, at, whatWasWrong(typed, error)).catch((second) =>
      refuse(c, parts, frameOf(c, parts, at), second),
    )
  }
}

async function submit(
  pattern: string,
  page: Page,
  other: OtherAct<unknown> | undefined,
  parts: Parts,
  at: Arrival,
  typed: Typed,
  sender: string,
): Promise<Sent> {
  if (typed.errors && Object.keys(typed.errors).length) throw new Invalid(typed.errors)
  const published = await readPublished(page, parts, at)
  const prepared =
    page.prepare && !other ? await page.prepare(parse(page, other, undefined, typed), at.request) : undefined
  return door(page, parts, at).run(async (db) => {
    await becomeActor(parts, at, db)
    const before = await claim(db, pattern, other, at, typed, sender)
    if (before) return before
    const data = await load(page, at, db, published)
    const input = parse(page, other, data, typed)
    if (page.revision && typed.revision !== undefined && typed.revision !== page.revision(data as never)) {
      throw new Conflict(
        said.otherSaved,
        page.blank ? await page.blank(data as never, { ...at.request, published }) : undefined,
      )
    }
    const context = { ...at.request, db, prepared, published }
    if (!other) await showLetterFirst(page, context, input, data, typed)
    const sent = other
      ? await other.submit(context, input as never, data)
      : await page.submit!(context, input, data as never)
    if (doorOf(db) === 'city') await finishSending(db, sender, typed.key ?? '', sent)
    return sent
  })
}

/** A letter that has not been seen yet, or not in these words: nothing is done, and the page shows it. */
class LetterToShow extends Error {
  constructor(readonly shown: NonNullable<FormState['letter']>) {
    super('The letter is shown before it is issued.')
  }
}

async function showLetterFirst(page: Page, c: Reading, input: unknown, data: unknown, typed: Typed): Promise<void> {
  const document = await page.letter?.(c, input, data)
  if (!document) return
  const digest = sha256(JSON.stringify(document))
  if (typed.letter !== digest) throw new LetterToShow({ document, digest })
}

function claim(
  db: Db,
  pattern: string,
  other: OtherAct<unknown> | undefined,
  at: Arrival,
  typed: Typed,
  sender: string,
) {
  if (doorOf(db) !== 'city' || other?.repeatable) return undefined
  const body = sha256(
    JSON.stringify([
      typed.values,
      Object.values(typed.files ?? {})
        .flat()
        .map((file) => file.id),
    ]),
  )
  return claimSending(db, {
    sender,
    key: typed.key ?? '',
    route: pattern + at.request.url,
    body,
    now: at.request.now,
  })
}

function parse(page: Page, other: OtherAct<unknown> | undefined, data: unknown, typed: Typed): unknown {
  const form = other ? other.form : typeof page.form === 'function' ? page.form(data as never) : page.form
  if (!form) return undefined
  const files = Object.fromEntries(
    Object.entries(typed.files ?? {}).map(([name, list]) => [
      name,
      list.map(({ sha256, name, type, bytes }) => ({ sha256, name, type, bytes })),
    ]),
  )
  const result = form.safeParse({ ...unflatten({ ...typed.values, ...files }), _revision: typed.revision })
  if (!result.success) throw new Invalid(errorsOf(result.error))
  return result.data
}

/** The same page again, in the same answer, with all that was typed and what is wrong with it. */
async function again(
  c: Context,
  page: Page,
  parts: Parts,
  at: Arrival,
  typed: Typed,
  letter?: FormState['letter'],
): Promise<Response> {
  const loaded = await read(c, page, parts, at)
  return render(c, page, parts, at, loaded, { ...typed, shown: letter })
}

function whatWasWrong(typed: Typed, refusal: Refusal): Typed {
  const errors = refusal instanceof Invalid ? refusal.fields : { '': refusal.message }
  if (!(refusal instanceof Conflict) || !refusal.theirs) return { ...typed, errors, status: refusal.status }
  const theirs = Object.fromEntries(Object.entries(refusal.theirs).map(([name, value]) => [`_theirs.${name}`, value]))
  return { ...typed, values: { ...typed.values, ...theirs }, errors, revision: undefined, status: 409 }
}

async function sessionGone(c: Context, parts: Parts, at: Arrival, typed: Typed): Promise<Response> {
  const next = await parts.hold(c, at.request.url, typed.values)
  return c.redirect(parts.signInUrl(next ?? at.request.url), 303)
}

function checkCsrf(c: Context, parts: Parts, at: Arrival, body: Body): void {
  const origin = c.req.header('origin')
  const fetchSite = c.req.header('sec-fetch-site')
  const foreign = (origin && origin !== 'null' && hostOf(origin) !== c.req.header('host')) || fetchSite === 'cross-site'
  if (foreign || !parts.seal.check('csrf', csrfSubject(c, parts, at.session), String(body.values._csrf ?? ''))) {
    throw new Forbidden(said.screenLate)
  }
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

function follow(c: Context, parts: Parts, sent: Sent): Response {
  const to = typeof sent === 'string' ? sent : sent.to
  if (wantsJson(c)) return c.json(typeof sent === 'string' ? {} : { revision: sent.revision })
  if (typeof sent !== 'string' && sent.flash) setFlash(c, parts, sent.flash)
  if (typeof sent !== 'string' && sent.session !== undefined) {
    c.header('Set-Cookie', parts.sessionCookie(sent.session), { append: true })
  }
  if (typeof sent !== 'string' && sent.lang) {
    c.header('Set-Cookie', keepLanguage(sent.lang, parts.publicUrl), { append: true })
  }
  return c.redirect(to, 303)
}

/** Only the page's own script, saving while somebody writes, asks for JSON. */
const wantsJson = (c: Context) => c.req.header('accept')?.startsWith('application/json') ?? false
