import { expect, test } from 'vitest'
import { type Entrance, useEntrance } from '../../../../test/entrance.tsx'
import type { Browser } from '../../../../test/http.ts'
import { createAccount, stampInstallation, urls } from '../index.ts'

const entrance = useEntrance()
const member = { email: 'secretary@city.example.jp', name: '佐藤 花子', is: 'みどりの会の事務担当' }
const cast = [{ label: 'ある市', parts: [{ label: '団体の皆さん', people: [member] }] }]
const demonstration = { demonstration: true, cast }
const real = { demonstration: false, cast }

async function peopled(e: Entrance, stamp: boolean | undefined) {
  await e.doors.house.run(async (db) => {
    if (stamp !== undefined) await stampInstallation(db, stamp, e.now())
    await createAccount(db, { ...member, must_have_second_factor: true }, e.now())
    await createAccount(db, { email: 'real@example.jp', name: '実在の人' }, e.now())
  })
  return e.browser(null)
}

async function be(browser: Browser, email: string) {
  const { formValues } = await browser.get(urls.signIn())
  return browser.post(urls.signInAs(), { _csrf: formValues._csrf!, email, next: '/notes' })
}

test('a demonstration lets nobody be somebody outside the cast', () =>
  entrance.run(async (e) => {
    const browser = await peopled(e, true)
    expect((await be(browser, 'real@example.jp')).status).toBe(403)
  }, demonstration))

test.each([false, undefined])('a demonstration offers nobody over a database whose stamp is %s', (stamp) =>
  entrance.run(async (e) => {
    const browser = await peopled(e, stamp)
    expect((await browser.get(urls.signIn())).headings).not.toContain('お試しの人物')
    expect((await be(browser, member.email)).status).toBe(403)
  }, demonstration),
)

test.each([true, false])('a real installation offers nobody, even over a database whose stamp is %s', (stamp) =>
  entrance.run(async (e) => {
    const browser = await peopled(e, stamp)
    expect((await browser.get(urls.signIn())).headings).not.toContain('お試しの人物')
    expect((await be(browser, member.email)).status).toBe(403)
  }, real),
)

test('a demonstration lets a visitor be anyone of the cast with one press', () =>
  entrance.run(async (e) => {
    const browser = await peopled(e, true)
    expect((await browser.get(urls.signIn())).buttons).toContain('佐藤 花子')
    expect((await be(browser, member.email)).location).toBe('/notes')
    expect((await browser.get('/notes')).says).toContain('佐藤 花子')
  }, demonstration))

test.each([
  ['/second/proposals/new?programme=grant', '次の市'],
  ['/second', '次の市'],
  ['/first/me', 'はじめの市'],
  ['/nowhere/second', 'はじめの市'],
  ['//second/me', 'はじめの市'],
])('a visitor on the way to %s finds the people of %s unfolded', (next, label) =>
  entrance.run(
    async (e) => {
      const browser = await peopled(e, true)
      const { text } = await browser.get(urls.signIn({ next }))
      const unfolded = [...text.matchAll(/<details[^>]* open(?:=""|)[^>]*>\s*<summary[^>]*>(.*?)<\/summary>/gs)]
      const cities = unfolded.map(([, summary]) => summary!.replace(/<[^>]*>/g, '')).filter((one) => one.includes('市'))
      expect(cities).toEqual([label])
    },
    {
      demonstration: true,
      cast: ['はじめの市', '次の市'].map((label, at) => ({
        slug: ['first', 'second'][at]!,
        label,
        parts: cast[0]!.parts,
      })),
    },
  ),
)

test.each([
  [true, demonstration, 200],
  [false, demonstration, 404],
  [true, real, 404],
] as const)('the mails of a database stamped %s can be read in a demonstration alone', (stamp, setting, status) =>
  entrance.run(async (e) => {
    const browser = await peopled(e, stamp)
    await browser.fill(urls.signInLink(), { email: member.email })
    await e.work()
    const answer = await browser.get(urls.mailbox())
    expect([answer.status, answer.says.includes(member.email)]).toEqual([status, status === 200])
  }, setting),
)
