import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { afterAll, beforeAll } from 'vitest'
import { z } from 'zod'
import { accounts, createAccount, hashPassword, sessionParts } from '../src/modules/accounts/index.ts'
import { boxWith } from '../src/platform/box.ts'
import { type Connection, type Doors, newId, openDoors, poolGround } from '../src/platform/db/index.ts'
import type { CastGroup } from '../src/platform/installation.ts'
import { listHouseMails, work } from '../src/platform/jobs/index.ts'
import {
  definePage,
  type Frame,
  PageCache,
  type Parts,
  pages,
  safetyHeaders,
  sealWith,
  servePages,
} from '../src/platform/web/index.ts'
import { sessionCookie } from '../src/platform/web/session-cookie.ts'
import { Form, SubmitRow, TextAreaField } from '../src/ui/index.ts'
import { inTransaction, sharedDatabase, testDatabase } from './database.ts'
import { type Browser, browse } from './http.ts'
import type { World } from './world.ts'

const NOW = new Date('2026-11-21T01:00:00Z')
export const PASSWORD = 'かわべりの花 と みみずく'

const SECRET = 'a secret for tests alone, of no worth anywhere else'
const PUBLIC_URL = 'http://localhost:3000'

/** The house alone, without any city: signing in, one's own account, and one page with a form behind it. */
export interface Entrance {
  doors: Doors
  box: ReturnType<typeof boxWith>
  publicUrl: string
  now(): Date
  later(minutes: number): void
  anAccount(given?: {
    name?: string
    staff?: boolean
    password?: string | null
  }): Promise<{ id: string; email: string }>
  /** A browser, signed in with the second factor given; a guest's for null. */
  browser(accountId: string | null): Browser
  work(): Promise<void>
  /** The sent mails, newest first. */
  mails(): Promise<{ to: string; subject: string; body: string }[]>
}

let passwordHash: string

/** The purpose of the program; the test chooses the database. */
export interface EntranceSetting {
  demonstration?: boolean
  cast?: readonly CastGroup[]
}

/** Call once in a test file; with `alone` it has a database of its own, where what is written stays. */
export function useEntrance({ alone = false } = {}) {
  let connection: Connection
  beforeAll(async () => {
    connection = await (alone ? testDatabase('bare', async () => {}) : sharedDatabase('bare'))
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => (alone ? connection?.close() : undefined))
  return {
    connection: () => connection,
    run: <T,>(test: (entrance: Entrance) => Promise<T>, setting: EntranceSetting = {}): Promise<T> =>
      alone
        ? test(makeEntrance(openDoors(poolGround(connection.kysely)), setting))
        : inTransaction(connection, (doors) => test(makeEntrance(doors, setting))),
  }
}

const Plain = ({ frame, title, lead, children }: { frame: Frame; title: string; lead?: Child; children?: Child }) => (
  <html lang="ja">
    <body>
      <main>
        {frame.flash && <p>{frame.flash}</p>}
        <h1>{title}</h1>
        <p>{lead}</p>
        {children}
      </main>
    </body>
  </html>
)

/** A page with a form, for tests of a session that ends. */
const notes = pages({
  '/notes': definePage({
    door: 'house',
    who: 'signed-in',
    load: async (c) => ({ name: c.actor.name }),
    view: ({ frame, form, data }) => (
      <Plain frame={frame} title="メモ" lead={data.name}>
        <Form form={form}>
          <TextAreaField form={form} name="text" label="本文" />
          <SubmitRow primary="保存する" />
        </Form>
      </Plain>
    ),
    form: z.object({ text: z.string() }),
    submit: async () => '/notes',
  }),
  '/open': definePage({
    door: 'house',
    who: 'anyone',
    load: async (c) => ({ account: c.actor.account_id }),
    view: ({ frame, data }) => <Plain frame={frame} title={data.account ? 'わかっています' : 'どなたでしょう'} />,
  }),
})

function makeEntrance(doors: Doors, setting: EntranceSetting): Entrance {
  let clock = NOW
  const now = () => clock
  const box = boxWith(SECRET)
  const house = { house: doors.house, box, cookie: sessionCookie(PUBLIC_URL), now, publicUrl: PUBLIC_URL }
  const demonstration = setting.demonstration ?? false
  const parts: Parts = {
    ...sessionParts(house),
    doors,
    box,
    modules: [],
    cast: setting.cast,
    seal: sealWith(SECRET),
    cache: new PageCache(safetyHeaders),
    assets: { css: '/assets/ui.css', js: '/assets/ui.js' },
    publicUrl: PUBLIC_URL,
    resolve: async () => ({ site: { cities: [] }, cityId: 0 }),
    actorFor: () => Promise.reject(new Error('There is no city here.')),
    stage: async () => 'ここでは受け付けません。',
    errorPage: (frame, { status, sentence }) => <Plain frame={frame} title={String(status)} lead={sentence} />,
    awayPage: (frame) => <Plain frame={frame} title="503" />,
    demonstration,
    tooMany: () => false,
    now,
  }
  const app = new Hono()
  app.use(async (c, next) => {
    c.set('address', c.req.header('x-test-address') ?? '203.0.113.7')
    await next()
  })
  servePages(app, { ...accounts.routes, ...notes }, parts)
  const world = {
    doors,
    get now() {
      return clock
    },
    app: { app },
  } as unknown as World
  return {
    doors,
    box,
    publicUrl: PUBLIC_URL,
    now,
    later(minutes) {
      clock = new Date(clock.getTime() + minutes * 60_000)
    },
    async anAccount({ name = '佐藤 花子', staff = false, password } = {}) {
      const email = `${newId()}@example.jp`
      const password_hash = password === null ? null : passwordHash
      const input = { email, name, password_hash, must_have_second_factor: staff }
      return doors.house.run((db) => createAccount(db, input, clock))
    },
    browser: (accountId) => browse(world, accountId),
    work: () =>
      work({
        doors,
        box,
        publicUrl: PUBLIC_URL,
        modules: [accounts],
        sendMail: async () => {},
        keepsMails: true,
        now,
        report: (_, error) => {
          throw error
        },
      }),
    mails: () => doors.house.run((db) => listHouseMails(db, box)),
  }
}
