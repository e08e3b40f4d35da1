import { expect, test } from 'vitest'
import { sixthCity as charter, revised } from '../../../../test/charters.ts'
import { countsAsCollaboration, isCityKind } from './parties.ts'

test('the city’s kinds are those the charter says are the city', () => {
  expect([isCityKind(charter, 'city'), isCityKind(charter, 'boat'), isCityKind(charter, 'moon')]).toEqual([
    true,
    false,
    false,
  ])
})

test('what counts as collaboration is the charter’s to say', () => {
  expect(countsAsCollaboration(charter, 'passive')).toBe(true)
  const strict = revised(({ participation }) => {
    participation[0]!.countsAsCollaboration = false
  })
  expect(countsAsCollaboration(strict, 'passive')).toBe(false)
})
