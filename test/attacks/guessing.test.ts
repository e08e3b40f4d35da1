import { argon2Sync } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { signInWithPassword } from '../../src/modules/accounts/actions/index.ts'
import { createAccount, sweepSignIn, urls } from '../../src/modules/accounts/index.ts'
import { newId, onStatement } from '../../src/platform/db/index.ts'
import { Forbidden, Invalid } from '../../src/platform/refusals.ts'
import type { Request } from '../../src/platform/web/index.ts'
import { type Entrance, useEntrance } from '../entrance.tsx'

// Attack class 26: guessing a password, and shutting its owner out by guessing.

// Each try is committed by itself, as it is in a real installation.
const entrance = useEntrance({ alone: true })
beforeEach(() => entrance.run((e) => e.doors.house.run((db) => db.deleteFrom('house.attempts').execute())))
const RIGHT = 'かわべりの花 と みみずく'

/** A hash that costs nothing, so that ten thousand tries do not take an hour; the program reads its cost from it. */
function cheap(password: string): string {
  const nonce = Buffer.alloc(16, 7)
  const message = password.normalize('NFKC')
  const tag = argon2Sync('argon2id', { memory: 8, passes: 1, parallelism: 1, message, nonce, tagLength: 32 })
  return `argon2id$m=8,t=1,p=1$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

async function anAccount(e: Entrance, email = `${newId()}@example.jp`): Promise<string> {
  await e.doors.house.run((db) => createAccount(db, { email, name: '持ち主', password_hash: cheap(RIGHT) }, e.now()))
  return email
}

const tooOften = '10分ほどおいて'

/** A hundred tries from anywhere, and then one from each of the five hundred addresses. */
const MOST = 600

/** A place in the network, from which a form for signing in is sent again and again. */
async function placeOf(e: Entrance, address: string) {
  const browser = e.browser(null)
  const from = { 'x-test-address': address }
  const { formValues } = await browser.get(urls.signIn(), from)
  return {
    browser,
    try: async (email: string, password: string) => {
      browser.cookies.delete('session')
      return browser.post(urls.signIn(), { ...formValues, email, password }, from)
    },
  }
}

/** What the page's verb answers to a try, without the page: ten thousand pages would take their time. */
async function guess(e: Entrance, address: string, email: string, password: string) {
  const c = { installation: { doors: e.doors }, from: { address, browser: '' }, now: e.now() } as Partial<Request>
  try {
    await signInWithPassword(c as Request, { email, password })
    return 'in'
  } catch (error) {
    if (error instanceof Invalid) return 'wrong'
    if (error instanceof Forbidden) return 'refused'
    throw error
  }
}

const countRows = (e: Entrance) =>
  e.doors.house.run(async (db) => (await db.selectFrom('house.attempts').select('key').execute()).length)

describe('ten thousand tries at one account from five hundred addresses', () => {
  test('are examined six hundred times at most; the owner gets in from an address of their own, and after a mistake by mail', () =>
    entrance.run(async (e) => {
      const email = await anAccount(e)
      const answers = { in: 0, wrong: 0, refused: 0 }
      for (let round = 0; round < 20; round++)
        for (let n = 0; n < 500; n++)
          answers[await guess(e, `198.51.${n >> 8}.${n % 256}`, email, `guess ${round}`)] += 1
      expect(answers).toEqual({ in: 0, wrong: answers.wrong, refused: 10_000 - answers.wrong })
      expect(answers.wrong).toBeLessThanOrEqual(MOST)
      expect(answers.wrong).toBeGreaterThanOrEqual(500)
      expect(await countRows(e)).toBeLessThan(4 * 500 + 10)

      const own = await placeOf(e, '203.0.113.80')
      expect((await own.try(email, RIGHT)).status).toBe(303)

      const hasty = await placeOf(e, '203.0.113.81')
      expect((await hasty.try(email, 'a slip')).status).toBe(422)
      const slowed = await hasty.try(email, RIGHT)
      expect(slowed.status).toBe(403)
      expect(slowed.says).toContain('メールで届くリンクでサインイン')
      const link = slowed.links.find(({ href }) => href.startsWith(urls.signInLink()))!
      const asked = await hasty.browser.fill(link.href, { email })
      expect(asked.location).toContain('sent=1')
      await e.work()
      const [mail] = await e.mails()
      const address = new URL(/http\S+/.exec(mail!.body)![0]).pathname
      expect((await hasty.browser.fill(address)).status).toBe(303)

      e.later(61)
      expect((await hasty.try(email, RIGHT)).status).toBe(303)
      await e.doors.house.run((db) => sweepSignIn(db, e.now()))
      expect(await countRows(e)).toBe(0)
    }))
})

test('links asked for by others do not keep the owner from one: it is mailed though a hundred were asked for', () =>
  entrance.run(async (e) => {
    const email = await anAccount(e)
    for (let n = 0; n < 100; n++) {
      const browser = e.browser(null)
      const from = { 'x-test-address': `198.51.100.${n}` }
      const page = await browser.get(urls.signInLink(), from)
      expect((await browser.post(urls.signInLink(), { ...page.formValues, email }, from)).location).toContain('sent=1')
    }
    const own = e.browser(null)
    expect((await own.fill(urls.signInLink(), { email })).location).toContain('sent=1')
    await e.work()
    const [mail] = await e.mails()
    expect((await own.fill(new URL(/http\S+/.exec(mail!.body)![0]).pathname)).status).toBe(303)
  }))

describe('a city hall behind one address', () => {
  test('in which five hundred people sign in at the same minute lets all of them in', () =>
    entrance.run(async (e) => {
      const people = []
      for (let n = 0; n < 500; n++) people.push(await anAccount(e))
      const hall = '203.0.113.9'
      const answers = []
      for (const email of people) {
        // Every fifth mistypes first.
        if (answers.length % 5 === 0) expect(await guess(e, hall, email, 'mistyped')).toBe('wrong')
        answers.push(guess(e, hall, email, RIGHT))
      }
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['in']))
    }))

  test('is slowed once three hundred tries there were wrong, says how to get in, and no other place is', () =>
    entrance.run(async (e) => {
      const email = await anAccount(e)
      const hall = await placeOf(e, '203.0.113.9')
      const before = await countRows(e)
      for (let n = 0; n < 40; n++) await anAccount(e, `nobody-${n}@example.jp`)
      for (let n = 0; n < 300; n++)
        expect(await guess(e, '203.0.113.9', `nobody-${n % 40}@example.jp`, 'x')).toBe('wrong')
      const rows = await countRows(e)
      const shut = await hall.try(email, RIGHT)
      expect([shut.status, shut.says.includes(tooOften), shut.says.includes('メールで届くリンク')]).toEqual([
        403,
        true,
        true,
      ])
      for (let n = 0; n < 50; n++) expect(await guess(e, '203.0.113.9', `other-${n}@example.jp`, 'x')).toBe('refused')
      expect([before, await countRows(e)]).toEqual([0, rows])
      expect((await (await placeOf(e, '203.0.113.10')).try(email, RIGHT)).status).toBe(303)
    }))

  test('a household with a whole IPv6 network is one place', () =>
    entrance.run(async (e) => {
      const email = await anAccount(e)
      const statuses = []
      for (let n = 0; n < 12; n++) {
        const place = await placeOf(e, `2001:db8:1:2:${n.toString(16)}::1`)
        statuses.push((await place.try(email, 'x')).status)
      }
      expect(statuses.filter((status) => status === 422)).toHaveLength(10)
    }))
})

test('a right password is not counted, however often; a wrong one is forgotten when the right one follows', () =>
  entrance.run(async (e) => {
    const email = await anAccount(e)
    const place = await placeOf(e, '203.0.113.9')
    for (let n = 0; n < 30; n++) expect((await place.try(email, RIGHT)).status).toBe(303)
    for (let n = 0; n < 3; n++) {
      for (let slip = 0; slip < 9; slip++) expect((await place.try(email, 'slip')).status).toBe(422)
      expect((await place.try(email, RIGHT)).status).toBe(303)
    }
  }))

test('tries that come at the same moment are counted one by one', () =>
  entrance.run(async (e) => {
    const email = await anAccount(e)
    const place = await placeOf(e, '203.0.113.9')
    const answers = await Promise.all(Array.from({ length: 40 }, () => place.try(email, 'x')))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10)
  }))

test('a try takes as many statements when thousands were made as when none was', () =>
  entrance.run(async (e) => {
    const email = await anAccount(e)
    const place = await placeOf(e, '203.0.113.9')
    const counted = async (password: string) => {
      let statements = 0
      const stop = onStatement(() => statements++)
      await place.try(email, password)
      stop()
      return statements
    }
    const first = [await counted('x'), await counted(RIGHT)]
    await e.doors.house.run((db) =>
      db
        .insertInto('house.attempts')
        .values(Array.from({ length: 5000 }, (_, n) => ({ key: `key ${n}`, tries: 1, until: e.now() })))
        .execute(),
    )
    expect([await counted('x'), await counted(RIGHT)]).toEqual(first)
  }))

test('what was counted is forgotten when its time is over, without anybody signing in', () =>
  entrance.run(async (e) => {
    for (let n = 0; n < 20; n++) expect(await guess(e, '203.0.113.9', await anAccount(e), 'x')).toBe('wrong')
    expect(await countRows(e)).toBeGreaterThan(20)
    e.later(61)
    await e.doors.house.run((db) => sweepSignIn(db, e.now()))
    expect(await countRows(e)).toBe(0)
  }))
