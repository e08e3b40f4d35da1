import { describe, expect, test } from 'vitest'
import { aQuestion, asking } from '../../../../test/questionnaires.ts'
import { type Charter, readCharter } from '../../charters/index.ts'
import { type Question, questionsOf } from '../../questionnaires/index.ts'
import { CallForm } from './call.ts'
import { problemsOf, type Sheet, sheetOf, titleFrom } from './sheet.ts'

const sheetWith = (...fields: Question[]) =>
  ({ ...asking(...fields), titleKey: undefined, themes: [] }) as unknown as Sheet
const written = (change: object = {}) => ({ title: '題名', theme: null, contents: {}, files: {}, ...change })

describe('what keeps a proposal from being handed in', () => {
  test('a theme of the city must be one of its themes, and a form without a question for it asks for a title', () => {
    const sheet = { ...sheetWith(), themes: [{ key: 't', label: 'T' }] }
    expect(Object.keys(problemsOf(sheet, written({ title: '', theme: 'x' })))).toEqual(['title', 'theme'])
    expect(problemsOf(sheet, written({ theme: 't' }))).toEqual({})
  })

  test('files are asked for by their question, and counted', () => {
    const papers = aQuestion('会則', 'files', { required: true, limit: 1 })
    expect(Object.keys(problemsOf(sheetWith(papers), written()))).toEqual(['files.s_会則'])
    expect(problemsOf(sheetWith(papers), written({ files: { s_会則: 2 } }))['files.s_会則']).toContain('いま2個です')
    expect(problemsOf(sheetWith(papers), written({ files: { s_会則: 1 } }))).toEqual({})
  })

  test('every question is asked under the name of its field', () => {
    const sheet = sheetWith(aQuestion('目的', 'long', { required: true }))
    expect(problemsOf(sheet, written())).toEqual({ 'answers.s_目的': '「目的」を入力してください。' })
  })
})

describe('the title of a proposal', () => {
  const sheet = sheetWith(aQuestion('a', 'text'))

  test('is the answer to the question for it, on one line', () => {
    expect(titleFrom({ ...sheet, titleKey: 's_a' }, { s_a: ' 花壇を\n育てる ' }, 'x')).toBe('花壇を 育てる')
    expect(titleFrom(sheet, {}, '花壇')).toBe('花壇')
  })

  test('a question is its title when the charter says so, whatever it is called', () => {
    const { charter } = readCharter('charters/kawagoe', 'charters/common') as { charter: Charter }
    expect(sheetOf(charter, 'proposal-grant', 'free').titleKey).toBe('issue_title')
    const silent = structuredClone(charter)
    for (const { sheets } of silent.programmes)
      for (const { sections } of sheets) for (const { fields } of sections) for (const one of fields) delete one.means
    expect(sheetOf(silent, 'proposal-grant', 'free').titleKey).toBeUndefined()
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
