import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestion, asking } from '../../../test/questionnaires.ts'
import { kinds } from './kinds/index.ts'
import type { Answers, KindName } from './kinds/kind.ts'
import {
  answerLines,
  answerMeaning,
  answerProblems,
  asTyped,
  changesBetween,
  columnsOf,
  fieldLabel,
  readAnswers,
  rowsOf,
  settled,
} from './questionnaire.ts'

const names = Object.keys(kinds) as KindName[]
const grades = [
  { mark: 'A', value: 2, label: { ja: 'よい' } },
  { mark: 'B', value: 1, label: { ja: 'もうすこし' } },
]
const choices = [
  { key: 'a', label: { ja: 'あ' } },
  { key: 'b', label: { ja: 'い' } },
]
const one = (kind: KindName) => aQuestion(kind, kind, { choices, scale: { grades, reasonBelow: 2 } })
const every = asking(...names.map(one))

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('３００，０００円', '120,000', '令和8年6月1日', 'R8.6.1'),
)
const row = fc.dictionary(
  fc.constantFrom(
    'name',
    'part',
    'party',
    'does',
    'indicator',
    'value',
    'side',
    'item',
    'yen',
    'mark',
    'words',
    'evil',
  ),
  text,
)
const anything = fc.oneof(text, row, fc.array(text, { maxLength: 3 }), fc.array(row, { maxLength: 3 }))
const sent = fc.record(Object.fromEntries(names.map((name) => [`s_${name}`, anything])))

describe('what is missing', () => {
  test('each required question that is left empty asks for itself under its own field', () => {
    const required = asking(...names.map((kind) => ({ ...one(kind), required: true })))
    const problems = answerProblems(required, {})
    expect(Object.keys(problems)).toEqual(
      names.map((kind) => {
        const part = { scale: '.mark', words: '.words' }[kind as string] ?? ''
        return `${kind === 'files' ? 'files' : 'answers'}.s_${kind}${part}`
      }),
    )
    for (const [kind, sentence] of Object.entries(problems))
      expect([kind, sentence]).toEqual([kind, expect.stringMatching(/^「.+ください。/)])
  })

  test('nothing is asked for where nothing is required', () => expect(answerProblems(every, {})).toEqual({}))
})

describe('a draft', () => {
  const sheet = asking(
    aQuestion('a', 'long'),
    aQuestion('b', 'choices'),
    aQuestion('c', 'targets'),
    aQuestion('d', 'yen'),
  )

  test('is kept to the letter, whatever is typed', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, yen) => {
        expect(readAnswers(sheet, { s_a: text, s_d: yen })).toEqual({ s_a: text, s_d: yen })
      }),
    ))

  test('loses empty rows and marks of the form, and nothing that does not belong to it stays', () => {
    const typed = {
      s_c: [{ _row: '1' }, { indicator: '人', value: '', by: '', evil: 'x' }],
      other: 'x',
      s_b: 'one',
      s_a: ['not', 'text'],
    }
    expect(readAnswers(sheet, typed)).toEqual({ s_c: [{ indicator: '人', value: '', by: '' }], s_b: ['one'] })
  })

  test('never holds the names of files: a file is sent as a file', () =>
    expect(readAnswers(asking(aQuestion('papers', 'files')), { s_papers: ['会則.pdf'] })).toEqual({}))
})

describe('of any answers, whatever is sent,', () => {
  test('reading, settling and reading again changes nothing more', () =>
    fc.assert(
      fc.property(sent, (typed) => {
        const once = settled(every, readAnswers(every, typed))
        expect(readAnswers(every, settled(every, asTyped(every, once)))).toEqual(readAnswers(every, once))
      }),
    ))

  test('a version compared with itself, or with what people are given to write on, shows nothing', () =>
    fc.assert(
      fc.property(sent, (typed) => {
        const answers = readAnswers(every, typed)
        expect(changesBetween(every, answers, answers)).toEqual([])
        const kept = settled(every, answers)
        expect(changesBetween(every, kept, asTyped(every, kept))).toEqual([])
      }),
    ))

  test('every column of a table finds its cell, and a cell of figures holds figures or nothing', () =>
    fc.assert(
      fc.property(sent, (typed) => {
        const answers = settled(every, readAnswers(every, typed))
        for (const { kind, value } of columnsOf(every)) {
          const cell = value(answers)
          if (kind === 'yen' || kind === 'number') expect(['number', 'undefined', 'string']).toContain(typeof cell)
          if (typeof cell === 'string' && kind !== undefined && kind !== 'date' && kind !== 'text')
            expect(cell).toBe('')
        }
      }),
    ))

  test('an answer that was kept under another kind of question counts as none, and breaks nothing', () =>
    fc.assert(
      fc.property(fc.constantFrom(...names), anything, (kind, answer) => {
        const question = one(kind)
        expect(answerLines(question, answer as Answers[string])).toEqual(expect.any(Array))
        expect(kinds[kind].print(question, answer as Answers[string])).toBeDefined()
      }),
    ))
})

test('two versions differ where an answer reads otherwise, and nowhere else', () => {
  const sheet = asking(aQuestion('amount', 'yen'), aQuestion('on', 'date'), aQuestion('aim', 'long'))
  const before = { s_amount: '300000', s_on: '2026-06-01', s_aim: '花壇' }
  const after = { s_amount: '３０万', s_on: '令和8年6月1日', s_aim: '花壇を育てる' }
  expect(
    changesBetween(sheet, before, after).map(({ question, before, after }) => [question.key, before, after]),
  ).toEqual([
    ['amount', '300,000円', '３０万'],
    ['aim', '花壇', '花壇を育てる'],
  ])
})

test('a field is called by its question, a cell by its row and its column as well', () => {
  const sheet = asking(aQuestion('目標', 'targets'), aQuestion('目的', 'long'))
  expect(fieldLabel(sheet, 'answers.s_目的')).toBe('目的')
  expect(fieldLabel(sheet, 'answers.s_目標.1.value')).toBe('目標 2：どこまで')
  expect(fieldLabel(sheet, 'answers.s_else')).toBeUndefined()
})

describe('what the charter says a question means', () => {
  const why = aQuestion('reason-of-heart', 'long', { means: 'purpose' })

  test('nothing is carried over where the charter says nothing, however a question is called', () =>
    expect(answerMeaning(asking(aQuestion('purpose', 'long')), { s_purpose: '花壇' }, 'purpose')).toBe(''))

  test('the answer is found by its meaning', () =>
    expect(answerMeaning(asking(why), { 's_reason-of-heart': '花壇' }, 'purpose')).toBe('花壇'))

  test('a row is whose the charter says its words are, and nobody’s else', () => {
    const asked = aQuestion('roles', 'roles', {
      choices: [
        { key: 'city', label: { ja: '市' }, means: 'city' },
        { key: 'we', label: { ja: '当会' }, means: 'proposer' },
      ],
    })
    const rows = [{ party: ' 市 ' }, { party: '当会' }, { party: '市の公園課' }, { party: '私たち' }]
    const found = rowsOf(asking(asked), { s_roles: rows }, 'roles')
    expect(found.map(({ row, sideOf }) => sideOf(row.party!))).toEqual(['city', 'proposer', undefined, undefined])
    expect(rowsOf(asking(asked), { s_roles: rows }, 'budget')).toEqual([])
  })
})
