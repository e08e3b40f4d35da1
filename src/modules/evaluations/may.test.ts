import { describe, expect, test } from 'vitest'
import { aPerson, aRunningProject, aSeat, charterOf, roundWith } from '../../../test/rounds.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Rule } from '../../platform/ruling.ts'
import type { Inside } from '../projects/index.ts'
import { futureOf } from './evaluation/future.ts'
import * as rules from './may.ts'
import type { Round, Seat } from './tables.ts'

const iruma = charterOf('charters/iruma')
const round = (seats: Seat[], more: Partial<Round> = {}) => roundWith(seats, { charter: iruma, ...more })
/** A moment of this day in Japan. */
const on = (day: string) => new Date(`${day}T09:00:00+09:00`)

describe('seats', () => {
  test('whoever stands on both sides answers for one of them only', () => {
    const both = aPerson('x', ['party-a', 'party-b'])
    const [a, b] = [aSeat('a', { answered_at: null }), aSeat('b', { answered_at: null })]
    expect(rules.openSeats(both, round([a, b])).map(({ id }) => id)).toEqual(['a', 'b'])
    const after = round([{ ...a, answered_by: 'x', answered_at: '2027-04-01T00:00:00Z' }, b])
    expect(rules.openSeats(both, after).map(({ id }) => id)).toEqual(['a'])
    expect(rules.mayReadOwn(both, after, after.seats[0]!)).toBe(true)
    expect(rules.mayReadOwn(both, after, b)).toBe(false)
  })

  test('whoever typed in one side’s paper answers for no other, and reads none', () => {
    const clerk = aPerson('clerk', ['party-b'])
    const typed = round([aSeat('a', { entered_by: 'clerk' }), aSeat('b', { answered_at: null })])
    expect(rules.mayAnswerFor.why(clerk, typed, typed.seats[1]!)).toMatchObject({
      because: expect.stringContaining('書けません'),
    })
    expect(rules.mayReadOwn(clerk, typed, typed.seats[1]!)).toBe(false)
  })

  test('the section closes after the deadline, or when only those are missing who need not answer', () => {
    const section = aPerson('s', [], [{ role: 'section', department_id: null, joined: new Date(0) }])
    const waiting = round([aSeat('a'), aSeat('b', { answered_at: null })])
    expect(rules.mayClose.why(section, waiting, on('2027-04-30'))).toMatchObject({
      because: expect.stringContaining('期日'),
    })
    expect(rules.mayClose(section, waiting, on('2027-05-01'))).toBe(true)
    expect(rules.mayClose(aPerson('x', ['party-a']), waiting, on('2027-05-01'))).toBe(false)
    const optional = round([aSeat('a'), aSeat('b', { answered_at: null, required: false })])
    expect(rules.mayClose(section, optional, on('2027-04-01'))).toBe(true)
  })
})

describe('the consent to the publication', () => {
  const section = aPerson('z', [], [{ role: 'section', department_id: null, joined: new Date(0) }])
  const secretary = aPerson('s', ['party-a'])
  const talked = (more: Partial<Round>) => round([aSeat('a')], { state: 'talked', talked_on: '2027-05-01', ...more })

  test('is given by the side itself, or taken down by the section, as long as nothing is published', () => {
    expect(rules.mayConsent(secretary, talked({}))).toBe(true)
    expect(rules.mayEnterConsent(section, talked({}))).toBe(true)
  })

  test('is asked of nobody once the evaluation is published, and the sentence says so', () => {
    const out = talked({ published_at: new Date() })
    for (const ruling of [rules.mayConsent.why(secretary, out), rules.mayEnterConsent.why(section, out)])
      expect(ruling).toMatchObject({ because: expect.stringContaining('すでに公表されています') })
  })
})

describe('each verb', () => {
  const section = aPerson('z', [], [{ role: 'section', department_id: null, joined: new Date(0) }])
  const secretary = aPerson('s', ['party-a'])
  const stranger = aPerson('x')
  const project = aRunningProject({
    published_at: new Date(),
    parties: [{ party_id: 'party-a', is_city: false }] as Inside['parties'],
  })
  const finished = { ...project, state: 'awaiting_evaluation' as const }
  const now = on('2027-05-02')
  const missing = [aSeat('a', { answered_at: null })]
  const answering = round(missing, { project })
  const opened = round([aSeat('a')], { project: finished, state: 'opened', opened_at: now })
  const talked: Round = { ...opened, state: 'talked', talked_on: '2027-05-01' }
  const decided: Round = { ...talked, state: 'decided', project: { ...finished, state: 'decided' }, published_at: now }

  test.each([
    ['beginning', rules.mayBegin, secretary, { project }, { project: { ...project, fiscal_years: [] } }],
    ['answering', rules.mayAnswer, secretary, answering, opened],
    ['entering an answer', rules.mayEnterAnswer, section, answering, opened],
    ['closing', rules.mayClose, section, answering, opened],
    ['extending', rules.mayExtend, section, answering, opened],
    ['noting the talk', rules.mayTalk, secretary, opened, answering],
    ['deciding', rules.mayDecide, section, futureOf(talked), futureOf(opened)],
    ['consenting', rules.mayConsent, secretary, talked, opened],
    ['entering a consent', rules.mayEnterConsent, section, talked, opened],
    ['releasing', rules.mayRelease, section, talked, answering],
    ['retracting', rules.mayRetract, section, decided, talked],
  ] as [string, Rule<[Actor, unknown, Date]>, Actor, object, object][])(
    '%s is refused to a stranger for ever, and to whoever may only until its moment',
    (_, may, person, right, wrong) => {
      expect(may.why(person, right, now)).toMatchObject({ allowed: true })
      expect(may.why(stranger, right, now)).toMatchObject({ until: 'never' })
      expect(may.why(stranger, wrong, now)).toMatchObject({ until: 'never' })
      expect(may.why(person, wrong, now)).toMatchObject({ until: 'later' })
    },
  )
})
