import { describe, expect, test } from 'vitest'
import { aQuestion, keptTwice, refusals, said } from '../../../../test/questionnaires.ts'
import { kinds } from './index.ts'

describe('a table', () => {
  test.each(['parties', 'roles', 'targets', 'budget'] as const)('of %s without a row asks for one', (kind) =>
    expect(refusals(aQuestion('表', kind, { required: true }), [])).toEqual({
      '': '「表」を一つ以上入力してください。',
    }),
  )

  test('an unfinished row is pointed at by its row and its cell', () => {
    const row = { side: 'income', item: '会費', yen: 'いろいろ', note: '' }
    expect(refusals(aQuestion('収支', 'budget'), [row])).toEqual({
      '.0.yen': '「収支」の1行目：「金額」を、300000のように数字で入力してください。',
    })
    expect(Object.keys(refusals(aQuestion('目標', 'targets'), [{ indicator: '人数', value: '', by: '' }]))).toEqual([
      '.0.value',
      '.0.by',
    ])
    expect(refusals(aQuestion('収支', 'budget'), [{ ...row, side: 'gift', yen: '1' }])).toEqual({
      '.0.side': '「収支」の1行目：「収入・支出の別」を選んでください。',
    })
  })

  test('a cell over its limit says both numbers', () =>
    expect(refusals(aQuestion('相手', 'parties'), [{ name: 'あ'.repeat(301), part: '' }])).toEqual({
      '.0.name': '「相手」の1行目：「団体・担当課などの名前」は300字以内にしてください（いま301字です）。',
    }))

  test('more rows than the form takes are counted', () => {
    const rows = Array.from({ length: 3 }, () => ({ name: '会', part: '' }))
    expect(refusals(aQuestion('相手', 'parties', { limit: 2 }), rows)['']).toContain('いま3行です')
    expect(refusals(aQuestion('相手', 'parties', { limit: 3 }), rows)).toEqual({})
  })

  test('a row is said in one line, amounts in figures and choices in words', () => {
    const row = { side: 'expense', item: '苗', yen: '1200', note: '' }
    expect(said(aQuestion('収支', 'budget'), [row])).toEqual(['支出　苗　1,200円'])
    expect(keptTwice(aQuestion('収支', 'budget'), [{ ...row, yen: '１，２００円', item: ' 苗 ' }])).toEqual([
      [row],
      [row],
    ])
  })

  test('on paper it is a table: blank with room to write, filled in with its rows', () => {
    const asked = aQuestion('収支', 'budget', { required: true, limit: 3 })
    const blank = kinds.budget.blank(asked)
    expect(blank).toMatchObject({ type: 'table', caption: '収支（必須）' })
    expect(blank.type === 'table' && [blank.columns[0]!.label, blank.rows.length]).toEqual([
      '収入・支出の別（収入・支出）',
      3,
    ])
    expect(kinds.budget.print(asked, [{ side: 'income', item: '会費', yen: '500' }])).toMatchObject({
      type: 'table',
      rows: [['収入', '会費', '500円', '']],
    })
    expect(kinds.budget.print(asked, [])).toEqual({
      type: 'fields',
      fields: [{ label: '収支', value: '（記入なし）' }],
    })
  })
})
