import { describe, expect, test } from 'vitest'
import { aSeat, charterOf } from '../../../../test/rounds.ts'
import type { Inside } from '../../projects/index.ts'
import { allAnswered, requiredAnswered, seatsFor } from './seats.ts'
import { deadlineFor } from './year.ts'

const iruma = charterOf('charters/iruma')

describe('seats', () => {
  const project = (kinds: [string, boolean][]) =>
    kinds.map(([kind, is_city], at) => ({
      id: `${at}`,
      party_id: `party-${at}`,
      position: at,
      name: `n${at}`,
      kind,
      unit: 'group',
      is_city,
      role: '',
      does: '',
      brings: '',
      money_yen: null,
      number: 1,
    })) as Inside['parties']

  test('each group answers for itself, the city as one', () => {
    const seats = seatsFor(
      iruma,
      project([
        ['civic-group', false],
        ['civic-group', false],
        ['city', true],
        ['city', true],
      ]),
    )
    expect(seats.map(({ party_ids }) => party_ids.length)).toEqual([1, 1, 2])
    expect(seats.map(({ is_city }) => is_city)).toEqual([false, false, true])
  })

  test('the deadline is the charter’s, and never nearer than two weeks', () => {
    const facts = { ends_on: '2026-10-31', finished_on: null }
    expect(deadlineFor(iruma, facts, 2026, '2026-11-01')).toBe('2026-12-30')
    expect(deadlineFor(iruma, facts, 2026, '2027-05-01')).toBe('2027-05-15')
    const atYearEnd = structuredClone(iruma)
    atYearEnd.evaluation.deadline = { ...iruma.evaluation.deadline, from: 'fiscal-year-end', days: 30 }
    expect(deadlineFor(atYearEnd, facts, 2026, '2026-11-01')).toBe('2027-04-30')
  })

  test('all are in only when nobody is missing or late', () => {
    expect(allAnswered([aSeat('a'), aSeat('b')])).toBe(true)
    expect(allAnswered([aSeat('a'), aSeat('b', { late: true })])).toBe(false)
    expect(allAnswered([aSeat('a'), aSeat('b', { answered_at: null, required: false })])).toBe(false)
    expect(requiredAnswered([aSeat('a'), aSeat('b', { answered_at: null, required: false })])).toBe(true)
  })
})
