import { expect, test } from 'vitest'
import { findSession, hashPassword, requireSecondFactor, startSession, urls } from '../../src/modules/accounts/index.ts'
import { addressOf, placeOf, proxiesFrom } from '../../src/platform/web/index.ts'
import { type Entrance, PASSWORD, useEntrance } from '../entrance.tsx'
import { useWorld } from '../world.ts'

// Attack classes 13, 19, 20, 25 to 27, 32: signing in. Most of it is tested beside the code, in src/modules/accounts.

const entrance = useEntrance()

/** Requests a sign-in link from so many addresses at once, each with its own browser. */
async function askFrom(e: Entrance, email: string, places: number) {
  for (let n = 0; n < places; n++) {
    const browser = e.browser(null)
    const from = { 'x-test-address': `198.51.100.${n}` }
    const page = await browser.get(urls.signInLink(), from)
    await browser.post(urls.signInLink(), { ...page.formValues, email }, from)
  }
}

test('a person is not flooded with links, from however many places they are asked for', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    await askFrom(e, email, 30)
    await e.work()
    expect(await e.mails()).toHaveLength(10)
    e.later(11)
    await askFrom(e, email, 1)
    await e.work()
    expect(await e.mails()).toHaveLength(11)
  }))

test('a city hall in which everybody signs in at half past eight is not shut out: what names nobody is counted by place alone', () =>
  entrance.run(async (e) => {
    for (const page of [urls.signInPasskey(), urls.invitation({ token: 'x'.repeat(43) })]) {
      const browser = e.browser(null)
      for (let n = 0; n < 60; n++) {
        const { formValues } = await browser.get(page)
        const typed = { response: '{}', name: '山田', password: PASSWORD, again: PASSWORD }
        const answer = await browser.post(page, { ...formValues, ...typed })
        expect([page, n, answer.says.includes('10分ほど')]).toEqual([page, n, false])
      }
    }
  }))

test('whoever becomes staff is signed out everywhere and comes in anew, with the shorter session of staff', () =>
  entrance.run(async (e) => {
    const account = await e.anAccount()
    const given = { id: account.id, must_have_second_factor: false }
    const token = await e.doors.house.run((db) => startSession(db, given, {}, e.now()))
    const alive = () => e.doors.house.run((db) => findSession(db, token, e.now()))
    expect(await alive()).toBeDefined()
    await e.doors.house.run((db) => requireSecondFactor(db, account.id, true, e.now()))
    expect(await alive()).toBeUndefined()
    const staff = { id: account.id, must_have_second_factor: true }
    const fresh = await e.doors.house.run((db) => startSession(db, staff, { second_factor: true }, e.now()))
    await e.doors.house.run((db) => requireSecondFactor(db, account.id, true, e.now()))
    expect(await e.doors.house.run((db) => findSession(db, fresh, e.now()))).toBeDefined()
    e.later(13 * 60)
    expect(await e.doors.house.run((db) => findSession(db, fresh, e.now()))).toBeUndefined()
  }))

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', true],
  ['2001:db8::1', '2001:db8:0:0:9::', true],
  ['2001:db8:1:2::', '2001:db8:1:3::', false],
  ['::ffff:192.0.2.1', '192.0.2.1', true],
  ['192.0.2.1', '192.0.2.2', false],
])('%s and %s are one visitor’s: %s', (one, two, same) => {
  expect(placeOf(one) === placeOf(two)).toBe(same)
})

test('a header that names somebody signs nobody in, behind a trusted proxy or not', async () => {
  const names = [
    'remote-user',
    'x-remote-user',
    'x-forwarded-user',
    'x-auth-request-email',
    'authorization',
    'x-original-url',
  ]
  const context = {
    env: {},
    req: { header: (name: string) => (names.includes(name) ? 'admin@example.jp' : undefined) },
  }
  expect(addressOf(context as never, proxiesFrom(1))).toBe('')
})

const w = useWorld()

test('the same header on a page changes nothing in what is answered', () =>
  w.inCity('kawaguchi', async (c) => {
    const headers = {
      'remote-user': c.people.section!.email!,
      'x-forwarded-user': c.people.section!.email!,
      authorization: `Basic ${Buffer.from('administrator:x').toString('base64')}`,
      'x-original-url': '/kawaguchi/admin',
      'x-rewrite-url': '/kawaguchi/admin',
      'x-http-method-override': 'POST',
    }
    const plain = await c.as('nobody').get('/kawaguchi/admin')
    const forged = await c.as('nobody').get('/kawaguchi/admin', headers)
    expect([forged.status, forged.location]).toEqual([plain.status, plain.location])
    expect((await c.as('nobody').get('/kawaguchi', headers)).text.includes(c.people.section!.name)).toBe(false)
  }))

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%0d%0aset-cookie:x=1',
  '\t//evil.example',
  ' //evil.example',
])('no link that signs in or out leads to %j', (next) =>
  w.inCity('kawaguchi', async (c) => {
    const as = { id: c.people.section!.account_id! }
    expect(as.id).toBeTruthy()
    const browser = c.as('nobody')
    for (const page of [urls.signIn({ next }), urls.signInLink({ next }), urls.signInPasskey({ next })]) {
      const { text, formValues } = await browser.get(page)
      expect([page, /href="(https?:|javascript:|\/\/|\/\\)/i.test(text)]).toEqual([page, false])
      expect(Object.keys(formValues).length).toBeGreaterThan(0)
    }
    for (const page of [urls.secondFactor({ next }), urls.app({ next }), urls.recovery({ next })]) {
      const { text } = await c.as('section').get(page)
      expect([page, /href="(https?:|javascript:|\/\/|\/\\)/i.test(text)]).toEqual([page, false])
    }
    expect((await c.as('section').fill(urls.signOut({ next }), {})).location ?? '/').toMatch(/^\/(?![/\\])/)
  }),
)

test('a link that is no invitation costs no hashing and opens nothing', () =>
  entrance.run(async (e) => {
    const browser = e.browser(null)
    const { _csrf } = (await browser.get(urls.signIn())).formValues
    const typed = { _csrf: _csrf!, name: '山田', password: PASSWORD, again: PASSWORD }
    const hashing = await cost(() => hashPassword(PASSWORD))
    const sending = await cost(async () => {
      const sent = await browser.post(urls.invitation({ token: 'x'.repeat(43) }), typed)
      expect(sent.status).toBe(409)
    })
    expect(sending).toBeLessThan(hashing)
    expect([...browser.cookies.keys()]).not.toContain('session')
  }))

/** Processor time of the work, after one run to warm up: other load on the machine does not change it. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  await work()
  const begun = process.cpuUsage()
  for (let n = 0; n < 3; n++) await work()
  const { user, system } = process.cpuUsage(begun)
  return user + system
}
