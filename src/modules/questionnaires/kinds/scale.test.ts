import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestion, refusals, said } from '../../../../test/questionnaires.ts'
import { kinds } from './index.ts'
import { differenceOf, explainedMarks, stepOf } from './scale.tsx'

const scale = {
  grades: [
    { mark: '◎', value: 3, label: { ja: '十分' } },
    { mark: '△', value: 1, label: { ja: '不足' } },
    { mark: '○', value: 2, label: { ja: 'まずまず' } },
  ],
  reasonBelow: 2,
}
const asked = (change = {}) => aQuestion('役割', 'scale', { required: true, scale, ...change })

describe('a mark on a scale', () => {
  test('that was not chosen is asked for, even where words were written', () => {
    const sentence = { '.mark': '「役割」の評価を選んでください。' }
    expect(refusals(asked(), undefined)).toEqual(sentence)
    expect(refusals(asked(), { mark: '', words: 'よかった' })).toEqual(sentence)
    expect(refusals(asked({ required: false }), { mark: '', words: 'よかった' })).toEqual({})
  })

  test('of another scale must be chosen again', () =>
    expect(refusals(asked(), { mark: '5', words: 'x' })).toEqual({
      '.mark': '「役割」の評価を、一覧から選び直してください。',
    }))

  test('that is low must be explained, a high one need not', () => {
    expect(refusals(asked(), { mark: '△', words: '' })).toEqual({
      '.words': '「役割」を「不足」とした理由を書いてください。',
    })
    expect(refusals(asked(), { mark: '△', words: '遅れたため' })).toEqual({})
    expect(refusals(asked(), { mark: '○', words: '' })).toEqual({})
    expect(refusals(asked({ scale: { ...scale, reasonBelow: undefined } }), { mark: '△', words: '' })).toEqual({})
  })

  test('with a reason that is too long says both numbers', () =>
    expect(refusals(asked(), { mark: '◎', words: 'あ'.repeat(1001) })).toEqual({
      '.words': '「役割」は1000字以内にしてください（いま1001字です）。',
    }))

  test('is said with its grade, then its words', () =>
    expect(said(asked(), { mark: '◎', words: '早かった' })).toEqual(['◎　十分', '早かった']))

  test('stands where its value puts it, the lowest first; those that must be explained are named', () => {
    expect(['△', '○', '◎', 'x'].map((mark) => stepOf(scale, mark))).toEqual([1, 2, 3, undefined])
    expect(explainedMarks(scale)).toBe('「△」のときは、理由をかならず書いてください。')
    expect(explainedMarks({ grades: scale.grades })).toBe('')
  })

  test('has on paper boxes for its grades, the best first, and lines for the reason', () =>
    expect(kinds.scale.blank(asked())).toEqual({
      type: 'blanks',
      blanks: [
        { label: '役割', choices: ['◎ 十分', '○ まずまず', '△ 不足'] },
        { label: '理由や、気づいたこと', lines: 2 },
      ],
    }))
})

describe('differences', () => {
  const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 })

  test('one answer differs from nothing', () => {
    expect(differenceOf([])).toBeUndefined()
    expect(differenceOf([3])).toBeUndefined()
    expect(differenceOf([1, 5])).toBe(4)
    expect(differenceOf([4, 2, 3])).toBe(2)
  })

  test('they are the same in every order, never negative, and nought exactly when all agree', () =>
    fc.assert(
      fc.property(values, fc.integer(), (list, turn) => {
        const difference = differenceOf(list)
        const by = ((turn % list.length) + list.length) % list.length
        const turned = [...list.slice(by), ...list.slice(0, by)].reverse()
        expect(differenceOf(turned)).toBe(difference)
        expect(difference).toBeGreaterThanOrEqual(0)
        expect(difference).toBeLessThanOrEqual(4)
        expect(difference === 0).toBe(new Set(list).size === 1)
        for (const a of list) for (const b of list) expect(Math.abs(a - b)).toBeLessThanOrEqual(difference!)
      }),
    ))
})

describe('words without a mark', () => {
  const remark = aQuestion('気づき', 'words', { required: true })

  test('are asked for, and refused when too long', () => {
    expect(refusals(remark, { mark: '', words: ' ' })).toEqual({ '.words': '「気づき」について書いてください。' })
    expect(refusals(remark, { mark: '', words: 'あ'.repeat(1001) })['.words']).toContain('1000字以内')
    expect(refusals({ ...remark, required: false }, undefined)).toEqual({})
  })

  test('are said as they were written', () =>
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(said(remark, { mark: '', words }).join('\n')).toBe(words.trim())
      }),
    ))
})
