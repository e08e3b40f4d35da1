import { describe, expect, test } from 'vitest'
import type { Charter } from '../../charters/index.ts'
import { readCharter } from '../../charters/index.ts'
import { type Evident, evidenceOf, judge } from './evidence.ts'

function charterOf(city: string): Charter {
  const read = readCharter(`charters/${city}`, 'charters/common')
  if ('problems' in read) throw new Error(`${city} does not read`)
  return read.charter
}

const charter = charterOf('iruma')

/** A project of which nothing at all is known. */
const nothing: Evident = {
  purpose: '',
  beneficiaries: '',
  parties: [party('甲の会', false), party('公園課', true)],
  targets: [],
  reports: [],
  evaluations: [],
  facts: {},
  proposal: null,
  agreement: null,
  starts_on: null,
  ends_on: null,
  started_on: null,
  sunset_on: null,
  decision: null,
  decided_on: null,
  published_at: null,
}

function party(name: string, is_city: boolean, more: object = {}): Evident['parties'][number] {
  const plain = {
    id: name,
    party_id: name,
    position: 0,
    kind: '',
    unit: 'group',
    number: 1,
    role: '',
    does: '',
    brings: '',
    money_yen: null,
  }
  return { ...plain, name, is_city, ...more }
}

const target = {
  id: 't',
  position: 0,
  indicator: '回数',
  value: '40',
  unit: '回',
  direction: 'at_least' as const,
  by_on: '2027-03-31',
  result: null,
  result_note: '',
  result_on: null,
}
const agreement = {
  ref: 'r8-agreement-0001',
  parties: 2,
  signed: 2,
  purpose: true,
  targets: 1,
  roles: 2,
  in_force_on: '2026-04-01',
}
const report: Evident['reports'][number] = {
  id: 'r',
  kind: 'activity',
  held_on: '2026-06-01',
  title: '',
  text: '',
  active_count: null,
  passive_count: null,
  reported_at: '2026-06-03T01:00:00Z',
  photos: [],
}
const meeting = { ...report, kind: 'meeting' as const, held_on: '2026-03-01' }
const talks = { count: 3, sides: 2, first_on: '2026-02-01', last_on: '2026-02-20' }
const proposal = {
  ref: 'r8-proposal-0001',
  submitted_on: '2026-01-10',
  accepted: true,
  decided_on: '2026-03-01',
}
const round: Evident['evaluations'][number] = {
  year: 2026,
  begun_on: '2027-04-01',
  due_on: '2027-04-30',
  awaited: 2,
  answered: 2,
  opened_on: '2027-04-20',
  closed_at_deadline: false,
  talked_on: '2027-05-10',
  published_on: null,
}
const published_at = new Date('2026-05-01T00:00:00Z')
const at = (ref: string) => ({ ref, title: '', published_on: '2026-05-01' })

type Key = keyof typeof evidenceOf
type Case = [Key, string, Partial<Evident>, 'met' | 'partly' | 'not-yet']

