import { expect, test } from 'vitest'
import { sixthCity as charter, keys, kinds, revised } from '../../../../test/charters.ts'
import { evaluatingSides, evaluationSheet, reasonRequired } from './evaluation.ts'

test('the sheet has the charter’s phases in their order, with manners asked in one of them', () => {
  const { phases } = evaluationSheet(charter)
  expect(keys(phases)).toEqual(['ebb', 'turn', 'rise', 'flood'])
  expect(keys(phases[2]!.questions)).toEqual(['work', 'principle-song'])
  expect(phases[2]!.questions[1]!.required).toBe(false)
  const silent = revised(({ principles }) => {
    principles[2]!.question = undefined
  })
  expect(keys(evaluationSheet(silent).phases[2]!.questions)).toEqual(['work'])
})

test('each party answers where the charter says each, and a side together where it does not', () => {
  const answers = evaluatingSides(charter, kinds('boat', 'fishers', 'hill', 'city', 'city'))
  expect(answers.map(({ side, parties }) => [side.key, parties.length])).toEqual([
    ['shore', 1],
    ['shore', 1],
    ['hill', 1],
    ['city', 2],
    ['elders', 0],
  ])
})

test('a side answers party by party as soon as the charter says each', () => {
  const apart = revised(({ evaluation }) => {
    evaluation.sides[2]!.each = true
  })
  expect(evaluatingSides(apart, kinds('boat', 'city', 'city')).filter(({ side }) => side.key === 'city')).toHaveLength(
    2,
  )
})

test('where all stand on one side, each answers for itself', () => {
  expect(evaluatingSides(charter, kinds('city', 'city')).filter(({ side }) => !side.outside)).toHaveLength(2)
})

test('a low mark must be explained, by the charter’s own limit', () => {
  expect(['S', 'A', 'B', 'C', '?'].map((mark) => reasonRequired(charter, mark))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
  expect(reasonRequired(charter, 10)).toBe(true)
  const lenient = revised(({ evaluation }) => {
    evaluation.scale.reasonBelow = undefined
  })
  expect(reasonRequired(lenient, 'C')).toBe(false)
})
