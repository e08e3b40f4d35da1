import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSeat, charterOf } from '../../../../test/rounds.ts'
import type { SeatAnswer } from '../tables.ts'
import { compare } from './compare.ts'
import { sheetFor } from './sheet.ts'

const iruma = charterOf('charters/iruma')

describe('differences', () => {
  test('side by side every question stands once, the largest difference first, and late answers move nothing', () => {
    const questions = sheetFor(iruma).phases.flatMap((phase) =>
      phase.questions.map((one) => ({ phase: phase.key, ...one })),
    )
    const { grades } = iruma.evaluation.scale
    const marks = fc.option(fc.constantFrom(...grades.map(({ mark }) => mark)), { nil: null })
    const sheet = fc.tuple(...questions.map(() => marks))
    fc.assert(
      fc.property(sheet, sheet, sheet, (a, b, c) => {
        const given = (seat_id: string, list: (string | null)[]): SeatAnswer[] =>
          questions.flatMap(({ phase, key, kind }, at) => {
            const mark = kind === 'scale' ? list[at]! : null
            const value = grades.find((one) => one.mark === mark)?.value ?? null
            return mark === null && kind === 'scale' ? [] : [{ seat_id, phase, question: key, mark, value, words: 'w' }]
          })
        const seats = [aSeat('a'), aSeat('b'), aSeat('c', { late: true })]
        const rows = compare(iruma, seats, [...given('a', a), ...given('b', b), ...given('c', c)])
        const keys = rows.map((row) => `${row.phase}.${row.question.key}`)
        expect(new Set(keys).size).toBe(questions.length)
        const order = rows.map(({ difference }) => difference ?? -1)
        expect([...order].sort((one, two) => two - one)).toEqual(order)
        const without = compare(iruma, seats.slice(0, 2), [...given('a', a), ...given('b', b)])
        expect(without.map(({ difference }) => difference)).toEqual(order.map((one) => (one < 0 ? undefined : one)))
      }),
    )
  })
})
