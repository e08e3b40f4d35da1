import { describe, expect, test } from 'vitest'
import { type Entrance, PASSWORD, useEntrance } from '../../../../test/entrance.tsx'
import { onStatement } from '../../../platform/db/index.ts'
import { sessionCookie } from '../../../platform/web/session-cookie.ts'
import { endAllSessions, findSession, heldForm, holdForm, startSession, sweepSignIn, urls } from '../index.ts'

const entrance = useEntrance()
const HOUR = 60
const DAY = 24 * HOUR

async function withSession(e: Entrance, staff = false) {
  const account = await e.anAccount({ staff })
  const who = { id: account.id, must_have_second_factor: staff }
  const token = await e.doors.house.run((db) => startSession(db, who, {}, e.now()))
  return { ...account, token, find: (other = token) => e.doors.house.run((db) => findSession(db, other, e.now())) }
}

test('a token that nobody gave out opens nothing', () =>
  entrance.run(async (e) => {
    const { find } = await withSession(e)
    expect(await find('x'.repeat(43))).toBeUndefined()
    expect(await find('')).toBeUndefined()
  }))

test('the session is found in one statement', () =>
  entrance.run(async (e) => {
    const { token } = await withSession(e)
    await e.doors.house.run(async (db) => {
      const statements: string[] = []
      const stop = onStatement((query) => statements.push(query.sql))
      expect(await findSession(db, token, e.now())).toMatchObject({ confirmed: true })
      stop()
      expect(statements).toHaveLength(1)
    })
  }))

