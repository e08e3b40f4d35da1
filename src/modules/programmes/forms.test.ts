import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Charter, readCharter } from '../charters/index.ts'
import { CallForm } from './forms/call.ts'
import { problemsOf } from './forms/problems.ts'
import { contentsFrom, type Question, questionsOf, type Sheet, sheetOf, titleFrom } from './forms/sheet.ts'
import { answerLines, asTyped, settled } from './forms/words.ts'

const question = (key: string, kind: Question['kind'], change: object = {}) =>
  ({
    key,
    kind,
    label: { ja: key },
    required: false,
    choices: [],
    source: [],
    origin: 'document',
    ...change,
  }) as unknown as Question
const sheetWith = (...fields: Question[]): Sheet =>
  ({
    sections: [{ key: 's', label: { ja: '節' }, fields, source: [], origin: 'document' }],
    titleKey: undefined,
    themes: [],
  }) as unknown as Sheet
const written = (contents: object = {}, change: object = {}) => ({
  title: '題名',
  theme: null,
  contents: contents as never,
  files: {},
  ...change,
})
const problems = (field: Question, answer: unknown, files = {}) =>
  problemsOf(sheetWith(field), written(answer === undefined ? {} : { [`s_${field.key}`]: answer }, { files }))

describe('what keeps a proposal from being handed in', () => {
  test('each kind of question that is left empty asks for itself', () => {
    const required = { required: true }
    expect(problems(question('目的', 'long', required), '  ')).toEqual({
      'answers.s_目的': '「目的」を入力してください。',
    })
    expect(problems(question('分野', 'choice', required), undefined)).toEqual({
      'answers.s_分野': '「分野」を選んでください。',
    })
    expect(problems(question('目標', 'targets', required), [])).toEqual({
      'answers.s_目標': '「目標」を一つ以上入力してください。',
    })
    expect(Object.keys(problems(question('会則', 'files', required), undefined))).toEqual(['files.s_会則'])
  })

  test('nothing is asked for where nothing is required', () => {
    for (const kind of [
      'text',
      'long',
      'number',
      'yen',
      'date',
      'choice',
      'choices',
      'parties',
      'roles',
      'targets',
      'budget',
      'files',
    ] as const) {
      expect(problems(question('q', kind), undefined)).toEqual({})
    }
  })

  test('a text over its limit says both numbers', () => {
    expect(problems(question('目的', 'long', { limit: 5 }), '六文字あります')).toEqual({
      'answers.s_目的': '「目的」は5字以内にしてください（いま7字です）。',
    })
    expect(problems(question('目的', 'long', { limit: 7 }), '六文字あります')).toEqual({})
  })

  test('a number, an amount and a day that cannot be understood show how to write them', () => {
    expect(problems(question('額', 'yen'), '三十万')).toEqual({
      'answers.s_額': '「額」を、300000のように数字で入力してください。',
    })
    expect(problems(question('人数', 'number'), 'たくさん')).toEqual({
      'answers.s_人数': '「人数」を、24のように数字で入力してください。',
    })
    expect(problems(question('日', 'date'), '来月')).toEqual({
      'answers.s_日': '「日」を、令和8年6月1日のように入力してください。',
    })
  })

  test('a choice that is not on the list must be chosen again', () => {
    const field = question('分野', 'choices', { choices: [{ key: 'a', label: { ja: 'A' } }], limit: 1 })
    expect(problems(field, ['b'])).toEqual({ 'answers.s_分野': '「分野」を、示された中から選び直してください。' })
    expect(problems(field, ['a', 'a'])).toEqual({ 'answers.s_分野': '「分野」は1個まで選べます（いま2個です）。' })
    expect(problems(field, ['a'])).toEqual({})
  })

  test('an unfinished row is pointed at by its row and its cell', () => {
    expect(problems(question('収支', 'budget'), [{ side: 'income', item: '会費', yen: 'いろいろ', note: '' }])).toEqual(
      {
        'answers.s_収支.0.yen': '「収支」の1行目：「金額」を、300000のように数字で入力してください。',
      },
    )
    expect(Object.keys(problems(question('目標', 'targets'), [{ indicator: '人数', value: '', by: '' }]))).toEqual([
      'answers.s_目標.0.value',
      'answers.s_目標.0.by',
    ])
  })

  test('more files or rows than the form takes are counted', () => {
    expect(problems(question('会則', 'files', { limit: 1 }), undefined, { s_会則: 2 })['files.s_会則']).toContain(
      'いま2個です',
    )
    const rows = Array.from({ length: 3 }, () => ({ name: '会', part: '' }))
    expect(problems(question('相手', 'parties', { limit: 2 }), rows)['answers.s_相手']).toContain('いま3行です')
  })

  test('a theme of the city must be one of its themes, and a form without a question for it asks for a title', () => {
    const sheet = { ...sheetWith(), themes: [{ key: 't', label: 'T' }] }
    expect(Object.keys(problemsOf(sheet, written({}, { title: '', theme: 'x' })))).toEqual(['title', 'theme'])
    expect(problemsOf(sheet, written({}, { theme: 't' }))).toEqual({})
  })
})

