import type { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { type Entrance, PASSWORD, useEntrance } from '../../../../test/entrance.tsx'
import { onStatement } from '../../../platform/db/index.ts'
import { disableAccount, urls } from '../index.ts'

const entrance = useEntrance()
const signIn = (e: Entrance, email: string, password: string, next = '') =>
  e.browser(null).fill(urls.signIn({ next }), { email, password })

const wrong =
  'メールアドレスとパスワードの組み合わせが確かめられませんでした。入力し直すか、メールで届くリンクでサインインしてください。'

test('a wrong password does not sign in, and the address typed stays in the form', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    const answer = await signIn(e, email, 'wrong')
    expect(answer.status).toBe(422)
    expect(answer.says).toContain(wrong)
    expect(answer.field('メールアドレス')).toBe(email)
    expect(answer.field('パスワード')).toBe('')
    expect(answer.headers.getSetCookie().join()).not.toContain('session=')
  }))

test('nobody finds out from the answer whether an address is registered', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    const without = await e.anAccount({ password: null })
    const closed = await e.anAccount()
    await e.doors.house.run((db) => disableAccount(db, closed.id, null, e.now()))
    const answers = []
    for (const address of [email, 'nobody@example.jp', without.email, closed.email]) {
      const answer = await signIn(e, address, 'wrong password')
      answers.push([answer.status, answer.says.replaceAll(address, '…')])
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  }))

test('an unknown address takes as many statements and as much hashing as a known one', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    const measure = async (address: string) => {
      const statements: string[] = []
      const stop = onStatement((query: CompiledQuery) => statements.push(query.sql))
      const begun = process.cpuUsage()
      await signIn(e, address, 'wrong password')
      const { user, system } = process.cpuUsage(begun)
      stop()
      return { statements: statements.filter((one) => !/savepoint|set /i.test(one)), cpu: user + system }
    }
    await measure(email)
    const [known, unknown] = [await measure(email), await measure('nobody@example.jp')]
    expect(unknown.statements).toEqual(known.statements)
    // An answer without the hashing would take a small part of it; the rest is the noise of a shared machine.
    expect(unknown.cpu).toBeGreaterThan(known.cpu * 0.4)
  }))

test('the right password signs in and leads to where the person was going', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    const browser = e.browser(null)
    const turned = await browser.get('/notes')
    expect(turned.location).toBe('/sign-in?next=%2Fnotes')
    const answer = await browser.fill(turned.location!, { email: ` ${email.toUpperCase()} `, password: PASSWORD })
    expect([answer.status, answer.location]).toEqual([303, '/notes'])
    expect((await browser.follow(answer)).heading).toBe('メモ')
  }))

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\u0009/evil.example',
])('signing in leads to no other host: %s (attack class 25)', (next) =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    expect((await signIn(e, email, PASSWORD, next)).location).toBe('/')
  }),
)

test('a form for signing in that was not shown in this browser is refused (attack class 21)', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    const attacker = e.browser(null)
    const page = await attacker.get(urls.signIn())
    const victim = e.browser(null)
    await victim.get(urls.signIn())
    const planted = { ...page.formValues, email, password: PASSWORD }
    expect((await victim.post(urls.signIn(), planted)).status).toBe(403)
    expect((await e.browser(null).post(urls.signIn(), { email, password: PASSWORD })).status).toBe(403)
    const crossSite = await attacker.post(urls.signIn(), planted, { origin: 'https://evil.example' })
    expect(crossSite.status).toBe(403)
    expect((await attacker.post(urls.signIn(), planted)).status).toBe(303)
  }))

test('a session that was in the browser before signing in is worth nothing afterwards (attack class 20)', () =>
  entrance.run(async (e) => {
    const attacker = await e.anAccount({ name: '攻撃者' })
    const victim = await e.anAccount({ name: '被害者' })
    const browser = e.browser(null)
    await browser.fill(urls.signIn(), { email: attacker.email, password: PASSWORD })
    const planted = browser.cookies.get('session')!
    await browser.fill(urls.signIn(), { email: victim.email, password: PASSWORD })
    expect(browser.cookies.get('session')).not.toBe(planted)
    const other = e.browser(null)
    other.cookies.set('session', planted)
    expect((await other.get('/notes')).status).toBe(303)
  }))

test('after ten tries at one account from one place the door stays shut for ten minutes (attack class 26)', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    for (let i = 0; i < 10; i++) expect((await signIn(e, email, 'wrong')).status).toBe(422)
    const shut = await signIn(e, email, PASSWORD)
    expect(shut.status).toBe(403)
    expect(shut.says).toContain('10分ほどおいて')
    e.later(11)
    expect((await signIn(e, email, PASSWORD)).status).toBe(303)
  }))

test('a stranger’s tries elsewhere do not shut a person out', () =>
  entrance.run(async (e) => {
    const { email } = await e.anAccount()
    const stranger = e.browser(null)
    const elsewhere = { 'x-test-address': '198.51.100.9' }
    const page = await stranger.get(urls.signIn())
    for (let i = 0; i < 15; i++) {
      await stranger.post(urls.signIn(), { ...page.formValues, email, password: 'guess' }, elsewhere)
    }
    expect((await signIn(e, email, PASSWORD)).status).toBe(303)
  }))

test('nobody is signed in by a header that a proxy might have set (attack class 27)', () =>
  entrance.run(async (e) => {
    const { id, email } = await e.anAccount()
    const forged = {
      'x-forwarded-user': email,
      'remote-user': id,
      'x-remote-user': email,
      authorization: `Bearer ${id}`,
    }
    expect((await e.browser(null).get('/notes', forged)).status).toBe(303)
  }))

test('a closed account is signed out at once and does not sign in again', () =>
  entrance.run(async (e) => {
    const { id, email } = await e.anAccount()
    const browser = e.browser(id)
    expect((await browser.get('/notes')).status).toBe(200)
    await e.doors.house.run((db) => disableAccount(db, id, null, e.now()))
    expect((await browser.get('/notes')).status).toBe(303)
    expect((await signIn(e, email, PASSWORD)).status).toBe(422)
  }))

test('signing out ends the session on the server, not only in the browser', () =>
  entrance.run(async (e) => {
    const { id } = await e.anAccount()
    const browser = e.browser(id)
    const { formValues } = await browser.get('/notes')
    const token = browser.cookies.get('session')!
    const out = await browser.post(urls.signOut(), { _csrf: formValues._csrf! })
    expect([out.status, out.location, browser.cookies.has('session')]).toEqual([303, '/', false])
    browser.cookies.set('session', token)
    expect((await browser.get('/notes')).status).toBe(303)
  }))

test('nobody can be signed out from another site', () =>
  entrance.run(async (e) => {
    const { id } = await e.anAccount()
    const browser = e.browser(id)
    expect((await browser.post(urls.signOut(), {})).status).toBe(403)
    expect((await browser.get('/notes')).status).toBe(200)
  }))

test('every page of signing in can be shown in each of its languages', () =>
  entrance.run(async (e) => {
    for (const lang of ['ja', 'easy', 'en']) {
      for (const page of [urls.signIn({ lang }), urls.signInLink({ lang }), urls.signInPasskey({ lang })]) {
        const { status, heading } = await e.browser(null).get(page)
        expect([status, heading.length > 0]).toEqual([200, true])
      }
    }
  }))
