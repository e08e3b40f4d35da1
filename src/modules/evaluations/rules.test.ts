import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '../../platform/actor.ts'
import { Conflict } from '../../platform/refusals.ts'
import { type Charter, readCharter } from '../charters/index.ts'
import type { Inside } from '../projects/index.ts'
import { type EvaluationState, type EvaluationVerb, lifecycle } from './lifecycle.ts'
import * as rules from './rules.ts'
import type { Answer, Round, Seat, SeatAnswer } from './tables.ts'

function charterOf(folder: string): Charter {
  const read = readCharter(folder, 'charters/common')
  if ('problems' in read) throw new Error(`${folder} does not read`)
  return read.charter
}

const iruma = charterOf('charters/iruma')
const kawaguchi = charterOf('charters/kawaguchi')

const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  id,
  position: 0,
  side: 'groups',
  name: id,
  party_ids: [`party-${id}`],
  is_city: false,
  outside: false,
  required: true,
  answered_at: '2027-04-10T00:00:00Z',
  late: false,
  answered_by: null,
  entered_by: null,
  channel: 'web',
  consented_at: null,
  ...more,
})

const round = (seats: Seat[], more: Partial<Round> = {}): Round => ({
  city_id: 1,
  id: 'e',
  project_id: 'p',
  year: 2026,
  state: 'answering',
  charter_id: 'c',
  due_on: '2027-04-30',
  begun_at: new Date(),
  opened_at: null,
  closed_at: null,
  closing_reason: '',
  talked_on: null,
  talk_people: '',
  talk_agreed: '',
  talk_notes: {},
  committee_on: null,
  state_since: new Date(),
  revision: 1,
  release_note: '',
  public_copy: null,
  published_at: null,
  seats,
  ...more,
})

const person = (account: string, parties: string[] = [], posts: Actor['posts'] = []): Actor => ({
  ...nobody(1),
  account_id: account,
  posts,
  parties: parties.map((party_id) => ({ party_id, name: '', kind: '', is_city: false, roles: ['secretary'] })),
})

describe('the lifecycle of a year', () => {
  const states = Object.keys(lifecycle.states) as EvaluationState[]
  const verbs = Object.keys(lifecycle.moves) as EvaluationVerb[]

  test('what was opened is never closed again, whatever is tried', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 40 }), (tried) => {
        let state: EvaluationState = 'answering'
        for (const verb of tried) {
          if (!lifecycle.canMove(state, verb)) continue
          const next = lifecycle.move(state, verb)
          expect(states.indexOf(next)).toBeGreaterThanOrEqual(states.indexOf(state))
          state = next
        }
      }),
    ))

  test('a talk before the opening is refused in a sentence', () => {
    expect(() => lifecycle.move('answering', 'talk')).toThrow(Conflict)
  })
})

describe('differences', () => {
  test('side by side every question stands once, the largest difference first, and late answers move nothing', () => {
    const questions = rules
      .sheetFor(iruma)
      .phases.flatMap((phase) => phase.questions.map((one) => ({ phase: phase.key, ...one })))
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
        const seats = [seat('a'), seat('b'), seat('c', { late: true })]
        const rows = rules.compare(iruma, seats, [...given('a', a), ...given('b', b), ...given('c', c)])
        const keys = rows.map((row) => `${row.phase}.${row.question.key}`)
        expect(new Set(keys).size).toBe(questions.length)
        const order = rows.map(({ difference }) => difference ?? -1)
        expect([...order].sort((one, two) => two - one)).toEqual(order)
        const without = rules.compare(iruma, seats.slice(0, 2), [...given('a', a), ...given('b', b)])
        expect(without.map(({ difference }) => difference)).toEqual(order.map((one) => (one < 0 ? undefined : one)))
      }),
    )
  })
})

