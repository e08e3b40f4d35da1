import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, testDatabase } from '../../../test/database.ts'
import { nobody } from '../actor.ts'
import { type Connection, type Doors, newId } from '../db/index.ts'
import { allow, deny } from '../ruling.ts'
import type { Parts } from '../web/index.ts'
import {
  attachFiles,
  detachFile,
  filesOf,
  publishedFilesOf,
  publishFiles,
  retractFiles,
  serveFiles,
  urls,
} from './index.ts'
import { digestOf, type FileStore } from './store.ts'

let connection: Connection
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
})
afterAll(() => connection?.close())

const now = new Date('2026-11-21T01:00:00Z')
const act = { actor: nobody(1), now }
const bytes = Buffer.from('%PDF-1.7 身分証の写し')
const scan = { sha256: digestOf(bytes), name: '身分証<img src=x>.pdf', type: 'application/pdf', bytes: bytes.length }
const photo = { ...scan, name: '花壇.jpg', type: 'image/jpeg' }
const cities: Record<string, number> = { aaa: 1, bbb: 2 }

/** The route over two cities; `owner` may see the subject `proposal`, and nobody any other. */
function aHouse(doors: Doors, opened: string[] = []) {
  const store = {
    read: async (hash: string) => {
      opened.push(hash)
      return hash === scan.sha256 ? new Blob([bytes]).stream() : undefined
    },
  } as FileStore
  const parts = {
    doors,
    assets: { css: '', js: '' },
    resolve: async ({ city }: Record<string, string>) =>
      cities[city!] ? { site: {}, cityId: cities[city!]! } : undefined,
    session: async (c) => {
      const account = c.req.header('x-account')
      return account ? { id: account, account_id: account, confirmed: account !== 'half' } : undefined
    },
    actorFor: async (_, session, cityId) => ({ ...nobody(cityId), account_id: session.account_id }),
    signInUrl: () => '/sign-in',
    confirmUrl: () => '/sign-in/second-factor',
    errorPage: (_, { sentence }) => sentence,
    seal: { sign: () => '', check: () => false },
    now: () => now,
  } as Partial<Parts> as Parts
  const app = new Hono()
  app.onError((error, c) => c.text(error.message, 500))
  serveFiles(app, parts, store, {
    proposal: {
      of: async (_, subject_id) => subject_id,
      who: (actor) => (actor.account_id === 'owner' ? allow() : deny('…')),
      concerns: () => [],
    },
  })
  return (url: string, account?: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.request(url, { method, headers: { ...headers, ...(account ? { 'x-account': account } : {}) } })
}

async function attached(doors: Doors, kind = 'proposal', file = scan) {
  const subject = { kind, id: newId() }
  const [row] = await doors.city(1).run((db) => attachFiles(db, act, { ...subject, purpose: 'scan' }, [file]))
  return { subject, url: urls.file({ city: 'aaa', id: row!.id, name: row!.name }), id: row!.id }
}

test('a file that is not public is sent to whom the subject’s rule says yes, and to nobody else', () =>
  inTransaction(connection, async (doors) => {
    const get = aHouse(doors)
    const { url } = await attached(doors)
    expect((await get(url)).headers.get('location')).toBe('/sign-in')
    expect((await get(url, 'half')).headers.get('location')).toBe('/sign-in/second-factor')
    expect((await get(url, 'stranger')).status).toBe(404)
    const answer = await get(url, 'owner')
    expect([answer.status, await answer.text()]).toEqual([200, bytes.toString()])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="file.pdf"/)
  }))

test('a subject for which no module speaks is closed to everyone', () =>
  inTransaction(connection, async (doors) => {
    const get = aHouse(doors)
    for (const kind of ['unheard-of', 'constructor', '__proto__']) {
      expect((await get((await attached(doors, kind)).url, 'owner')).status).toBe(404)
    }
  }))

