import { expect, test } from 'vitest'
import { type Entrance, PASSWORD, useEntrance } from '../../../../test/entrance.tsx'
import { newId, onStatement } from '../../../platform/db/index.ts'
import { invite, issueToken, urls, useToken } from '../index.ts'

const entrance = useEntrance()
const linkIn = (body: string) => /http:\/\/localhost:3000(\/\S+)/.exec(body)![1]!

async function askForLink(e: Entrance, email: string, next = '') {
  const answer = await e.browser(null).fill(urls.signInLink({ next }), { email })
  await e.work()
  return answer
}

async function newestLink(e: Entrance) {
  const [mail] = await e.mails()
  return linkIn(mail!.body)
}

test('asking for a link is answered alike and costs alike, whether or not the address is registered (attack class 26)', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    const ask = async (address: string) => {
      const browser = e.browser(null)
      const page = await browser.get(urls.signInLink())
      const statements: string[] = []
      const stop = onStatement((query) => statements.push(query.sql))
      const answer = await browser.post(urls.signInLink(), { ...page.formValues, email: address })
      stop()
      return { to: answer.location, statements: statements.map((one) => one.replace(/door\d+/g, '')) }
    }
    expect(await ask('nobody@example.jp')).toEqual(await ask(email))
    await e.work()
    expect((await e.mails()).map((mail) => mail.to)).toEqual([email])
  }))

test('a link signs in once, by a button and not by being opened (attack class 19)', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    await askForLink(e, email, '/notes')
    const link = await newestLink(e)
    const scanner = e.browser(null)
    await scanner.get(link)
    await scanner.get(link)
    const browser = e.browser(null)
    const answer = await browser.fill(link)
    expect([answer.status, answer.location]).toEqual([303, '/notes'])
    expect((await browser.get('/notes')).heading).toBe('メモ')
    expect((await e.browser(null).get(link)).says).toContain('すでに使われたか')
    const page = await scanner.get(urls.signIn())
    expect((await scanner.post(link, { _csrf: page.formValues._csrf! })).status).toBe(403)
  }))

test('a link ends after fifteen minutes', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    await askForLink(e, email)
    e.later(16)
    expect((await e.browser(null).get(await newestLink(e))).says).toContain('期限')
  }))

test('a link leads to no other host', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    await askForLink(e, email, '//evil.example')
    expect((await e.browser(null).fill(await newestLink(e))).location).toBe('/')
  }))

test('after ten requests for one address from one place no more mail goes out (attack class 26)', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    for (let i = 0; i < 12; i++) await askForLink(e, email)
    expect(await e.mails()).toHaveLength(10)
  }))

test('a token serves one purpose, one city and one time (attack classes 13 and 19)', () =>
  entrance.run(async (e) => {
    const { id } = await e.anAccount()
    await e.doors.house.run(async (db) => {
      const token = await issueToken(db, { purpose: 'invitation', account_id: id, city_id: 1 }, e.now())
      expect(await useToken(db, { purpose: 'sign-in', token }, e.now())).toBeUndefined()
      const invitation = { purpose: 'invitation', token } as const
      expect(await useToken(db, { ...invitation, city_id: 2 }, e.now())).toBeUndefined()
      expect(await useToken(db, invitation, e.now())).toBeUndefined()
      expect(await useToken(db, { ...invitation, city_id: 1 }, e.now())).toMatchObject({ account_id: id })
      expect(await useToken(db, { ...invitation, city_id: 1 }, e.now())).toBeUndefined()
    })
  }))

test('the database holds no token that could be used', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    await askForLink(e, email)
    const token = (await newestLink(e)).split('/').at(-1)!
    const everything = await e.doors.house.run(async (db) =>
      JSON.stringify([
        await db.selectFrom('house.tokens').selectAll().execute(),
        await db.selectFrom('house.mails').selectAll().execute(),
        await db.selectFrom('house.outbox').selectAll().execute(),
      ]),
    )
    expect(everything).not.toContain(token)
  }))

const city = { ja: '花見市', easy: '{花見市|はなみし}', en: 'Hanami' }
const person = newId()

const invitation = (e: Entrance, email: string, staff = false) =>
  e.doors.house.run((db) =>
    invite(
      { db, now: e.now(), installation: e },
      { email, name: '鈴木 一郎', city_id: 1, city, person, staff, by: null },
    ),
  )

const choice = { name: '鈴木 一朗', password: PASSWORD, again: PASSWORD }

test('an invited person chooses name and password and is in; the invitation serves once', () =>
  entrance.run(async (e) => {
    await invitation(e, 'invited@example.jp')
    await e.work()
    const link = await newestLink(e)
    const browser = e.browser(null)
    expect((await browser.fill(link, { ...choice, password: 'short', again: 'short' })).errors.password).toContain(
      '10字以上',
    )
    expect((await browser.fill(link, { ...choice, again: 'something else' })).errors.again).toBeTruthy()
    expect((await browser.fill(link, choice)).location).toBe('/me')
    expect((await browser.get('/notes')).says).toContain('鈴木 一朗')
    expect((await e.browser(null).get(link)).says).toContain('すでに使われたか')
    const again = await e.browser(null).fill(urls.signIn(), { email: 'invited@example.jp', password: PASSWORD })
    expect(again.status).toBe(303)
  }))

