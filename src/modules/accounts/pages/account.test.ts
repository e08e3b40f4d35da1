import { expect, test } from 'vitest'
import { type Entrance, PASSWORD, useEntrance } from '../../../../test/entrance.tsx'
import { issueToken, urls } from '../index.ts'
import { browserLabel } from '../session.ts'
import { words } from '../words/index.ts'

const entrance = useEntrance()
const NEW = '別の おぼえやすい ことば'
const choice = { password: NEW, again: NEW }

async function signedIn(e: Entrance, given: Parameters<Entrance['anAccount']>[0] = {}) {
  const account = await e.anAccount(given)
  return { ...account, browser: e.browser(account.id) }
}

const signIn = (e: Entrance, email: string, password: string) =>
  e.browser(null).fill(urls.signIn(), { email, password })

test.each([
  ['password', urls.password(), choice],
  ['mail address', urls.email(), { email: 'new@example.jp' }],
  ['passkeys', urls.passkeys(), { response: '{}', name: '' }],
])(
  'half an hour after signing in, the %s is not changed without signing in again (attack class 20)',
  (_, page, values) =>
    entrance.run(async (e) => {
      const { browser } = await signedIn(e)
      const { formValues } = await browser.get(page)
      e.later(31)
      const shown = await browser.get(page)
      expect(shown.says).toContain('もう一度サインインしてください')
      expect(shown.links.find((link) => link.text === 'サインインの画面へ')?.href).toBe(urls.signIn({ next: page }))
      expect((await browser.post(page, { ...formValues, ...values })).status).toBe(403)
    }),
)

test('a changed password ends every other session, every link that is out, and the old password', () =>
  entrance.run(async (e) => {
    const { id, email, browser } = await signedIn(e)
    const elsewhere = e.browser(id)
    await elsewhere.get('/notes')
    const link = await e.doors.house.run((db) => issueToken(db, { purpose: 'sign-in', account_id: id }, e.now()))
    expect((await browser.fill(urls.password(), choice)).location).toBe(urls.me())
    expect((await browser.get('/notes')).status).toBe(200)
    expect((await elsewhere.get('/notes')).status).toBe(303)
    expect((await e.browser(null).get(urls.followLink({ token: link }))).says).toContain('すでに使われたか')
    expect((await signIn(e, email, PASSWORD)).status).toBe(422)
    expect((await signIn(e, email, NEW)).status).toBe(303)
    await e.work()
    expect((await e.mails()).map((mail) => [mail.to, mail.subject])).toEqual([[email, 'パスワードが変わりました']])
  }))

test('the same password typed on another keyboard is the same password', () =>
  entrance.run(async (e) => {
    const { email, browser } = await signedIn(e)
    await browser.fill(urls.password(), { password: 'ｐａｓｓ-ガード-2026', again: 'ｐａｓｓ-ガード-2026' })
    expect((await signIn(e, email, 'pass-ｶﾞｰﾄﾞ-2026')).status).toBe(303)
  }))

const linkIn = (body: string) => /http:\/\/localhost:3000(\/\S+)/.exec(body)![1]!

test('a new address counts once its link was opened by the person who asked, and the old one is told', () =>
  entrance.run(async (e) => {
    const { email, browser } = await signedIn(e)
    const stranger = await signedIn(e)
    await browser.fill(urls.email(), { email: 'New@Example.jp' })
    await e.work()
    const [mail] = await e.mails()
    expect(mail!.to).toBe('new@example.jp')
    const link = linkIn(mail!.body)
    expect((await e.browser(null).get(link)).location).toMatch(/^\/sign-in\?/)
    expect((await stranger.browser.get(link)).status).toBe(404)
    expect((await browser.get(urls.me())).says).toContain(email)
    expect((await browser.fill(link)).location).toBe(urls.me())
    expect((await browser.get(link)).status).toBe(404)
    e.later(1)
    await e.work()
    expect((await e.mails())[0]!.to).toBe(email)
    expect((await signIn(e, 'new@example.jp', PASSWORD)).status).toBe(303)
    expect((await signIn(e, email, PASSWORD)).status).toBe(422)
  }))

test('whoever asks for an address that somebody has learns nothing; its owner does', () =>
  entrance.run(async (e) => {
    const { browser } = await signedIn(e)
    const owner = await e.anAccount()
    const free = await browser.fill(urls.email(), { email: 'free@example.jp' })
    e.later(1)
    const taken = await browser.fill(urls.email(), { email: owner.email })
    expect([taken.status, taken.location]).toEqual([free.status, free.location])
    expect((await browser.get(urls.me())).says).toContain('確認のメールをお送りしました')
    await e.work()
    const [mail] = await e.mails()
    expect([mail!.to, linkIn(mail!.body)]).toEqual([owner.email, urls.signIn()])
  }))

test('signing out everywhere ends every session, also this one', () =>
  entrance.run(async (e) => {
    const { id, browser } = await signedIn(e)
    const elsewhere = e.browser(id)
    await elsewhere.get('/notes')
    expect((await browser.fill(urls.sessions())).location).toBe('/')
    expect([(await browser.get('/notes')).status, (await elsewhere.get('/notes')).status]).toEqual([303, 303])
  }))

test('one browser in the list is signed out, another account’s is not', () =>
  entrance.run(async (e) => {
    const { id, browser } = await signedIn(e)
    const elsewhere = e.browser(id)
    await elsewhere.get('/notes')
    const stranger = await signedIn(e)
    await stranger.browser.get('/notes')
    const all = await e.doors.house.run((db) => db.selectFrom('house.sessions').select(['id', 'account_id']).execute())
    const strangers = all.find((one) => one.account_id === stranger.id)!.id
    const { formValues } = await browser.get(urls.sessions())
    await browser.post(urls.sessions(), { ...formValues, id: strangers, _act: 'end' })
    expect((await stranger.browser.get('/notes')).status).toBe(200)
    const others = /name="id" value="([^"]+)"/.exec((await browser.get(urls.sessions())).text)![1]!
    await browser.post(urls.sessions(), { ...formValues, id: others, _act: 'end' })
    expect((await elsewhere.get('/notes')).status).toBe(303)
    expect((await browser.get('/notes')).status).toBe(200)
  }))

test('name and language are the person’s to choose', () =>
  entrance.run(async (e) => {
    const { browser } = await signedIn(e)
    expect((await browser.fill(urls.me(), { name: '　' })).errors.name).toContain('お名前を入力してください。')
    expect((await browser.fill(urls.me(), { name: ' 髙﨑 𠮷子 ', lang: 'en' })).status).toBe(303)
    const answer = await browser.get(urls.signIn())
    expect([answer.heading, answer.says.includes('髙﨑 𠮷子')]).toEqual(['Sign in', true])
  }))

test('what a person called themselves is text and nothing else (attack class 1)', () =>
  entrance.run(async (e) => {
    const { browser } = await signedIn(e, { name: '<img src=x onerror=alert(1)>' })
    for (const page of ['/notes', urls.me(), urls.sessions(), urls.passkeys()]) {
      const answer = await browser.get(page)
      expect(answer.status).toBe(200)
      expect(answer.text).not.toContain('<img')
    }
  }))

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox（Windows）'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604',
    'Safari（iPhone・iPad）',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140', 'Edge（Windows）'],
  ['', 'ブラウザ（機種不明）'],
])('a person recognises their browser: %s', (agent, label) => expect(browserLabel(agent, words.ja)).toBe(label))
