import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '../../platform/actor.ts'
import type { Ruling } from '../../platform/ruling.ts'
import { allowsWithoutCity, type Charter, readCharter } from '../charters/index.ts'
import type { ProjectState } from './lifecycle.ts'
import * as may from './may.ts'
import type { Facts } from './project/project.ts'

function charterOf(city: string): Charter {
  const read = readCharter(`charters/${city}`, 'charters/common')
  if ('problems' in read) throw new Error(`${city} does not read`)
  return read.charter
}

const person = (more: Partial<Actor>): Actor => ({ ...nobody(1), account_id: 'a', person_id: 'p', name: '…', ...more })
const inParty = (party_id: string, is_city: boolean, ...roles: string[]): Actor =>
  person({ parties: [{ party_id, name: '…', kind: 'group', is_city, roles, joined: {} }] })
const officer = (department_id: string): Actor =>
  person({ posts: [{ role: 'department', department_id, joined: new Date(0) }] })

const people = {
  section: person({ posts: [{ role: 'section', department_id: null, joined: new Date(0) }] }),
  officer: officer('park'),
  otherOfficer: officer('elsewhere'),
  secretary: inParty('group', false, 'secretary'),
  member: inParty('group', false, 'member'),
  stranger: person({}),
}

const group = { party_id: 'group', is_city: false }
const park = { party_id: 'park', is_city: true }

const project = (state: ProjectState, more: Partial<Facts> = {}): Facts => ({
  state,
  department_id: 'park',
  published_at: null,
  parties: [group, park],
  ...more,
})

/** Lists the people whom the ruling allows, in the order of their names above. */
const whoMay = (ask: (actor: Actor) => boolean) =>
  Object.entries(people).flatMap(([name, actor]) => (ask(actor) ? [name] : []))

const until = (ruling: Ruling) => (ruling.allowed ? 'now' : ruling.until)

const states: ProjectState[] = ['planned', 'active', 'awaiting_evaluation', 'evaluated', 'decided']

describe('where the city takes part', () => {
  test.each([
    ['mayStart', may.mayStart, ['planned']],
    ['mayFinish', may.mayFinish, ['active']],
    ['mayStop', may.mayStop, ['planned', 'active']],
  ] as const)('%s: the section and the department in charge, at its moment and at no other', (_, mayMove, moments) => {
    for (const state of states) {
      const found = whoMay((actor) => mayMove(actor, project(state)))
      expect(found, state).toEqual(moments.some((one) => one === state) ? ['section', 'officer'] : [])
      expect(until(mayMove.why(people.section, project(state)))).toBe(found.length > 0 ? 'now' : 'later')
      expect(until(mayMove.why(people.secretary, project(state)))).toBe('never')
    }
  })

  test('until it is decided all who speak for a party write on it, and nobody else', () => {
    for (const state of states) {
      const writers = ['section', 'officer', 'secretary']
      expect(whoMay((actor) => may.mayWriteProject(actor, project(state)))).toEqual(writers)
      const edits = whoMay((actor) => may.mayEditProject(actor, project(state)))
      expect(edits, state).toEqual(state === 'decided' ? [] : writers)
    }
    expect(until(may.mayEditProject.why(people.secretary, project('decided')))).toBe('later')
    expect(until(may.mayEditProject.why(people.member, project('decided')))).toBe('never')
  })

  test('the city releases its page once, and takes back what is released', () => {
    const open = project('active', { published_at: new Date() })
    expect(whoMay((actor) => may.mayRelease(actor, project('active')))).toEqual(['section', 'officer'])
    expect(whoMay((actor) => may.mayRetract(actor, open))).toEqual(['section', 'officer'])
    expect(until(may.mayRelease.why(people.section, open))).toBe('later')
    expect(until(may.mayRetract.why(people.section, project('active')))).toBe('later')
    expect(until(may.mayRelease.why(people.secretary, open))).toBe('never')
  })
})

describe('where groups work among themselves', () => {
  const alone = (state: ProjectState) => project(state, { parties: [group], department_id: null })

  test('they begin and end it themselves, and answer for it', () => {
    expect(may.mayStart(people.secretary, alone('planned'))).toBe(true)
    expect(may.mayFinish(people.secretary, alone('active'))).toBe(true)
    expect(may.mayAnswerFor(people.secretary, alone('evaluated'))).toBe(true)
    expect(may.mayStart(people.member, alone('planned'))).toBe(false)
  })

  test('they enter it where the charter knows it, and the ruling names the charter’s entry', () => {
    const [with_, without] = ['kawaguchi', 'yoshikawa'].map((city) => ({ charter: charterOf(city) }))
    expect(
      [with_, without].map((one) => allowsWithoutCity(one!.charter)),
      'need one of each',
    ).toEqual([true, false])
    const [yes, no] = [with_, without].map((one) => may.mayEnterProject.why(people.secretary, one!))
    expect([yes!.allowed, no!.allowed]).toEqual([true, false])
    expect([yes!.grounds, no!.grounds]).toEqual([['scope.patterns'], ['scope.patterns']])
  })
})

test('the next year is made once, of what goes on, by those who answer for it', () => {
  const after = (decision: 'continue' | 'end', next: { ref: string; title: string } | null = null) => ({
    ...project('decided'),
    decision,
    next,
  })
  expect(whoMay((actor) => may.mayRenew(actor, after('continue')))).toEqual(['section', 'officer'])
  expect(until(may.mayRenew.why(people.section, after('end')))).toBe('later')
  expect(until(may.mayRenew.why(people.section, after('continue', { ref: 'r9-project-0001', title: '' })))).toBe(
    'later',
  )
  expect(until(may.mayRenew.why(people.secretary, after('end')))).toBe('never')
})

describe('who is in it', () => {
  const before = project('active')
  const other = { party_id: 'other', is_city: false }

  test('a group brings in no city and puts out nobody but itself', () => {
    expect(may.mayChangeParties(people.secretary, before, [park])).toBe(true)
    expect(may.mayChangeParties(people.secretary, before, [group])).toBe(false)
    expect(may.mayChangeParties(people.secretary, before, [group, park, { party_id: 'ward', is_city: true }])).toBe(
      false,
    )
    expect(may.mayChangeParties(people.section, before, [other])).toBe(true)
  })

  test('once everyone reads it, it is the city that adds a group', () => {
    const open = project('active', { published_at: new Date() })
    expect(may.mayChangeParties(people.secretary, before, [group, park, other])).toBe(true)
    expect(may.mayChangeParties(people.secretary, open, [group, park, other])).toBe(false)
  })

  test('a project without the city is entered by one of its own parties', () => {
    expect(may.mayEnterFor(people.secretary, [group, other])).toBe(true)
    expect(may.mayEnterFor(people.secretary, [other])).toBe(false)
    expect(may.mayEnterFor(people.secretary, [group, park])).toBe(false)
  })
})
