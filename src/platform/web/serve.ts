import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { type Actor, nobody } from '../actor.ts'
import { type Db, type Door, type Doors, doorOf, newId } from '../db/index.ts'
import { readingsAsRuby } from '../furigana.ts'
import { Conflict, Forbidden, Invalid, NotFound, Refusal, type Standing } from '../refusals.ts'
import { sentenceIn } from '../sentences.ts'
import { placeOf } from './address.ts'
import { type Body, changeRows, errorsOf, type Uploaded, unflatten } from './body.ts'
import type { PageCache } from './cache.ts'
import { giveVisit, setFlash, takeFlash, visitOf } from './cookies.ts'
import type { FormState } from './form.ts'
import { keepLanguage, languageFrom, onlyLanguage } from './language.ts'
import type { Frame, Lang, OtherAct, Page, PageSpec, Pages, Request, Sent, Session } from './page.ts'
import { said } from './said.ts'
import { type Seal, sha256 } from './seal.ts'
import { claimSending, finishSending } from './sendings.ts'
import { readForm, type Typed, typedOf, withFiles } from './typed.ts'
import { safeReturn } from './url.ts'

export type { Session }

/** What the pages need from the rest of the house; `app.tsx` puts it together. */
export interface Parts {
  doors: Doors
  seal: Seal
  cache: PageCache
  assets: { css: string; js: string; icon?: string }
  demonstration: boolean
  /** The address people type, for links that leave the house in feeds, downloads and mails. */
  publicUrl: string
  /** Which city a request is about, or undefined when the address names none. */
  resolve(params: Record<string, string>): Promise<{ site: object; cityId: number } | undefined>
  session(c: Context): Promise<Session | undefined>
  /** The header that puts a session's token into the browser, or takes it out. */
  sessionCookie(token: string | null): string
  actorFor(db: Db, session: Session, cityId: number): Promise<Actor>
  /** The account outside of every city. */
  houseActor(db: Db, session: Session): Promise<Actor>
  signInUrl(next: string): string
  confirmUrl(next: string): string
  /** Keeps what was being written when the session had ended, and says where to sign in and find it again. */
  hold(c: Context, page: string, values: FormState['values']): Promise<string | undefined>
  held(db: Door, session: Session, token: string, page: string): Promise<FormState['values'] | undefined>
  /** Stores an uploaded file before the transaction; a sentence when it cannot be accepted. */
  stage(file: File): Promise<Uploaded | string>
  errorPage(
    frame: Frame,
    refusal: Standing & { status: number; sentence: string; requestId?: string; from?: string },
  ): unknown
  tooMany(key: string, limit: number): boolean
  now(): Date
}

/** What was read for one request before its page is shown. */
interface Loaded {
  frame: Frame
  published: unknown
  data: unknown
}

/** Puts a module's pages behind their addresses. */
export function servePages(app: Hono, list: Pages, parts: Parts): void {
  for (const [pattern, page] of Object.entries(list)) {
    if (page.view) app.get(pattern, (c) => show(c, page, parts))
    if (page.submit || page.acts) app.post(pattern, (c) => send(c, pattern, page, parts))
  }
}

async function show(c: Context, page: Page, parts: Parts): Promise<Response> {
  const at = await arrive(c, parts)
  if (!at) return refuse(c, parts, strayFrame(c, parts), new NotFound())
  if (page.form && !at.session) giveVisit(c, parts)
  const turned = turnAway(c, page, parts, at)
  if (turned) return turned
  try {
    const loaded = await read(c, page, parts, at)
    const token = at.request.query.get('held')
    const held = token && at.session ? await parts.held(parts.doors.house, at.session, token, pathOf(at)) : undefined
    return await render(c, page, parts, at, loaded, held ? { values: held } : undefined)
  } catch (error) {
    return refuse(c, parts, frameOf(c, parts, at), error)
  }
}

/** What is read for an answer that is no page: a PDF, a download. */
export type DocumentSpec<Published, Data> = Pick<
  PageSpec<Published, Data, z.ZodUndefined>,
  'door' | 'who' | 'published' | 'load' | 'limit'
> & {
  /** Makes the answer, after the transaction has ended. */
  answer: (props: { frame: Frame; published: NonNullable<Published>; data: NonNullable<Data> }) => Promise<Response>
}

/** Puts a document behind its address, after the same questions as a page: is there such a thing, and may this person. */
export function serveDocument<Published = undefined, Data = undefined>(
  app: Hono,
  pattern: string,
  parts: Parts,
  { answer, ...spec }: DocumentSpec<Published, Data>,
): void {
  const page: Page = spec
  app.get(pattern, async (c) => {
    const at = await arrive(c, parts)
    if (!at) return refuse(c, parts, strayFrame(c, parts), new NotFound())
    const turned = turnAway(c, page, parts, at)
    if (turned) return turned
    try {
      checkLimit(c, page.limit, pattern, parts, at)
      const { frame, published, data } = await read(c, page, parts, at)
      return await answer({ frame, published: published as NonNullable<Published>, data: data as NonNullable<Data> })
    } catch (error) {
      return refuse(c, parts, frameOf(c, parts, at), error)
    }
  })
}

