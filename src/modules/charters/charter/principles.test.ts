import { expect, test } from 'vitest'
import { sixthCity as charter, keys, revised } from '../../../../test/charters.ts'
import { principleEvidence, principlesAt } from './principles.ts'

test('a principle with a step binds at that step only, one without binds everywhere', () => {
  expect(keys(principlesAt(charter, 'proposal'))).toEqual(['faith', 'song'])
  expect(keys(principlesAt(charter, 'work'))).toEqual(['faith', 'ledger', 'song'])
  expect(keys(principlesAt(charter, 'tide'))).toEqual(['ledger'])
  const moved = revised(({ principleSteps }) => {
    principleSteps[0]!.stages = ['proposal']
  })
  expect(keys(principlesAt(moved, 'proposal'))).toContain('ledger')
})

test('a principle may ask for no evidence at all', () => {
  expect(principleEvidence(charter).find(({ principle }) => principle.key === 'faith')).toMatchObject({
    evidence: [],
    question: undefined,
    binding: true,
  })
})