describe('the sheet', () => {
  const whole = (charter: Charter, side: string, mark: string, words: string): Answer[] =>
    rules.sheetFor(charter, side).phases.flatMap((phase) =>
      phase.questions.map(({ key, kind }) => ({
        phase: phase.key,
        question: key,
        mark: kind === 'scale' ? mark : null,
        value: null,
        words,
      })),
    )

  test('an empty answer is told every question that must be answered', () => {
    const problems = rules.problemsOf(iruma, 'groups', [])
    const required = rules
      .sheetFor(iruma, 'groups')
      .phases.flatMap(({ questions }) => questions.filter((one) => one.required))
    expect(Object.keys(problems)).toHaveLength(required.length)
  })

  test('a low mark must be explained, a high one need not', () => {
    const low = rules.problemsOf(iruma, 'groups', whole(iruma, 'groups', '2', ''))
    expect(Object.keys(low).every((field) => field.endsWith('.words'))).toBe(true)
    expect(Object.values(low)[0]).toContain('理由を書いてください')
    expect(rules.problemsOf(iruma, 'groups', whole(iruma, 'groups', '3', ''))).toEqual({})
    expect(rules.problemsOf(iruma, 'groups', whole(iruma, 'groups', '1', 'わけ'))).toEqual({})
  })

  test('a charter that explains no mark asks for no reason', () => {
    const easy = structuredClone(iruma)
    easy.evaluation.scale.reasonBelow = undefined
    expect(rules.problemsOf(easy, 'groups', whole(easy, 'groups', '1', ''))).toEqual({})
  })

  test('a mark of another scale is not taken', () => {
    const problems = rules.problemsOf(iruma, 'groups', whole(iruma, 'groups', '◎', 'x'))
    expect(Object.values(problems)[0]).toContain('一覧から選び直してください')
    const sign = kawaguchi.evaluation.scale.grades[0]!.mark
    expect(rules.problemsOf(kawaguchi, 'citizens', whole(kawaguchi, 'citizens', sign, 'x'))).toEqual({})
  })
})

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
    const seats = rules.seatsFor(
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
    expect(rules.deadlineFor(iruma, facts, 2026, '2026-11-01')).toBe('2026-12-30')
    expect(rules.deadlineFor(iruma, facts, 2026, '2027-05-01')).toBe('2027-05-15')
    const atYearEnd = structuredClone(iruma)
    atYearEnd.evaluation.deadline = { ...iruma.evaluation.deadline, from: 'fiscal-year-end', days: 30 }
    expect(rules.deadlineFor(atYearEnd, facts, 2026, '2026-11-01')).toBe('2027-04-30')
  })

  test('whoever stands on both sides answers for one of them only', () => {
    const both = person('x', ['party-a', 'party-b'])
    const [a, b] = [seat('a', { answered_at: null }), seat('b', { answered_at: null })]
    expect(rules.openSeats(both, round([a, b])).map(({ id }) => id)).toEqual(['a', 'b'])
    const after = round([{ ...a, answered_by: 'x', answered_at: '2027-04-01T00:00:00Z' }, b])
    expect(rules.openSeats(both, after).map(({ id }) => id)).toEqual(['a'])
    expect(rules.mayReadOwn(both, after, after.seats[0]!)).toBe(true)
    expect(rules.mayReadOwn(both, after, b)).toBe(false)
  })

  test('whoever typed in one side’s paper answers for no other, and reads none', () => {
    const clerk = person('clerk', ['party-b'])
    const typed = round([seat('a', { entered_by: 'clerk' }), seat('b', { answered_at: null })])
    expect(rules.answerRuling.why(clerk, typed, typed.seats[1]!)).toMatchObject({
      because: expect.stringContaining('書けません'),
    })
    expect(rules.mayReadOwn(clerk, typed, typed.seats[1]!)).toBe(false)
  })

  test('all are in only when nobody is missing or late', () => {
    expect(rules.allIn([seat('a'), seat('b')])).toBe(true)
    expect(rules.allIn([seat('a'), seat('b', { late: true })])).toBe(false)
    expect(rules.allIn([seat('a'), seat('b', { answered_at: null, required: false })])).toBe(false)
    expect(rules.requiredIn([seat('a'), seat('b', { answered_at: null, required: false })])).toBe(true)
  })

  test('the section closes after the deadline, or when only those are missing who need not answer', () => {
    const section = person('s', [], [{ role: 'section', department_id: null }])
    const waiting = round([seat('a'), seat('b', { answered_at: null })])
    expect(rules.mayClose.why(section, waiting, '2027-04-30')).toMatchObject({
      because: expect.stringContaining('期日'),
    })
    expect(rules.mayClose(section, waiting, '2027-05-01')).toBe(true)
    expect(rules.mayClose(person('x', ['party-a']), waiting, '2027-05-01')).toBe(false)
    const optional = round([seat('a'), seat('b', { answered_at: null, required: false })])
    expect(rules.mayClose(section, optional, '2027-04-01')).toBe(true)
  })
})

describe('the consent to the publication', () => {
  const section = person('z', [], [{ role: 'section', department_id: null }])
  const secretary = person('s', ['party-a'])
  const talked = (more: Partial<Round>) => round([seat('a')], { state: 'talked', talked_on: '2027-05-01', ...more })

  test('is given by the side itself, or taken down by the section, as long as nothing is published', () => {
    expect(rules.mayConsent(secretary, talked({}), iruma)).toBe(true)
    expect(rules.mayEnterConsent(section, talked({}), iruma)).toBe(true)
  })

  test('is asked of nobody once the evaluation is published, and the sentence says so', () => {
    const out = talked({ published_at: new Date() })
    for (const ruling of [rules.mayConsent.why(secretary, out, iruma), rules.mayEnterConsent.why(section, out, iruma)])
      expect(ruling).toMatchObject({ because: expect.stringContaining('すでに公表されています') })
  })
})
