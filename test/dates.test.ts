import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCharter } from '../src/modules/charters/index.ts'
import { modules } from '../src/modules.ts'
import type { Wrong } from '../src/platform/refusals.ts'
import { addDays, today } from '../src/platform/time/index.ts'

/** What a verb asks of a day: something that happened, something ahead, or the reason why it may be either. */
type Asks = 'happened' | 'ahead' | { because: string }

const planned = { because: 'a term or a plan may have begun, and may be entered afterwards' }
const role = { because: 'who served before the city used the system is entered with the days of their service' }

/** Every day that a person types into a verb. A new one is written down here, and held to it. */
const asked: Record<string, Record<string, Asks>> = {
  'party.new': { starts_on: planned, founded_on: 'happened' },
  'party.edit': { founded_on: 'happened' },
  'party.members/new': { starts_on: role, ends_on: role },
  'party.rename': { on_day: planned },
  'party.end': { ends_on: planned },
  'membership.succession': { starts_on: role },
  'membership.end': { ends_on: role },
  'membership.correction': { starts_on: role, ends_on: role },
  'call.calls/new': { opens_on: planned, closes_on: 'ahead' },
  'call.edit': { opens_on: planned, closes_on: 'ahead' },
  'proposal.paper': { received_on: 'happened' },
  'proposal.submission': { received_on: 'happened' },
  'proposal.return': { return_by: 'ahead' },
  'proposal.decision': { decided_on: 'happened', released_on: { because: 'it is held to the day of the decision' } },
  'proposal.decision/correction': {
    decided_on: 'happened',
    released_on: { because: 'a day that is over is corrected' },
  },
  'proposal.messages': { met_on: 'happened' },
  'agreement.paper-signature': { signed_on: 'happened' },
  'agreement.termination': { ended_on: { because: 'it is held to the term, in which it may be ahead or gone' } },
  'project.new': { starts_on: planned, ends_on: planned, sunset_on: planned },
  'project.edit': { starts_on: planned, ends_on: planned, sunset_on: planned },
  'project.start': { started_on: 'happened' },
  'project.finish': { finished_on: 'happened' },
  'project.stop': { decided_on: 'happened' },
  'project.reports/new': { held_on: 'happened' },
  'project.reports/:report': { held_on: 'happened' },
  'project.paper-share': { received_on: 'happened' },
  'project.targets': { 'targets.by_on': planned },
  'project.milestones/new': { due_on: planned, done_on: 'happened' },
  'project.milestones/:milestone': { due_on: planned, done_on: 'happened' },
  'project.steps/:step': { done_on: 'happened' },
  'project.decision': { decided_on: 'happened', committee_on: 'happened' },
  'project.decision/correction': { decided_on: 'happened', committee_on: 'happened' },
  'evaluation.joint-talk': { talked_on: 'happened' },
  'evaluation.paper-consent': { consented_on: 'happened' },
  'evaluation.extension': { due_on: 'ahead' },
  'person.new': { starts_on: role },
  'person.succession': { starts_on: role },
  'person.end': { ends_on: role },
  'person.correction': { starts_on: role, ends_on: role },
}

/** Groups whose years are counted by centuries. */
const OLD = ['founded_on']

const now = new Date('2026-11-25T03:00:00Z')
const day = today(now)

const verbs = modules
  .flatMap(({ actions = [] }) => actions)
  .flatMap((verb) => {
    const days = daysOf(formOf(verb.page.form))
    return Object.keys(days).length > 0 && !verb.byClock ? [{ name: verb.name, verb, days }] : []
  })

/** What every rule on days asks of a thing, as it stands in the middle of a year. */
function standIn() {
  const read = readCharter('charters/kawaguchi', 'charters/common')
  if ('problems' in read) throw new Error('The charter does not read.')
  const { charter } = read
  const programme = 'proposal-scheme'
  const began = { starts_on: '2026-04-01', ends_on: null, started_on: '2026-04-01', received_on: '2026-06-01' }
  const decided = { decision: 'adopted', reasons: 'A', conditions: '', decided_on: '2026-06-20', released_on: null }
  const offered = { made_at: new Date('2026-06-01T00:00:00Z'), text: { starts_on: '2026-04-01' }, digest: '' }
  const project = { steps: {}, forms: [], finished_on: '2026-06-10', charter, decision: null }
  const round = { talked_on: '2026-06-15', committee_on: null }
  const due = { due_on: '2026-11-30', opened_at: new Date('2026-06-01T00:00:00Z'), seats: [] }
  return {
    charter,
    programme,
    channel: 'paper',
    ...began,
    ...decided,
    steps: {},
    forms: [],
    offered,
    current: offered,
    project,
    round,
    ...due,
  }
}