test('an invitation ends after seven days, and a second one ends the first', () =>
  entrance.run(async (e) => {
    await invitation(e, 'invited@example.jp')
    await e.work()
    const first = await newestLink(e)
    e.later(1)
    await invitation(e, 'invited@example.jp')
    await e.work()
    const second = await newestLink(e)
    expect((await e.browser(null).get(first)).buttons).toEqual([])
    expect((await e.browser(null).get(second)).buttons).toContain('使いはじめる')
    e.later(8 * 24 * 60)
    expect((await e.browser(null).get(second)).buttons).toEqual([])
  }))

test('inviting somebody who has an account looks the same to the administrator and changes nothing for them', () =>
  entrance.run(async (e) => {
    const { id, email } = await e.anAccount()
    const browser = e.browser(id)
    expect((await browser.get('/notes')).status).toBe(200)
    expect((await invitation(e, email.toUpperCase(), true)).id).toBe(id)
    await e.work()
    const [mail] = await e.mails()
    expect([mail!.to, mail!.body.includes('花見市から')]).toEqual([email, true])
    expect((await browser.get('/notes')).status).toBe(200)
    const again = await e.browser(null).fill(urls.signIn({ next: '/notes' }), { email, password: PASSWORD })
    expect(again.location).toBe('/notes')
    expect((await browser.get(linkIn(mail!.body))).says).toContain('引き受けるまで、いまのお使い方は何も変わりません')
    expect((await e.browser(null).get(linkIn(mail!.body))).buttons).toEqual(['サインイン'])
  }))

test('who has an account accepts signed in to it, and nobody else does; staff then come in anew, with a second factor', () =>
  entrance.run(async (e) => {
    const { id, email } = await e.anAccount()
    const other = await e.anAccount({ name: 'ほかの人' })
    await invitation(e, email, true)
    await e.work()
    const link = await newestLink(e)
    const stranger = e.browser(other.id)
    expect((await stranger.get(link)).buttons).not.toContain('引き受ける')
    const { _csrf } = (await stranger.get('/notes')).formValues
    expect((await stranger.post(link, { _csrf: _csrf!, _act: 'accept' })).status).toBe(403)
    const browser = e.browser(id)
    const page = await browser.get(link)
    expect([page.buttons, page.says.includes('すべての端末からサインアウトし')]).toEqual([['引き受ける'], true])
    const elsewhere = e.browser(id)
    await elsewhere.get('/notes')
    expect((await browser.fill(link, {}, 'accept')).location).toContain(urls.signIn())
    for (const one of [browser, elsewhere]) expect((await one.get('/notes')).location).toContain(urls.signIn())
    const again = await browser.fill(urls.signIn({ next: '/notes' }), { email, password: PASSWORD })
    expect(again.location).toContain(urls.secondFactor())
    expect((await e.browser(id).get(link)).says).toContain('すでに使われたか')
  }))

test('an invitation of one city does not end that of another, nor does a new password end either', () =>
  entrance.run(async (e) => {
    const { id, email } = await e.anAccount()
    await invitation(e, email)
    await e.work()
    const first = await newestLink(e)
    const from = { email, name: '鈴木 一郎', city_id: 2, city, person, staff: false, by: null }
    await e.doors.house.run((db) => invite({ db, now: e.now(), installation: e }, from))
    const browser = e.browser(id)
    await browser.fill(urls.password(), { password: `${PASSWORD} 新`, again: `${PASSWORD} 新` })
    expect((await browser.get(first)).buttons).toEqual(['引き受ける'])
    expect((await browser.fill(first, {}, 'accept')).location).toBe(urls.me())
    expect((await browser.get('/notes')).status).toBe(200)
  }))

test('an invitation that was left lying cannot open the account once it is in use', () =>
  entrance.run(async (e) => {
    await invitation(e, 'invited@example.jp')
    await e.work()
    const link = await newestLink(e)
    await askForLink(e, 'invited@example.jp')
    await e.browser(null).fill(await newestLink(e))
    expect((await e.browser(null).get(link)).buttons).toEqual(['サインイン'])
  }))

test('invited staff come in half way: first they set up their second factor', () =>
  entrance.run(async (e) => {
    await invitation(e, 'staff@example.jp', true)
    await e.work()
    const browser = e.browser(null)
    const answer = await browser.fill(await newestLink(e), choice)
    expect(answer.location).toMatch(/^\/sign-in\/second-factor/)
    expect((await browser.get('/notes')).location).toMatch(/^\/sign-in\/second-factor/)
  }))
