import { TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { boxWith } from '../../../platform/box.ts'
import { type Connection, type Db, type Doors, newId, openDoors, poolGround } from '../../../platform/db/index.ts'
import {
  createAccount,
  findAccountByEmail,
  heldForm,
  holdForm,
  issueToken,
  rotateSession,
  startSession,
  useToken,
} from '../index.ts'
import { openEnrolment, sealEnrolment } from '../second-factor.ts'
import { confirmEnrolment, useRecoveryCode, verifyCode } from './second-factors.ts'

// Twenty at once on connections of their own; with the embedded database one after the other.
const AT_ONCE = 20
const NOW = new Date('2026-11-21T01:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const box = boxWith('a secret for tests alone, of no worth anywhere else')
const step = (db: Db, now: Date) => ({ db, now, installation: { box, publicUrl: 'http://localhost:3000' } })

let connection: Connection
let doors: Doors
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
  doors = openDoors(poolGround(connection.kysely))
})
afterAll(() => connection?.close())

const anAccount = () => doors.house.run((db) => createAccount(db, { email: `${newId()}@example.jp`, name: '人' }, NOW))

/** How many of twenty got something. */
async function winners(attempt: (db: Db) => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => doors.house.run(attempt)))
  return results.filter((one) => one.status === 'fulfilled' && one.value !== undefined && one.value !== false).length
}

async function withApp() {
  const account = await anAccount()
  const sealed = sealEnrolment(box, account.id)
  const { secret, codes } = openEnrolment(box, account, sealed)!
  const codeAt = (at: Date) => new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: at.getTime() })
  await doors.house.run((db) => confirmEnrolment(step(db, NOW), account, { sealed, code: codeAt(NOW) }))
  return { account, codes, codeAt }
}

test('one address becomes one account', async () => {
  const email = `${newId()}@example.jp`
  expect(await winners((db) => createAccount(db, { email, name: '人' }, NOW))).toBe(1)
  expect(await doors.house.run((db) => findAccountByEmail(db, email))).toBeDefined()
})

test('a link followed twenty times at once signs in once', async () => {
  const { id } = await anAccount()
  const token = await doors.house.run((db) => issueToken(db, { purpose: 'sign-in', account_id: id }, NOW))
  expect(await winners((db) => useToken(db, { purpose: 'sign-in', token }, NOW))).toBe(1)
})

test('a code from the app typed twenty times at once serves once', async () => {
  const { account, codeAt } = await withApp()
  expect(await winners((db) => verifyCode(step(db, later(60)), account.id, codeAt(later(60))))).toBe(1)
})

test('a recovery code typed twenty times at once serves once', async () => {
  const { account, codes } = await withApp()
  expect(await winners((db) => useRecoveryCode(step(db, NOW), account.id, codes[0]!))).toBe(1)
})

test('a daily change of the token gives one new token', async () => {
  const account = await anAccount()
  const token = await doors.house.run((db) => startSession(db, account, {}, NOW))
  expect(await winners((db) => rotateSession(db, token, later(90_000)))).toBe(1)
})

test('a kept form is given back once', async () => {
  const { id } = await anAccount()
  const word = await doors.house.run((db) =>
    holdForm(db, box, { account_id: id, page: '/', values: { text: '本文' } }, NOW),
  )
  expect(await winners((db) => heldForm(db, box, { account_id: id, page: '/', word: word! }, NOW))).toBe(1)
})