test('every day that a verb asks for is written down here', () => {
  const found = verbs.flatMap(({ name, days }) => Object.keys(days).map((field) => `${name} ${field}`))
  const written = Object.entries(asked).flatMap(([name, days]) => Object.keys(days).map((field) => `${name} ${field}`))
  expect([...new Set(found)].sort()).toEqual(written.sort())
})

const each = verbs.flatMap(({ name, verb, days }) =>
  Object.entries(days).map(([field, form]) => ({ name, field, form, verb, asks: asked[name]?.[field] })),
)

describe.each(each)('$name $field', ({ field, form, verb, asks }) => {
  const read = (typed: string) => form.safeParse(typed)
  const said = (typed: string) =>
    read(typed)
      .error?.issues.map(({ message }) => message)
      .join('') ?? ''
  // Of a request, the rules on days ask for its instant alone.
  const rules = verb.page as { wrong?: (input: Wrong, data: object, c: { now: Date }) => Wrong }
  const wrong = (on: string): string | undefined => {
    const given: Wrong = rules.wrong?.({ kind: 'meeting', [field]: on }, { thing: standIn(), extra: {} }, { now }) ?? {}
    return given[field]
  }

  test('is read across the borders of the eras, and on 29 February in leap years alone', () => {
    expect(['平成31年4月30日', '令和元年5月1日', 'H31.5.1', '令和6年2月29日'].map((typed) => read(typed).data)).toEqual(
      ['2019-04-30', '2019-05-01', '2019-05-01', '2024-02-29'],
    )
    for (const typed of ['令和7年2月29日', '2026-13-01', '令和8年4月31日'])
      expect(said(typed)).toMatch(/。（例　令和8年4月1日）$/)
  })

  test('in a year that cannot be meant is refused, with the day as it was read', () => {
    expect(said('令和808年4月1日') || said('3026-04-01')).not.toBe('')
    expect(said('令和99年4月1日')).toContain('令和99年4月1日')
    if (!OLD.includes(field)) expect(said('1900-01-01')).toContain('年を確かめてください。「明治33年1月1日」')
  })

  test('lies on the side of today that its meaning asks for', () => {
    if (asks === 'happened') expect(wrong(addDays(day, 1))).toMatch(/。$/)
    else if (asks === 'ahead') expect(wrong(addDays(day, -1))).toMatch(/。$/)
    else expect(asks?.because).not.toBe('')
  })
})

function formOf(form: z.ZodType | ((seen: object) => z.ZodType) | undefined): z.ZodType | undefined {
  return typeof form === 'function' ? form({ thing: { current: {}, seats: [] }, extra: {} }) : form
}

/** The fields of a form that read a day, those of its rows too. */
function daysOf(form: z.ZodType | undefined): Record<string, z.ZodType> {
  if (form instanceof z.ZodIntersection)
    return { ...daysOf(form.def.left as z.ZodType), ...daysOf(form.def.right as z.ZodType) }
  if (form instanceof z.ZodPipe) return daysOf(form.def.in as z.ZodType)
  if (form instanceof z.ZodDefault) return daysOf(form.def.innerType as z.ZodType)
  if (form instanceof z.ZodArray) return daysOf(form.def.element as z.ZodType)
  if (!(form instanceof z.ZodObject)) return {}
  return Object.fromEntries(
    Object.entries(form.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      field.safeParse('令和6年2月29日').data === '2024-02-29'
        ? [[name, field]]
        : Object.entries(daysOf(field)).map(([inner, one]) => [`${name}.${inner}`, one]),
    ),
  )
}
