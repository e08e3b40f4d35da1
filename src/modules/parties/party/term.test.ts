import { expect, test } from 'vitest'
import { isPossible, joinedAfter, joinedAt, presenceOn } from './term.ts'

const now = new Date('2026-11-25T01:00:00Z')
const long = new Date('2025-04-01T00:00:00Z')
const before = { role: 'secretary', starts_on: '2025-04-01', ends_on: null, joined_at: long }

test.each([
  ['2026-11-25', null, 'current'],
  ['2026-11-26', null, 'coming'],
  ['2026-04-01', '2026-11-25', 'current'],
  ['2026-04-01', '2026-11-24', 'left'],
  ['2026-11-25', '2026-11-24', 'left'],
] as const)('on 25 November a role from %s to %s is %s', (starts_on, ends_on, standing) => {
  expect(presenceOn({ starts_on, ends_on }, '2026-11-25')).toBe(standing)
})

test('a role may end on the day before it begins, which takes it back, and not earlier', () => {
  const ends = (ends_on: string) => isPossible({ starts_on: '2026-11-25', ends_on })
  expect(['2026-11-23', '2026-11-24', '2026-11-25'].map(ends)).toEqual([false, true, true])
})

test.each([
  ['the same role keeps the day on which it was entered', {}, long],
  ['a secretary who is now the representative wrote before', { role: 'representative' }, long],
  ['a day of beginning that was mistyped changes nothing', { starts_on: '2024-04-01' }, long],
  ['a secretary who is now its signatory is a new one', { role: 'signatory' }, now],
])('%s', (_, change, expected) => {
  expect(joinedAfter(before, { ...before, ...change }, now)).toEqual(expected)
})

test('a member who becomes the secretary writes from now on', () => {
  const member = { ...before, role: 'member' }
  expect(joinedAfter(member, before, now)).toEqual(now)
})

test('whoever had left and is called back is new', () => {
  const left = { ...before, ends_on: '2026-10-31' }
  expect(joinedAfter(left, before, now)).toEqual(now)
})

test('whoever was to come later and comes at once joins now', () => {
  expect(joinedAfter({ ...before, starts_on: '2026-12-20' }, before, now)).toEqual(now)
})

test('a day of beginning that was put off is when they join', () => {
  const later = new Date('2026-12-01T00:00:00+09:00')
  expect(joinedAfter(before, { ...before, starts_on: '2026-12-01' }, now)).toEqual(later)
})

test('whoever joined after their first day is not made to have joined on it by a correction', () => {
  const joined_at = new Date('2026-11-20T03:00:00Z')
  expect(joinedAfter({ ...before, joined_at }, { ...before, starts_on: '2024-04-01' }, now)).toEqual(joined_at)
})

test('what is entered today for a day long ago holds from today, and for a later day from that day', () => {
  expect(joinedAt(now, { starts_on: '2025-04-01' })).toEqual(now)
  expect(joinedAt(now, { starts_on: '2026-12-01' })).toEqual(new Date('2026-12-01T00:00:00+09:00'))
})
