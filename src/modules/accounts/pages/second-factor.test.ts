import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { type Entrance, PASSWORD, useEntrance } from '../../../../test/entrance.tsx'
import type { Browser } from '../../../../test/http.ts'
import { findAccount, resetSecondFactors, urls } from '../index.ts'

const entrance = useEntrance()

const codeFor = (secret: string, at: Date) =>
  new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: at.getTime() })

const secretOn = (html: string) => /<code>([A-Z2-7 ]{30,})<\/code>/.exec(html)![1]!

async function halfWay(e: Entrance, email: string): Promise<Browser> {
  const browser = e.browser(null)
  const answer = await browser.fill(urls.signIn(), { email, password: PASSWORD })
  if (!answer.location?.startsWith(urls.secondFactor()))
    throw new Error('This person was not asked for a second factor.')
  return browser
}

/** Sets the app up as a person does: reads the secret off the page and types the first code. */
async function setUp(e: Entrance, browser: Browser, page: string = urls.secondFactorNew()) {
  const shown = await browser.get(page)
  const secret = secretOn(shown.text)
  const codes = [...shown.text.matchAll(/<code>([2-9a-z]{5}-[2-9a-z]{5})<\/code>/g)].map((match) => match[1]!)
  const answer = await browser.post(shown.formAction!, { ...shown.formValues, code: codeFor(secret, e.now()) })
  return { secret, codes, answer }
}

async function staffWithApp(e: Entrance) {
  const account = await e.anAccount({ staff: true })
  const browser = await halfWay(e, account.email)
  const made = await setUp(e, browser)
  if (made.answer.status !== 303) throw new Error(made.answer.says)
  e.later(1)
  return { ...account, ...made, browser }
}

test('half way in, nothing is open: no page, no account, no part in what anyone may see', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount({ staff: true })
    const browser = await halfWay(e, email)
    for (const page of [
      '/notes',
      urls.me(),
      urls.password(),
      urls.email(),
      urls.passkeys(),
      urls.app(),
      urls.sessions(),
    ]) {
      expect((await browser.get(page)).location).toMatch(/^\/sign-in\/second-factor/)
    }
    expect((await browser.get('/open')).heading).toBe('どなたでしょう')
  }))

test('a wrong code does not set the app up, and the same secret is shown again', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount({ staff: true })
    const browser = await halfWay(e, email)
    const shown = await browser.get(urls.secondFactorNew())
    const answer = await browser.post(shown.formAction!, { ...shown.formValues, code: '000000' })
    expect(answer.status).toBe(422)
    expect(answer.formValues.sealed).toBe(shown.formValues.sealed)
    expect((await browser.get('/notes')).status).toBe(303)
  }))

test('a secret made for one account sets up no other', () =>
  entrance.run(async (e) => {
    const mallory = await e.anAccount({ staff: true })
    const alice = await e.anAccount({ staff: true })
    const shown = await (await halfWay(e, mallory.email)).get(urls.secondFactorNew())
    const secret = secretOn(shown.text)
    const browser = await halfWay(e, alice.email)
    const own = await browser.get(urls.secondFactorNew())
    const planted = { ...own.formValues, sealed: shown.formValues.sealed!, code: codeFor(secret, e.now()) }
    expect((await browser.post(own.formAction!, planted)).status).toBe(422)
  }))

test('with the app set up, the session is whole under a new token and the old token is worth nothing', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount({ staff: true })
    const browser = await halfWay(e, email)
    const before = browser.cookies.get('session')!
    const { answer } = await setUp(e, browser)
    expect(answer.status).toBe(303)
    expect((await browser.get('/notes')).heading).toBe('メモ')
    const other = e.browser(null)
    other.cookies.set('session', before)
    expect((await other.get('/notes')).location).toMatch(/^\/sign-in\?/)
  }))

test('the next time, the code from the app is asked for, and each code serves once', () =>
  entrance.run(async (e) => {
    const { email, secret } = await staffWithApp(e)
    const browser = await halfWay(e, email)
    expect((await browser.fill(urls.secondFactor(), { code: '000000' })).status).toBe(422)
    const code = codeFor(secret, e.now())
    expect((await browser.fill(urls.secondFactor({ next: '/notes' }), { code })).location).toBe('/notes')
    expect((await browser.get('/notes')).status).toBe(200)
    const observer = await halfWay(e, email)
    expect((await observer.fill(urls.secondFactor(), { code })).status).toBe(422)
    e.later(1)
    expect((await observer.fill(urls.secondFactor(), { code: codeFor(secret, e.now()) })).status).toBe(303)
  }))

test('a code in full-width figures, half a minute late, is right; ten minutes late it is not', () =>
  entrance.run(async (e) => {
    const { email, secret } = await staffWithApp(e)
    const wide = (code: string) => code.replace(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0))
    const late = codeFor(secret, new Date(e.now().getTime() - 30_000))
    expect((await (await halfWay(e, email)).fill(urls.secondFactor(), { code: wide(late) })).status).toBe(303)
    const old = codeFor(secret, new Date(e.now().getTime() - 600_000))
    expect((await (await halfWay(e, email)).fill(urls.secondFactor(), { code: old })).status).toBe(422)
  }))

