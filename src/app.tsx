import { type Context, Hono } from 'hono'
import { attemptCounter, sessionParts } from './modules/accounts/index.ts'
import { Directory } from './modules/charters/index.ts'
import { actorFor } from './modules/parties/index.ts'
import { modules } from './modules.ts'
import { boxWith } from './platform/box.ts'
import { type Doors, isDatabaseAway } from './platform/db/index.ts'
import { type FileStore, serveFiles } from './platform/files/index.ts'
import type { CastGroup } from './platform/installation.ts'
import { ClockPutBack } from './platform/record/index.ts'
import { NotFound } from './platform/refusals.ts'
import type { Stage, StorageRoom } from './platform/uploads/index.ts'
import {
  addressOf,
  answerAway,
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
} from './platform/web/index.ts'
import { sessionCookie } from './platform/web/session-cookie.ts'
import { AwayView, ErrorView, site } from './site/index.ts'

export interface Setting {
  doors: Doors
  secret: string
  /** The secret before, while it is being changed. */
  secretBefore?: string
  assets: { css: string; js: string; icon?: string }
  demonstration: boolean
  cast?: readonly CastGroup[]
  publicUrl: string
  stage: Stage
  /** The storage that a person and a city have left, where it is limited. */
  room?: StorageRoom
  store?: FileStore
  /** The proxies before the program that are believed when they say where a request comes from; none by default. */
  proxies?: Proxies
  now?: () => Date
  /** Called with a bug: its number, the address and the error. */
  report?: (requestId: string, path: string, error: unknown) => void
  /** Hears that the database is away, or that the clock was put back. */
  away?: (error: Error) => void
}

/** Makes the application: the order in which a request is handled, and what answers where. */
export function makeApp(setting: Setting) {
  const directory = new Directory(setting.doors)
  const headers = headersFor(setting.publicUrl)
  const cache = new PageCache(headers)
  const now = setting.now ?? (() => new Date())
  const { proxies = proxiesFrom(0) } = setting
  const entrance = {
    house: setting.doors.house,
    box: boxWith(setting.secret, setting.secretBefore),
    cookie: sessionCookie(setting.publicUrl),
    now,
  }

  const parts: Parts = {
    ...setting,
    modules,
    ...sessionParts(entrance),
    box: entrance.box,
    seal: sealWith(setting.secret, setting.secretBefore),
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
    awayPage: (frame: Frame, unsent) => AwayView({ frame, unsent }),
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
  app.onError((error, c) => {
    if (!isDatabaseAway(error) && !(error instanceof ClockPutBack)) return broken(c, parts, setting.report, error)
    setting.away?.(error)
    return answerAway(c, parts)
  })

  if (setting.store) serveFiles(app, parts, setting.store, Object.assign({}, ...modules.map((module) => module.files)))
  for (const { documents } of modules) serveDocuments(app, documents ?? {}, parts)
  for (const { routes } of [site, ...modules]) servePages(app, routes ?? {}, parts)
  return { app, cache, directory, parts }
}

/** Keeps the chosen language for the next pages (rulings 23). */
function keepAsked(c: Context, publicUrl: string): void {
  const asked = c.req.query('lang')
  const lang = asked && languageFrom({ asked })
  if (lang === asked && lang && languageCookie(c.req.header('cookie')) !== lang)
    c.res.headers.append('Set-Cookie', keepLanguage(lang, publicUrl))
}

/** The database knows no NUL, and no person types one. */
function isWritten(address: string): boolean {
  if (/%00|\0/.test(address)) return false
  try {
    return decodeURI(address) !== ''
  } catch {
    return false
  }
}

/** Some addresses contain a token that signs a person in, which a log must not keep. */
const withoutTokens = (path: string) => path.replace(/[\w-]{40,}/g, '…')

/** Returns the frame of the city in the address, if that can still be read. */
async function lostFrame(c: Context, parts: Parts): Promise<Frame> {
  const [, city] = c.req.path.split('/')
  const found = city ? await parts.resolve({ city }).catch(() => undefined) : undefined
  return { ...strayFrame(c, parts), ...found?.site }
}

/** Shows the person a number for the bug and reports the error under it. */
async function broken(c: Context, parts: Parts, report: Setting['report'], error: unknown): Promise<Response> {
  const requestId = crypto.randomUUID().slice(0, 8)
  report?.(requestId, withoutTokens(c.req.path), error)
  c.header('Cache-Control', 'no-store')
  const frame = await lostFrame(c, parts)
  return c.html(htmlOf(await parts.errorPage(frame, { status: 500, sentence: '', requestId }), frame), 500)
}
