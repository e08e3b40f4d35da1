import { type Context, Hono } from 'hono'
import { attemptCounter, sessionParts } from './modules/accounts/index.ts'
import { Directory } from './modules/charters/index.ts'
import { actorFor } from './modules/parties/index.ts'
import { modules } from './modules.ts'
import { boxWith } from './platform/box.ts'
import type { Doors } from './platform/db/index.ts'
import { type FileStore, serveFiles } from './platform/files/index.ts'
import type { CastGroup } from './platform/installation.ts'
import { NotFound } from './platform/refusals.ts'
import {
  addressOf,
  type Frame,
  headersFor,
  htmlOf,
  keepLanguage,
  languageCookie,
  languageFrom,
  PageCache,
  type Parts,
  type Proxies,
  proxiesFrom,
  refuse,
  sealWith,
  serveDocuments,
  servePages,
  strayFrame,
  type Uploaded,
} from './platform/web/index.ts'
import { sessionCookie } from './platform/web/session-cookie.ts'
import { ErrorView, site } from './site/index.ts'

/** What an installation decides; everything else is the same everywhere. */
export interface Setting {
  doors: Doors
  secret: string
  assets: { css: string; js: string; icon?: string }
  demonstration: boolean
  /** Whom one can be in a demonstration. */
  cast?: readonly CastGroup[]
  publicUrl: string
  stage: (file: File) => Promise<Uploaded | string>
  /** Where what was staged is read from. */
  store?: FileStore
  /** The proxies before the program that are believed when they say where a request comes from; none by default. */
  proxies?: Proxies
  now?: () => Date
  /** Hears of a bug: its number, the address, what was thrown. */
  report?: (requestId: string, path: string, error: unknown) => void
}

/** The whole application: the order of what happens to a request, and what answers where. */
export function makeApp(setting: Setting) {
  const directory = new Directory(setting.doors)
  const headers = headersFor(setting.publicUrl)
  const cache = new PageCache(headers)
  const now = setting.now ?? (() => new Date())
  const { proxies = proxiesFrom(0) } = setting
  const entrance = {
    house: setting.doors.house,
    box: boxWith(setting.secret),
    cookie: sessionCookie(setting.publicUrl),
    now,
  }

  const parts: Parts = {
    ...setting,
    modules,
    ...sessionParts(entrance),
    box: entrance.box,
    seal: sealWith(setting.secret),
    tooMany: attemptCounter(now),
    cache,
    now,
    async resolve({ city }) {
      const sites = await directory.all(now())
      const site = city === undefined ? undefined : await directory.find(city, now())
      if (city !== undefined) return site && { site, cityId: site.city.id }
      return { site: { cities: sites.map((one) => one.city) }, cityId: 0 }
    },
    actorFor: (db, session) => actorFor(db, session.account_id, now()),
    errorPage: (frame: Frame, refusal) => ErrorView({ frame, ...refusal }),
  }

  const app = new Hono()
  app.use(async (c, next) => {
    const id = crypto.randomUUID()
    c.set('generation', cache.generation)
    c.set('address', addressOf(c, proxies))
    if (isWritten(c.req.url)) await next()
    else c.res = await refuse(c, parts, strayFrame(c, parts), new NotFound())
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    c.res.headers.set('X-Request-Id', id)
    keepAsked(c, setting.publicUrl)
  })
  app.notFound(async (c) => refuse(c, parts, await lostFrame(c, parts), new NotFound()))
  app.onError((error, c) => broken(c, parts, setting.report, error))

  if (setting.store) serveFiles(app, parts, setting.store, Object.assign({}, ...modules.map((module) => module.files)))
  for (const { documents } of modules) serveDocuments(app, documents ?? {}, parts)
  for (const { routes } of [site, ...modules]) servePages(app, routes ?? {}, parts)
  return { app, cache, directory, parts }
}

/** Who presses a language gets the next pages in it too (rulings 23). */
function keepAsked(c: Context, publicUrl: string): void {
  const asked = c.req.query('lang')
  const lang = asked && languageFrom({ asked })
  if (lang === asked && lang && languageCookie(c.req.header('cookie')) !== lang)
    c.res.headers.append('Set-Cookie', keepLanguage(lang, publicUrl))
}

/** Whether an address is one that letters can be read from; the database knows no NUL, and nobody types one. */
function isWritten(address: string): boolean {
  if (/%00|\0/.test(address)) return false
  try {
    return decodeURI(address) !== ''
  } catch {
    return false
  }
}

/** An address as a log may keep it: what signs somebody in stands in some. */
const withoutTokens = (path: string) => path.replace(/[\w-]{40,}/g, '…')

/** For who has lost the way: the frame of the city that the address names, where it names one and it can still be read. */
async function lostFrame(c: Context, parts: Parts): Promise<Frame> {
  const [, city] = c.req.path.split('/')
  const found = city ? await parts.resolve({ city }).catch(() => undefined) : undefined
  return { ...strayFrame(c, parts), ...found?.site }
}

/** A bug: the person gets a number to tell, the operator gets the same number with what went wrong. */
async function broken(c: Context, parts: Parts, report: Setting['report'], error: unknown): Promise<Response> {
  const requestId = crypto.randomUUID().slice(0, 8)
  report?.(requestId, withoutTokens(c.req.path), error)
  c.header('Cache-Control', 'no-store')
  const frame = await lostFrame(c, parts)
  return c.html(htmlOf(await parts.errorPage(frame, { status: 500, sentence: '', requestId }), frame), 500)
}