test('whoever guesses is stopped after ten codes, in whatever browser', () =>
  entrance.run(async (e) => {
    const { email, secret } = await staffWithApp(e)
    for (let i = 0; i < 9; i++) await (await halfWay(e, email)).fill(urls.secondFactor(), { code: '000000' })
    e.later(9)
    await (await halfWay(e, email)).fill(urls.secondFactor(), { code: '000000' })
    const browser = await halfWay(e, email)
    e.later(1)
    expect((await browser.fill(urls.secondFactor(), { code: '000000' })).status).toBe(422)
    for (let i = 0; i < 10; i++) await browser.fill(urls.secondFactor(), { code: '000000' })
    const answer = await browser.fill(urls.secondFactor(), { code: codeFor(secret, e.now()) })
    expect([answer.status, answer.says.includes('10分ほどおいて')]).toEqual([403, true])
  }))

test('somebody who only knows the password cannot set up an app of their own over the first', () =>
  entrance.run(async (e) => {
    const { email } = await staffWithApp(e)
    const thief = await halfWay(e, email)
    expect((await thief.get(urls.secondFactorNew())).status).toBe(403)
    const page = await thief.get(urls.secondFactor())
    expect((await thief.post(urls.secondFactorNew(), { ...page.formValues, sealed: 'x', code: '123456' })).status).toBe(
      403,
    )
  }))

test('a recovery code lets the person in once', () =>
  entrance.run(async (e) => {
    const { email, codes } = await staffWithApp(e)
    expect(new Set(codes).size).toBe(10)
    const browser = await halfWay(e, email)
    expect((await browser.fill(urls.recovery(), { code: 'zzzzz-zzzzz' })).status).toBe(422)
    const answer = await browser.fill(urls.recovery({ next: '/notes' }), {
      code: codes[3]!.toUpperCase().replace('-', ' '),
    })
    expect(answer.location).toBe('/notes')
    expect((await browser.get('/notes')).says).toContain('残りは9個です')
    expect((await (await halfWay(e, email)).fill(urls.recovery(), { code: codes[3]! })).status).toBe(422)
  }))

test('setting the app up anew ends the old app and the old codes', () =>
  entrance.run(async (e) => {
    const { email, browser, codes, secret } = await staffWithApp(e)
    const { answer } = await setUp(e, browser, urls.app())
    expect(answer.location).toBe(urls.me())
    e.later(1)
    const next = await halfWay(e, email)
    expect((await next.fill(urls.secondFactor(), { code: codeFor(secret, e.now()) })).status).toBe(422)
    expect((await next.fill(urls.recovery(), { code: codes[0]! })).status).toBe(422)
  }))

test('changing the app long after signing in wants a fresh sign-in (attack class 20)', () =>
  entrance.run(async (e) => {
    const { browser } = await staffWithApp(e)
    e.later(31)
    const { answer } = await setUp(e, browser, urls.app())
    expect(answer.status).toBe(403)
  }))

test('an administrator’s help takes everything away and signs the person out', () =>
  entrance.run(async (e) => {
    const { id, email, browser } = await staffWithApp(e)
    const administrator = await e.anAccount()
    await e.doors.house.run(async (db) =>
      resetSecondFactors({ db, now: e.now(), installation: e }, (await findAccount(db, id))!, administrator.id),
    )
    expect((await browser.get('/notes')).status).toBe(303)
    expect((await (await halfWay(e, email)).get(urls.secondFactor())).says).toContain(
      'はじめに一度だけ登録してください',
    )
  }))

test('the database holds neither the secret nor a code that could be read', () =>
  entrance.run(async (e) => {
    const { secret, codes } = await staffWithApp(e)
    const rows = await e.doors.house.run(async (db) =>
      JSON.stringify([
        await db.selectFrom('house.totp_secrets').selectAll().execute(),
        await db.selectFrom('house.recovery_codes').selectAll().execute(),
      ]),
    )
    expect(rows).not.toContain(secret.replaceAll(' ', ''))
    for (const code of codes) expect(rows).not.toContain(code)
  }))

test('staff cannot do without the app, other people can', () =>
  entrance.run(async (e) => {
    const stop = async (browser: Browser) => {
      const { formValues } = await browser.get(urls.app())
      return browser.post(urls.app(), { ...formValues, _act: 'remove' })
    }
    const officer = await staffWithApp(e)
    expect((await officer.browser.get(urls.app())).buttons).not.toContain('確認コードのアプリをやめる')
    expect((await stop(officer.browser)).status).toBe(409)
    const { id, email } = await e.anAccount()
    const browser = e.browser(id)
    await setUp(e, browser, urls.app())
    expect((await stop(browser)).location).toBe(urls.me())
    const again = await e.browser(null).fill(urls.signIn({ next: '/notes' }), { email, password: PASSWORD })
    expect(again.location).toBe('/notes')
  }))