describe('a draft', () => {
  const sheet = sheetWith(
    question('a', 'long'),
    question('b', 'choices'),
    question('c', 'targets'),
    question('d', 'yen'),
  )

  test('is kept to the letter, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, yen) => {
        expect(contentsFrom(sheet, { s_a: text, s_d: yen })).toEqual({ s_a: text, s_d: yen })
      }),
    )
  })

  test('loses empty rows and marks of the form, and nothing that does not belong to it stays', () => {
    const typed = {
      s_c: [{ _row: '1' }, { indicator: '人', value: '', by: '', evil: 'x' }],
      other: 'x',
      s_b: 'one',
      s_a: ['not', 'text'],
    }
    expect(contentsFrom(sheet, typed)).toEqual({ s_c: [{ indicator: '人', value: '', by: '' }], s_b: ['one'] })
  })

  test('reading, settling and reading again changes nothing more', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('３００，０００円', '120,000', '令和8年6月1日', 'R8.6.1'))
    fc.assert(
      fc.property(text, text, (a, d) => {
        const once = settled(sheet, contentsFrom(sheet, { s_a: a, s_d: d }))
        expect(settled(sheet, asTyped(sheet, once))).toEqual(once)
      }),
    )
  })

  test('takes its title from the question for it, on one line', () => {
    expect(titleFrom({ ...sheet, titleKey: 's_a' }, { s_a: ' 花壇を\n育てる ' }, 'x')).toBe('花壇を 育てる')
    expect(titleFrom(sheet, {}, '花壇')).toBe('花壇')
  })
})

describe('amounts', () => {
  test('are shown in figures with their unit', () => {
    expect(answerLines(question('額', 'yen'), '300000')).toEqual(['300,000円'])
    expect(answerLines(question('日', 'date'), '2026-06-01')).toEqual(['令和8年6月1日'])
    expect(answerLines(question('収支', 'budget'), [{ side: 'expense', item: '苗', yen: '1200', note: '' }])).toEqual([
      '支出　苗　1,200円',
    ])
  })
})

describe('the days of a call', () => {
  const call = { fiscal_year: 'R8', opens_on: '令和8年6月1日', closes_on: '2026/8/31' }

  test('are read as people write them', () => {
    expect(CallForm.parse(call)).toMatchObject({
      fiscal_year: 2026,
      opens_on: '2026-06-01',
      closes_on: '2026-08-31',
      track: '',
      note: '',
    })
  })

  test('a year that is none, and a day before the first, each get their sentence', () => {
    const sentences = (input: object) =>
      CallForm.safeParse({ ...call, ...input }).error?.issues.map((issue) => issue.message)
    expect(sentences({ fiscal_year: '来年' })).toEqual(['年度を、令和8年度または2026のように入力してください。'])
    expect(sentences({ closes_on: '令和8年5月31日' })).toEqual([
      '受付を終える日は、始める日と同じ日か、それより後の日にしてください。',
    ])
  })
})

describe('a way of working together that needs no agreement', () => {
  const slugs = ['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma', 'kawasaki']
  const asks: Record<string, (sheet: Sheet) => boolean> = {
    'name-use': (sheet) => has(sheet, ({ key }) => key === 'name-use'),
    seats: (sheet) => has(sheet, ({ key }) => key === 'seats'),
    term: (sheet) => has(sheet, ({ kind }) => kind === 'date'),
    place: (sheet) => has(sheet, ({ key, choicesFrom }) => key === 'place' || choicesFrom === 'units'),
    roles: (sheet) => has(sheet, ({ kind }) => kind === 'roles'),
    targets: (sheet) => has(sheet, ({ kind }) => kind === 'targets'),
    money: (sheet) => has(sheet, ({ kind }) => kind === 'budget' || kind === 'yen'),
  }
  const has = (sheet: Sheet, fits: (question: Question) => boolean) =>
    questionsOf(sheet).some(({ question }) => fits(question))

  test.each(slugs)(
    '%s: all that the form needs is asked on the proposal itself, for nowhere else will it be',
    (slug) => {
      const { charter } = readCharter(`charters/${slug}`, 'charters/common') as { charter: Charter }
      const light = charter.forms.filter(({ needs }) => !needs.includes('agreement'))
      const missing = charter.programmes.flatMap((programme) =>
        programme.tracks.flatMap((track) => {
          const only = track.forms.length > 0 && track.forms.every((key) => light.some((form) => form.key === key))
          if (!only) return []
          const needs = light.filter(({ key }) => track.forms.includes(key)).flatMap((form) => form.needs)
          const sheet = sheetOf(charter, programme.key, track.key)
          return needs.filter((need) => !asks[need]?.(sheet)).map((need) => `${programme.key}/${track.key}: ${need}`)
        }),
      )
      expect(missing).toEqual([])
    },
  )
})