/** Everything about a request that is known before a page's own reading begins. */
interface Arrival {
  request: Request
  cityId: number
  session: Session | undefined
}

async function arrive(c: Context, parts: Parts): Promise<Arrival | undefined> {
  const params = c.req.param() as Record<string, string>
  const found = await parts.resolve(params)
  if (!found) return undefined
  const session = await parts.session(c)
  const address = new URL(c.req.url)
  const request = {
    ...found.site,
    actor: nobody(found.cityId),
    session,
    from: { address: String(c.get('address' as never) ?? ''), browser: c.req.header('user-agent') ?? '' },
    now: parts.now(),
    demonstration: parts.demonstration,
    lang: langOf(c, session),
    params,
    query: address.searchParams,
    url: withinHouse(address.pathname) + address.search,
  } as Request
  return { request, cityId: found.cityId, session }
}

function langOf(c: Context, session: Session | undefined): Lang {
  return languageFrom({
    asked: c.req.query('lang'),
    cookie: c.req.header('cookie'),
    account: session?.lang,
    accept: c.req.header('accept-language'),
  })
}

/** Whether a person is signed in is asked before anything is loaded. */
function turnAway(c: Context, page: Page, parts: Parts, at: Arrival): Response | undefined {
  if (page.who === 'anyone') return undefined
  if (!at.session) return c.redirect(parts.signInUrl(at.request.url), 303)
  if (!at.session.confirmed && !page.unconfirmed) return c.redirect(parts.confirmUrl(at.request.url), 303)
  return undefined
}

/** The public door first, then the city's (or the house's): one after the other, never one inside the other. */
async function read(c: Context, page: Page, parts: Parts, at: Arrival): Promise<Loaded> {
  if (page.guest && !at.session) return readAsGuest(c, page, parts, at)
  const published = await readPublished(page, parts, at)
  if (!page.load && !at.session) {
    allow(page, at.request, published)
    return { frame: frameOf(c, parts, at, page), published, data: undefined }
  }
  return door(page, parts, at).run(async (db) => {
    await becomeActor(parts, at, db)
    const data = await load(page, at, db, published)
    return { frame: frameOf(c, parts, at, page), published, data }
  })
}

/** For somebody who is not signed in the public door is enough, and open only once. */
function readAsGuest(c: Context, page: Page, parts: Parts, at: Arrival): Promise<Loaded> {
  return parts.doors.public.run(async (db) => {
    const published = page.published ? await page.published({ ...at.request, db }) : undefined
    if (page.published && (published === undefined || published === null)) throw new NotFound()
    const data = await page.guest!({ ...at.request, db, published })
    return { frame: frameOf(c, parts, at, page), published, data }
  })
}

async function readPublished(page: Page, parts: Parts, at: Arrival): Promise<unknown> {
  if (!page.published) return undefined
  const published = await parts.doors.public.run((db) => page.published!({ ...at.request, db }))
  if (published === undefined) throw new NotFound()
  return published
}

function door(page: Page, parts: Parts, at: Arrival): Door {
  return page.door === 'house' || at.cityId === 0 ? parts.doors.house : parts.doors.city(at.cityId)
}

async function becomeActor(parts: Parts, at: Arrival, db: Db): Promise<void> {
  // Before the second factor, a person is nobody yet on pages that are open to anyone.
  if (!at.session?.confirmed) return
  at.request.actor =
    doorOf(db) === 'house' ? await parts.houseActor(db, at.session) : await parts.actorFor(db, at.session, at.cityId)
}

async function load(page: Page, at: Arrival, db: Db, published: unknown): Promise<unknown> {
  if (!page.load) {
    allow(page, at.request, published)
    return undefined
  }
  const data = await page.load({ ...at.request, db, published })
  if (data === undefined) throw new NotFound()
  allow(page, at.request, data)
  return data
}

/** Whether this person may is asked after loading, because it depends on what was loaded. */
function allow(page: Page, request: Request, data: unknown): void {
  if (page.who === 'anyone' || page.who === 'signed-in') return
  const ruling = page.who(request.actor, data, request.now)
  if (ruling !== true) throw new Forbidden(ruling.because)
}

/** The page that refuses speaks every language, and so it is given no page. */
function frameOf(c: Context, parts: Parts, at: Arrival, page?: Page): Frame {
  const chosen = at.request.lang
  return {
    ...at.request,
    lang: !page || page.translated ? chosen : 'ja',
    chosen,
    flash: takeFlash(c, parts),
    csrf: csrfFor(c, parts, at.session),
    assets: parts.assets,
  }
}

/** A path that begins with two slashes would be a link to another host wherever a page repeats it (attack class 25). */
const withinHouse = (path: string) => path.replace(/^\/[/\\]+/, '/')