test('the same file’s number in another city is another file, and there is none (attack class 12)', () =>
  inTransaction(connection, async (doors) => {
    const get = aHouse(doors)
    const { id } = await attached(doors)
    expect((await get(urls.file({ city: 'bbb', id, name: 'x' }), 'owner')).status).toBe(404)
    expect((await get(urls.file({ city: 'ccc', id, name: 'x' }), 'owner')).status).toBe(404)
  }))

test.each(['0', 'undefined', "' or 1=1", '00000000-0000-0000-0000-000000000000'])('%s is no file', (id) =>
  inTransaction(connection, async (doors) => {
    const get = aHouse(doors)
    await attached(doors)
    expect((await get(urls.file({ city: 'aaa', id, name: 'x' }), 'owner')).status).toBe(404)
  }),
)

test('whether a file exists is not told to who is not signed in (attack class 10)', () =>
  inTransaction(connection, async (doors) => {
    const get = aHouse(doors)
    const there = await get((await attached(doors)).url)
    const missing = await get(urls.file({ city: 'aaa', id: newId(), name: 'x' }))
    expect([missing.status, missing.headers.get('location')]).toEqual([there.status, there.headers.get('location')])
  }))

test('a published file is everyone’s until it is withdrawn, and then at once nobody’s', () =>
  inTransaction(connection, async (doors) => {
    const get = aHouse(doors)
    const { subject, url } = await attached(doors, 'proposal', photo)
    await doors.city(1).run((db) => publishFiles(db, subject, ['plan'], now))
    expect((await get(url)).status).toBe(303)
    await doors.city(1).run((db) => publishFiles(db, subject, ['scan'], now))
    const answer = await get(url)
    expect([answer.status, answer.headers.get('content-disposition')?.slice(0, 6)]).toEqual([200, 'inline'])
    const etag = answer.headers.get('etag')!
    expect((await get(url, undefined, { 'if-none-match': etag })).status).toBe(304)
    expect(await doors.public.run((db) => publishedFilesOf(db, 1, subject))).toHaveLength(1)
    expect(await doors.public.run((db) => publishedFilesOf(db, 2, subject))).toHaveLength(0)
    await doors.city(1).run((db) => retractFiles(db, subject, ['scan']))
    expect((await get(url, undefined, { 'if-none-match': etag })).status).toBe(303)
    expect(await doors.public.run((db) => publishedFilesOf(db, 1, subject))).toHaveLength(0)
  }))

test('asking what a file is opens none of it: a visitor who only asks leaves nothing open behind them', () =>
  inTransaction(connection, async (doors) => {
    const opened: string[] = []
    const get = aHouse(doors, opened)
    const { url } = await attached(doors)
    for (let n = 0; n < 3; n++) {
      const answer = await get(url, 'owner', {}, 'HEAD')
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(bytes.length)])
    }
    expect(opened).toEqual([])
    expect((await get(url, 'stranger', {}, 'HEAD')).status).toBe(404)
  }))

test('a file that the store has lost is an error that says so, never an empty file', () =>
  inTransaction(connection, async (doors) => {
    const get = aHouse(doors)
    const { url } = await attached(doors, 'proposal', { ...scan, sha256: 'a'.repeat(64) })
    expect((await get(url, 'owner')).status).toBe(500)
  }))

test('files keep the order in which they were attached', () =>
  inTransaction(connection, async (doors) => {
    const subject = { kind: 'proposal', id: newId() }
    const names = ['一.pdf', '二.pdf', '三.pdf']
    await doors.city(1).run(async (db) => {
      await attachFiles(
        db,
        act,
        { ...subject, purpose: 'plan' },
        names.slice(0, 2).map((name) => ({ ...scan, name })),
      )
      await attachFiles(db, act, { ...subject, purpose: 'plan' }, [{ ...scan, name: names[2]! }])
      await attachFiles(db, act, { ...subject, purpose: 'scan' }, [scan])
      const [first] = await filesOf(db, subject, 'plan')
      expect((await filesOf(db, subject, 'plan')).map((file) => file.name)).toEqual(names)
      await detachFile(db, first!.id)
      expect((await filesOf(db, subject, 'plan')).map((file) => file.name)).toEqual(names.slice(1))
    })
  }))
