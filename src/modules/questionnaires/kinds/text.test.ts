import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestion, refusals, said } from '../../../../test/questionnaires.ts'

describe.each(['text', 'long'] as const)('%s', (kind) => {
  const most = { text: 200, long: 2000 }[kind]

  test('left blank, it asks for itself', () =>
    expect(refusals(aQuestion('目的', kind, { required: true }), ' 　')).toEqual({
      '': '「目的」を入力してください。',
    }))

  test('over its limit it says both numbers, at it it is taken', () => {
    const short = aQuestion('目的', kind, { limit: 5 })
    expect(refusals(short, '六文字あります')).toEqual({ '': '「目的」は5字以内にしてください（いま7字です）。' })
    expect(refusals({ ...short, limit: 7 }, '六文字あります')).toEqual({})
  })

  test('without a limit of the charter’s it has its own', () => {
    const free = aQuestion('目的', kind)
    expect(refusals(free, 'あ'.repeat(most + 1))['']).toContain(`${most}字以内`)
    expect(refusals(free, 'あ'.repeat(most))).toEqual({})
  })

  test('its words are its lines', () =>
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(said(aQuestion('目的', kind), typed).join('\n')).toBe(typed.trim())
      }),
    ))
})
