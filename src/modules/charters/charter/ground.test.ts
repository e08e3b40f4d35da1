import { expect, test } from 'vitest'
import { revised, sixthCity } from '../../../../test/charters.ts'
import { charterOf } from '../../../../test/rounds.ts'
import { groundLabel } from './ground.ts'

const kawaguchi = charterOf('charters/kawaguchi')
const kawasaki = charterOf('charters/kawasaki')
const yoshikawa = charterOf('charters/yoshikawa')

test('a place that this version of the charter does not have is given back as it was asked', () => {
  expect(groundLabel(kawaguchi, 'timeLimit.limits')).toBe('timeLimit.limits')
  expect(groundLabel(kawaguchi, 'programmes.no-such.decisions')).toBe('programmes.no-such.decisions')
})

test('what the product lays down never passes for the city’s word', () => {
  const standard = 'この仕組みの標準（市の文書には定めがありません）'
  expect(groundLabel(kawaguchi, 'evaluation.deadline')).toBe(`ふりかえり › 期日　${standard}`)
  expect(groundLabel(yoshikawa, 'programmes.proposals.decisions')).toBe(
    `制度 › 市民からの提案の受入れ › 決定の区分　${standard}`,
  )
})

test('an article is cited where just one is about the entry, the document where several are', () => {
  expect(groundLabel(kawaguchi, 'programmes.proposal-scheme')).toBe(
    '制度 › 協働事業提案制度　出典: 川口市協働推進条例 第8条',
  )
  expect(groundLabel(kawasaki, 'scope.patterns.by-rule')).toMatch(/　出典: 協働型事業のルール$/)
  expect(groundLabel(yoshikawa, 'scope.patterns')).toMatch(/　出典: 吉川市の資料$/)
})

test('a city that writes its sources for people has them cited as it wrote them', () => {
  const lawful = revised(({ scope }) => {
    scope.patterns[0]!.source = ['浜の定め第3条']
  })
  expect(groundLabel(lawful, 'scope.patterns')).toMatch(/　出典: 浜の定め第3条$/)
  expect(
    groundLabel(
      revised(({ scope }) => {
        scope.patterns[0]!.origin = 'law'
      }),
      'scope.patterns',
    ),
  ).toMatch(/　出典: 法令$/)
})

test('a principle is called by its group: a rule is no principle', () => {
  expect(groundLabel(yoshikawa, 'principles.m-equality')).toMatch(/^よしかわ協働マナー › 対等　/)
  expect(groundLabel(kawasaki, 'principles.equality')).toBe(
    '協働型事業のルールの原則 › 対等　出典: 川崎市のホームページ',
  )
})

test('a list says every origin of its entries once, what is cited first', () =>
  expect(groundLabel(kawaguchi, 'scope.refusals')).toBe(
    '誰と誰の協働か › 協働にならない組み合わせ　出典: 川口市の資料、文書から読み取ったもの',
  ))

test('a reader of English reads English where the charter has it', () => {
  expect(groundLabel(kawaguchi, 'zones', 'en')).toBe('Zone')
  expect(groundLabel(yoshikawa, 'evaluation.sides', 'en')).toBe(
    'Evaluation › Who evaluates – Source: documents of Yoshikawa',
  )
  expect(groundLabel(sixthCity, 'fourEyes', 'en')).toBe('Acts that one officer prepares and another confirms')
})