/** For addresses that lead nowhere: there is no city to speak of. */
export function strayFrame(c: Context, parts: Parts): Frame {
  const address = new URL(c.req.url)
  const request = {
    actor: nobody(0),
    now: parts.now(),
    lang: langOf(c, undefined),
    chosen: langOf(c, undefined),
    params: {},
    query: address.searchParams,
    url: withinHouse(address.pathname),
  }
  return { ...request, csrf: '', assets: parts.assets, demonstration: parts.demonstration } as Frame
}

async function render(
  c: Context,
  page: Page,
  parts: Parts,
  at: Arrival,
  loaded: Loaded,
  typed?: Typed,
): Promise<Response> {
  const form = await formFor(page, at, loaded, typed)
  const node = await page.view!({ frame: loaded.frame, published: loaded.published, data: loaded.data, form })
  const html = htmlOf(node, loaded.frame)
  const cacheable = !at.session && !typed && page.who === 'anyone' && (!page.load || page.guest) && !page.form
  if (!cacheable || c.req.query('lang') !== undefined || !onlyLanguage(c.req.header('cookie'))) {
    c.header('Cache-Control', page.form || at.session ? 'no-store' : 'max-age=0, must-revalidate')
    c.header('Vary', 'Cookie, Accept-Language')
    return c.html(html, (typed?.status ?? 200) as 200)
  }
  return parts.cache.answer(c, at.cityId, html, loaded.frame.chosen)
}

/** A page as it leaves the house; plain Japanese with its readings above the words. */
export function htmlOf(node: unknown, { chosen }: Pick<Frame, 'chosen'>): string {
  const html = String(node)
  return chosen === 'easy' ? readingsAsRuby(html) : html
}

const pathOf = (at: Arrival) => at.request.url.split('?')[0]!

async function formFor(page: Page, at: Arrival, loaded: Loaded, typed?: Typed): Promise<FormState> {
  const blank =
    typed?.values ?? (page.blank ? await page.blank(loaded.data, { ...at.request, published: loaded.published }) : {})
  return {
    action: pathOf(at),
    values: blank,
    errors: errorsIn(loaded.frame.lang, typed?.errors ?? {}),
    csrf: loaded.frame.csrf,
    key: typed?.key ?? newId(),
    revision: typed?.revision ?? (page.revision && loaded.data !== undefined ? page.revision(loaded.data) : undefined),
    files: typed?.files,
  }
}

function errorsIn(lang: Lang, errors: FormState['errors']): FormState['errors'] {
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [name, sentenceIn(lang, text) ?? text]))
}

async function send(c: Context, pattern: string, page: Page, parts: Parts): Promise<Response> {
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
    const sent = other
      ? await other.submit(context, input as never, data)
      : await page.submit!(context, input, data as never)
    if (doorOf(db) === 'city') await finishSending(db, sender, typed.key ?? '', sent)
    return sent
  })
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

/** Whose a form's key and files are: the account's, or the browser's that is not signed in. */
function senderOf(c: Context, parts: Parts, at: Arrival): string {
  return at.session?.account_id ?? `visit ${visitOf(c, parts) ?? ''}`
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
async function again(c: Context, page: Page, parts: Parts, at: Arrival, typed: Typed): Promise<Response> {
  const loaded = await read(c, page, parts, at)
  return render(c, page, parts, at, loaded, typed)
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

function checkLimit(c: Context, limit: number | undefined, pattern: string, parts: Parts, at: Arrival): void {
  if (limit === undefined) return
  const who = at.session?.account_id ?? placeOf(String(c.get('address' as never) ?? ''))
  if (parts.tooMany(`${pattern} ${who}`, limit)) {
    throw new Forbidden(said.tooOften)
  }
}

/** A form belongs to the session it was shown in; before signing in, to a random cookie of the browser. */
function csrfSubject(c: Context, parts: Parts, session: Session | undefined): string {
  return session?.id ?? visitOf(c, parts) ?? ''
}

function csrfFor(c: Context, parts: Parts, session: Session | undefined): string {
  const subject = csrfSubject(c, parts, session)
  return subject ? parts.seal.sign('csrf', subject) : ''
}

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

/** The page of ours on which the way here was pressed; nothing from elsewhere, and not this page itself. */
function cameFrom(c: Context): string | undefined {
  const from = URL.parse(c.req.header('referer') ?? '')
  if (from?.host !== c.req.header('host') || from?.pathname === c.req.path) return undefined
  return safeReturn(from.pathname + from.search)
}

/** One of the four refusals as a page; everything else is a bug and goes on to the error handler. */
export async function refuse(c: Context, parts: Parts, frame: Frame, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal)) throw error
  const { status, message: sentence } = error
  const node = await parts.errorPage(frame, { status, sentence, from: cameFrom(c), ...error.standing })
  c.header('Cache-Control', 'no-store')
  return c.html(htmlOf(node, frame), error.status)
}