test('the database holds the hash of a token, never the token', () =>
  entrance.run(async (e) => {
    const { token } = await withSession(e)
    const rows = await e.doors.house.run((db) => db.selectFrom('house.sessions').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(token)
  }))

test('people stay signed in for two weeks, staff for a working day', () =>
  entrance.run(async (e) => {
    const person = await withSession(e)
    const officer = await withSession(e, true)
    e.later(11 * HOUR)
    expect(await officer.find()).toBeDefined()
    e.later(2 * HOUR)
    expect([await officer.find(), await person.find()]).toEqual([undefined, expect.anything()])
    e.later(14 * DAY)
    expect(await person.find()).toBeUndefined()
  }))

test('the token changes every day, the old one serves a minute longer and forms stay valid', () =>
  entrance.run(async (e) => {
    const { id } = await e.anAccount()
    const browser = e.browser(id)
    const form = await browser.get('/notes')
    const before = browser.cookies.get('session')!
    e.later(25 * HOUR)
    await browser.get('/notes')
    expect(browser.cookies.get('session')).not.toBe(before)
    const onTheWay = e.browser(null)
    onTheWay.cookies.set('session', before)
    expect((await onTheWay.get('/notes')).status).toBe(200)
    expect(onTheWay.cookies.get('session')).toBe(before)
    expect((await browser.post('/notes', { ...form.formValues, text: 'まだ同じ人' })).status).toBe(303)
    e.later(2)
    expect((await onTheWay.get('/notes')).status).toBe(303)
    expect((await browser.get('/notes')).status).toBe(200)
  }))

test.each([
  ['http://localhost:3000', 'session', false],
  ['https://tomoni.example.lg.jp', '__Host-session', true],
])('the cookie at %s is for this host and no script', (publicUrl, name, secure) => {
  const cookie = sessionCookie(publicUrl)
  const written = cookie.write('t'.repeat(43))
  expect(written.startsWith(`${name}=`)).toBe(true)
  for (const attribute of ['Path=/', 'HttpOnly', 'SameSite=Lax']) expect(written).toContain(attribute)
  expect([written.includes('Secure'), written.includes('Domain')]).toEqual([secure, false])
  expect(cookie.read(`a=1; ${name}=${'t'.repeat(43)}; b=2`)).toBe('t'.repeat(43))
  expect(cookie.read(`x${name}=${'t'.repeat(43)}`)).toBeUndefined()
})

test('what was being written when the session had ended is in the form again after signing in, once', () =>
  entrance.run(async (e) => {
    const { id, email } = await e.anAccount()
    const browser = e.browser(id)
    const { formValues } = await browser.get('/notes')
    await e.doors.house.run((db) => endAllSessions(db, id, e.now()))
    const turned = await browser.post('/notes', { ...formValues, text: '三日かけて書いた文', password: 'secret' })
    expect([turned.status, turned.location!.split('?')[0]]).toEqual([303, urls.signIn()])
    const answer = await browser.fill(turned.location!, { email, password: PASSWORD })
    const found = await browser.follow(answer)
    expect(found.field('本文')).toBe('三日かけて書いた文')
    expect((await browser.follow(answer)).field('本文')).toBe('')
  }))

describe('signed out in another tab, then saved', () => {
  const notKept = 'サインインの前に書いていた内容です。まだ送られていません。確かめて、もう一度お送りください。'

  /** A form that was open while the person signed out elsewhere: the browser has no session any more. */
  async function openForm(e: Entrance) {
    const { id, email } = await e.anAccount()
    const browser = e.browser(id)
    const { formValues } = await browser.get('/notes')
    await browser.post(urls.signOut(), { _csrf: formValues._csrf as string })
    expect(browser.cookies.has('session')).toBe(false)
    const send = (more: Parameters<typeof browser.post>[1]) => browser.post('/notes', { ...formValues, ...more })
    const signIn = (at: string, as = email) => browser.fill(at, { email: as, password: PASSWORD })
    return { id, email, browser, send, signIn }
  }

  test('the words come back after signing in, and it is said that they were not sent', () =>
    entrance.run(async (e) => {
      const { browser, send, signIn } = await openForm(e)
      const turned = await send({ text: '三日かけて書いた文' })
      expect([turned.status, turned.location!.split('?')[0]]).toEqual([303, urls.signIn()])
      const found = await browser.follow(await signIn(turned.location!))
      expect([found.field('本文'), found.says.includes(notKept)]).toEqual(['三日かけて書いた文', true])
    }))

  test('a text as long as a book comes back whole', () =>
    entrance.run(async (e) => {
      const { browser, send, signIn } = await openForm(e)
      const book = '長い話。'.repeat(100_000)
      const turned = await send({ text: book })
      expect((await browser.follow(await signIn(turned.location!))).field('本文')).toBe(book)
    }))

  test('files that were sent with them are named, since they must be chosen again', () =>
    entrance.run(async (e) => {
      const { browser, send, signIn } = await openForm(e)
      const scan = new File([new Uint8Array(3_000_000)], '会則.pdf')
      const turned = await send({ scan, text: '書いた文' })
      const found = await browser.follow(await signIn(turned.location!))
      expect(found.field('本文')).toBe('書いた文')
      expect(found.says).toContain('添付した「会則.pdf」は届いていません。もう一度選んでください。')
    }))

  test('another person who signs in there instead sees nothing of them', () =>
    entrance.run(async (e) => {
      const { browser, send, signIn } = await openForm(e)
      const other = await e.anAccount()
      const turned = await send({ text: '私信' })
      const found = await browser.follow(await signIn(turned.location!, other.email))
      expect([found.status, found.field('本文'), found.text.includes('私信')]).toEqual([200, '', false])
    }))

  test('another person who is signed in there already does not send them in their own name', () =>
    entrance.run(async (e) => {
      const { id, browser, send, signIn } = await openForm(e)
      const other = await e.anAccount()
      await signIn(urls.signIn(), other.email)
      const refused = await send({ text: '私信' })
      expect([refused.status, refused.says.includes('別の方のものです')]).toEqual([403, true])
      expect(refused.text).not.toContain('私信')
      const held = await e.doors.house.run((db) => db.selectFrom('house.held_forms').select('account_id').execute())
      expect(held).toEqual([{ account_id: id }])
      expect(browser.cookies.has('session')).toBe(true)
    }))

  test('the same person who is signed in again sends them from where they are', () =>
    entrance.run(async (e) => {
      const { send, signIn } = await openForm(e)
      await signIn(urls.signIn())
      const again = await send({ text: '三日かけて書いた文' })
      expect([again.status, again.field('本文')]).toEqual([403, '三日かけて書いた文'])
      expect((await send(again.formValues)).status).toBe(303)
    }))

  test('a token that nobody gave out keeps nothing', () =>
    entrance.run(async (e) => {
      const { id } = await e.anAccount()
      await e.browser(id).get('/notes')
      const { id: session } = await e.doors.house.run((db) =>
        db.selectFrom('house.sessions').select('id').executeTakeFirstOrThrow(),
      )
      const turned = await e.browser(null).post('/notes', { _csrf: `${session}.made-up`, text: 'x' })
      expect(turned.location).toBe(urls.signIn({ next: '/notes' }))
    }))
})

test('nobody else finds it, nor the same person a day later', () =>
  entrance.run(async (e) => {
    const mine = await e.anAccount()
    const other = await e.anAccount()
    const hold = () =>
      e.doors.house.run((db) =>
        holdForm(db, e.box, { account_id: mine.id, page: '/notes', values: { text: '私信', password: 'x' } }, e.now()),
      )
    const look = (account: string, word: string) =>
      e.doors.house.run((db) => heldForm(db, e.box, { account_id: account, page: '/notes', word }, e.now()))
    const word = (await hold())!
    expect(await look(other.id, word)).toBeUndefined()
    expect(await look(mine.id, word)).toEqual({ text: '私信' })
    const late = (await hold())!
    e.later(25 * HOUR)
    expect(await look(mine.id, late)).toBeUndefined()
  }))

test('a stranger’s form is not kept, and nobody fills the house with forms', () =>
  entrance.run(async (e) => {
    const stranger = await e.browser(null).post('/notes', { text: 'x' })
    expect(stranger.location).toBe(urls.signIn({ next: '/notes' }))
    const { id } = await e.anAccount()
    const browser = e.browser(id)
    await browser.get('/notes')
    await e.doors.house.run((db) => endAllSessions(db, id, e.now()))
    const turned = []
    for (let i = 0; i < 25; i++) {
      e.later(1)
      turned.push(await browser.post('/notes', { text: String(i) }))
    }
    const held = await e.doors.house.run((db) => db.selectFrom('house.held_forms').select('page').execute())
    expect(held).toHaveLength(20)
    expect(turned.at(-1)!.location, 'the newest words are not the ones to go').toContain('held')
  }))

test('what has had its day is swept away, and a session a month after it ended', () =>
  entrance.run(async (e) => {
    const { id } = await withSession(e)
    await e.doors.house.run((db) => endAllSessions(db, id, e.now()))
    const count = () =>
      e.doors.house.run(async (db) => {
        await sweepSignIn(db, e.now())
        return (await db.selectFrom('house.sessions').select('id').execute()).length
      })
    e.later(29 * DAY)
    expect(await count()).toBe(1)
    e.later(2 * DAY)
    expect(await count()).toBe(0)
  }))

test('the list of browsers says when each was last used, to ten minutes', () =>
  entrance.run(async (e) => {
    const { id } = await e.anAccount()
    const browser = e.browser(id)
    await browser.get('/notes')
    const seen = () =>
      e.doors.house.run((db) => db.selectFrom('house.sessions').select('last_seen_at').executeTakeFirstOrThrow())
    const first = await seen()
    e.later(5)
    await browser.get('/notes')
    expect(await seen()).toEqual(first)
    e.later(6)
    await browser.get('/notes')
    expect((await seen()).last_seen_at).toEqual(e.now())
  }))
