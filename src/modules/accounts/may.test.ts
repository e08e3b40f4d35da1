import { expect, test } from 'vitest'
import { mayChange, maySetUpApp, mayStopApp } from './may.ts'

const now = new Date('2026-11-21T01:00:00Z')
const minutesAgo = (minutes: number) => ({ authenticated_at: new Date(now.getTime() - minutes * 60_000) })
const none = { required: true, appSince: null, passkeys: 0, codesLeft: 0 }

test('a delicate change is refused to nobody in particular, and half an hour after signing in', () => {
  expect([undefined, minutesAgo(30), minutesAgo(29)].map((session) => mayChange(session, now))).toEqual([
    false,
    false,
    true,
  ])
})

test('half way in, a person sets up a first second factor, and none beside what is there', () => {
  const halfWay = { confirmed: false }
  expect(maySetUpApp(halfWay, { ...none, passkeys: 1 })).toBe(false)
  expect(maySetUpApp(halfWay, { ...none, appSince: now })).toBe(false)
  expect(maySetUpApp(halfWay, none)).toBe(true)
  expect(maySetUpApp({ confirmed: true }, { ...none, appSince: now, passkeys: 1 })).toBe(true)
})

test('staff do not stop using codes, everyone else may', () => {
  expect(mayStopApp.why({ required: true })).toMatchObject({ allowed: false, until: 'later' })
  expect(mayStopApp({ required: false })).toBe(true)
})