const cases: Case[] = [
  ['shared-purpose', 'nothing is written', {}, 'not-yet'],
  ['shared-purpose', 'only a purpose is written', { purpose: '目的' }, 'partly'],
  [
    'shared-purpose',
    'purpose and targets are written, nobody has signed',
    { purpose: '目的', targets: [target] },
    'partly',
  ],
  [
    'shared-purpose',
    'one of two has signed',
    { purpose: '目的', targets: [target], facts: { agreement: { ...agreement, signed: 1 } } },
    'partly',
  ],
  [
    'shared-purpose',
    'all signed, but no whole target is agreed',
    { purpose: '目的', facts: { agreement: { ...agreement, targets: 0 } } },
    'partly',
  ],
  ['shared-purpose', 'all have signed purpose and target', { facts: { agreement } }, 'met'],
  ['role-division', 'no role is written', {}, 'not-yet'],
  [
    'role-division',
    'one of two roles is written',
    { parties: [party('甲', false, { does: '集める' }), party('課', true)] },
    'partly',
  ],
  [
    'role-division',
    'all roles are written, unsigned',
    { parties: [party('甲', false, { does: 'a' }), party('課', true, { does: 'b' })] },
    'partly',
  ],
  ['role-division', 'all signed, but one has no role', { facts: { agreement: { ...agreement, roles: 1 } } }, 'not-yet'],
  ['role-division', 'all have signed a table with all in it', { facts: { agreement } }, 'met'],
  ['equality', 'nothing is signed or evaluated', {}, 'not-yet'],
  ['equality', 'all have signed', { facts: { agreement } }, 'partly'],
  ['equality', 'all have evaluated', { evaluations: [round] }, 'partly'],
  [
    'equality',
    'one is missing in the evaluation',
    { facts: { agreement }, evaluations: [{ ...round, answered: 1, closed_at_deadline: true }] },
    'partly',
  ],
  ['equality', 'answers are in but not opened', { evaluations: [{ ...round, opened_on: null }] }, 'not-yet'],
  ['equality', 'all have signed and evaluated', { facts: { agreement }, evaluations: [round] }, 'met'],
  ['openness', 'no public page', { reports: [report] }, 'not-yet'],
  ['openness', 'a page without a report', { published_at }, 'partly'],
  [
    'openness',
    'a page with a report that is withheld',
    { published_at, reports: [{ ...report, withheld: true }] },
    'partly',
  ],
  ['openness', 'the agreement is not published', { published_at, reports: [report], facts: { agreement } }, 'partly'],
  ['openness', 'the evaluation is not published', { published_at, reports: [report], evaluations: [round] }, 'partly'],
  [
    'openness',
    'the result of the proposal is not published',
    { published_at, reports: [report], facts: { proposal } },
    'partly',
  ],
  [
    'openness',
    'everything that happened is published',
    {
      published_at,
      reports: [report],
      facts: { agreement, proposal },
      agreement: at('r8-agreement-0001'),
      proposal: at('r8-proposal-0001'),
      evaluations: [{ ...round, published_on: '2027-06-01' }],
    },
    'met',
  ],
  ['talks', 'no talk', {}, 'not-yet'],
  ['talks', 'only one side has spoken', { facts: { talks: { ...talks, sides: 1 } } }, 'partly'],
  ['talks', 'only the evaluation was talked over', { evaluations: [round] }, 'partly'],
  ['talks', 'a meeting after it began', { starts_on: '2026-02-01', reports: [meeting] }, 'partly'],
  ['talks', 'a meeting before it began', { starts_on: '2026-04-01', reports: [meeting] }, 'met'],
  ['talks', 'both sides have talked before the decision', { facts: { talks } }, 'met'],
  ['independence', 'nothing is brought', {}, 'not-yet'],
  [
    'independence',
    'one brings something',
    { parties: [party('甲', false, { brings: '人手' }), party('課', true)] },
    'partly',
  ],
  [
    'independence',
    'all bring something',
    { parties: [party('甲', false, { brings: '人手' }), party('課', true, { money_yen: 1000 })] },
    'met',
  ],
  ['evaluation', 'not begun', {}, 'not-yet'],
  ['evaluation', 'being answered', { evaluations: [{ ...round, opened_on: null }] }, 'not-yet'],
  ['evaluation', 'closed with one missing', { evaluations: [{ ...round, answered: 1 }] }, 'partly'],
  ['evaluation', 'opened, not talked over', { evaluations: [{ ...round, talked_on: null }] }, 'partly'],
  ['evaluation', 'all answered and talked over', { evaluations: [round] }, 'met'],
  ['time-limit', 'no term', {}, 'not-yet'],
  ['time-limit', 'a beginning without an end', { starts_on: '2026-04-01' }, 'not-yet'],
  ['time-limit', 'a term with its day of looking', { starts_on: '2026-04-01', sunset_on: '2027-03-31' }, 'partly'],
  [
    'time-limit',
    'decided at it',
    { starts_on: '2026-04-01', ends_on: '2027-03-31', decision: 'continue', decided_on: '2027-03-20' },
    'met',
  ],
  ['public-benefit', 'for nobody in particular', {}, 'not-yet'],
  ['public-benefit', 'for somebody', { beneficiaries: '子ども' }, 'partly'],
  ['public-benefit', 'accepted, for nobody in particular', { facts: { proposal } }, 'partly'],
  ['public-benefit', 'accepted, for somebody', { beneficiaries: '子ども', facts: { proposal } }, 'met'],
]

describe('what the record shows', () => {
  test.each(cases)('%s: %s', (key, _, known, expected) => {
    const shown = evidenceOf[key]({ ...nothing, ...known }, charter)
    expect(shown.met).toBe(expected)
    expect(shown.because).toMatch(/。$/)
  })

  test('every kind of evidence has a case in which it is met, partly met and not yet met', () => {
    for (const key of Object.keys(evidenceOf) as Key[])
      expect(new Set(cases.filter(([one]) => one === key).map((one) => one[3])), key).toEqual(
        new Set(['met', 'partly', 'not-yet']),
      )
  })
})

describe('the charter decides what is asked', () => {
  test('a principle with two proofs of which one is there is partly met', () => {
    const two = judge(charter, {
      ...nothing,
      starts_on: '2026-04-01',
      ends_on: '2027-03-31',
      decision: 'end',
      decided_on: '2027-03-20',
    })
    const limited = two.find(({ principle }) => principle.evidence.length === 2)!
    expect(limited.principle.evidence).toEqual(['time-limit', 'evaluation'])
    expect(limited.met).toBe('partly')
  })

  test('a city whose document has fewer principles is asked for fewer', () => {
    const asked = (city: string) =>
      judge(charterOf(city), nothing).filter(({ met }) => met !== 'asked' && met !== 'believed').length
    const binding = (city: string) => charterOf(city).principles.filter(({ evidence }) => evidence.length > 0).length
    for (const city of ['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma', 'kawasaki'])
      expect(asked(city), city).toBe(binding(city))
    expect(new Set(['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma'].map(asked)).size).toBeGreaterThan(1)
  })

  test('what only people can judge is a question of the evaluation and not a mark', () => {
    const manner = {
      ...charter.principles[0]!,
      key: 'respect',
      evidence: [],
      question: { ja: '相手の立場を尊重できましたか' },
    }
    const believed = { ...manner, key: 'hope', question: undefined }
    const judged = judge({ ...charter, principles: [manner, believed] }, nothing)
    expect(judged.map(({ met }) => met)).toEqual(['asked', 'believed'])
  })

  test('asking for another proof changes the judgement of the same record', () => {
    const known = { ...nothing, beneficiaries: '子ども', facts: { proposal } }
    const one = { ...charter.principles[0]!, evidence: ['public-benefit' as const] }
    const other = { ...one, evidence: ['openness' as const] }
    expect(judge({ ...charter, principles: [one] }, known)[0]!.met).toBe('met')
    expect(judge({ ...charter, principles: [other] }, known)[0]!.met).toBe('not-yet')
  })
})
