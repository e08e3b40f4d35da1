import { expect, test } from 'vitest'
import { aQuestion, refusals, said } from '../../../../test/questionnaires.ts'

const choices = [
  { key: 'a', label: { ja: '福祉' } },
  { key: 'b', label: { ja: '環境' } },
]

test.each([
  ['choice', ''],
  ['choices', []],
] as const)('a %s that was not made asks to be', (kind, nothing) =>
  expect(refusals(aQuestion('分野', kind, { required: true, choices }), [...nothing])).toEqual({
    '': '「分野」を選んでください。',
  }),
)

test('a choice that is not on the list must be chosen again', () => {
  expect(refusals(aQuestion('分野', 'choice', { choices }), 'x')).toEqual({
    '': '「分野」を、示された中から選び直してください。',
  })
  expect(refusals(aQuestion('分野', 'choices', { choices }), ['a', 'x'])).toEqual({
    '': '「分野」を、示された中から選び直してください。',
  })
})

test('more choices than the charter lets people make are counted', () => {
  const two = aQuestion('分野', 'choices', { choices, limit: 1 })
  expect(refusals(two, ['a', 'b'])).toEqual({ '': '「分野」は1個まで選べます（いま2個です）。' })
  expect(refusals(two, ['a'])).toEqual({})
})

test('choices are said in the charter’s words; one that the charter no longer has stands for itself', () => {
  expect(said(aQuestion('分野', 'choice', { choices }), 'b')).toEqual(['環境'])
  expect(said(aQuestion('分野', 'choices', { choices }), ['a', 'gone'])).toEqual(['福祉', 'gone'])
})
