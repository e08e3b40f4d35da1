import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '../../platform/actor.ts'
import { type Charter, readCharter } from '../charters/index.ts'
import { decisions, lifecycle, type ProposalState, type ProposalVerb } from './lifecycle.ts'
import {
  type Facts,
  mayAnnul,
  mayAssign,
  mayCorrect,
  mayCorrectTo,
  mayDecide,
  mayDecline,
  mayHandleProposal,
  mayLeadOn,
  mayLeadTalks,
  mayRelease,
  mayResume,
  mayRetract,
  maySeeProposal,
  mayWriteMessage,
  mayWriteProposal,
} from './may.ts'
import { nextSteps } from './proposal/correspondence.ts'

/** The rule of each move; the lifecycle decides about the moment. */
const rules: Record<ProposalVerb, (actor: Actor, facts: Facts) => boolean> = {
  submit: mayWriteProposal,
  return: mayHandleProposal,
  accept: mayHandleProposal,
  openTalks: mayLeadTalks,
  revise: mayWriteProposal,
  review: mayLeadTalks,
  decide: mayDecide,
  annul: mayAnnul,
  resume: mayResume,
  withdraw: mayWriteProposal,
  decline: mayDecline,
}

const canDo = (verb: ProposalVerb, actor: Actor, facts: Facts) =>
  lifecycle.canMove(facts.state, verb) && rules[verb](actor, facts)

const group = 'group'
const department = 'department'
const base = { ...nobody(1), account_id: 'account', person_id: 'person' }
const member = (...roles: string[]): Actor => ({
  ...base,
  parties: [{ party_id: group, name: 'みどりの会', kind: 'npo', is_city: false, roles, joined: {} }],
})
const post = (role: string, department_id: string | null = null): Actor => ({
  ...base,
  posts: [{ role, department_id, joined: new Date(0) }],
})

const people = {
  nobody: nobody(1),
  stranger: base,
  member: member('member'),
  signatory: member('signatory'),
  secretary: member('secretary'),
  representative: member('representative'),
  neighbour: {
    ...base,
    parties: [{ party_id: 'other', name: '別の会', kind: 'npo', is_city: false, roles: ['secretary'], joined: {} }],
  },
  section: post('section'),
  administrator: post('administrator'),
  officer: post('department', department),
  'other department': post('department', 'elsewhere'),
  reviewer: post('reviewer'),
} satisfies Record<string, Actor>
type Person = keyof typeof people

const states = Object.keys(lifecycle.states) as ProposalState[]

function proposal(state: ProposalState, change: Partial<Facts> = {}): Facts {
  const decided = state === 'decided' || state === 'declined'
  return {
    state,
    programme: 'proposals',
    party_id: group,
    department_id: state === 'draft' ? null : department,
    channel: 'web',
    submitted_at: state === 'draft' ? null : new Date('2026-06-01'),
    decision: decided ? 'adopted' : null,
    released_on: decided ? '2026-06-01' : null,
    led_on_at: null,
    published_at: null,
    public_decision: null,
    ...change,
  }
}

const whoCan = (rule: (actor: Actor, facts: Facts) => boolean, facts: Facts) =>
  (Object.keys(people) as Person[]).filter((person) => rule(people[person], facts))

const writers = ['secretary', 'representative']
const section = ['section']
const city = ['section', 'officer']

describe('who knows of a proposal', () => {
  test('a draft is known to its writers alone', () => {
    expect(whoCan((actor, facts) => maySeeProposal(actor, facts), proposal('draft'))).toEqual(writers)
  })

  test.each(states.filter((state) => state !== 'draft'))(
    '%s: its writers, the section and its department, nobody else',
    (state) => {
      expect(whoCan((actor, facts) => maySeeProposal(actor, facts), proposal(state))).toEqual([...writers, ...city])
    },
  )

  test('before a department is named, no department knows of it', () => {
    const facts = proposal('submitted', { department_id: null })
    expect(whoCan((actor, one) => maySeeProposal(actor, one), facts)).toEqual([...writers, ...section])
  })

  test('what the section types in from paper, the section sees as a draft too', () => {
    const facts = proposal('draft', { channel: 'paper' })
    expect(whoCan((actor, one) => maySeeProposal(actor, one), facts)).toEqual([...writers, ...section])
  })
})

describe('who may do what, when', () => {
  const table: Record<ProposalVerb, Person[]> = {
    submit: writers as Person[],
    return: section as Person[],
    accept: section as Person[],
    openTalks: city as Person[],
    revise: writers as Person[],
    review: city as Person[],
    decide: section as Person[],
    annul: section as Person[],
    resume: section as Person[],
    withdraw: writers as Person[],
    decline: writers as Person[],
  }
  for (const [verb, expected] of Object.entries(table) as [ProposalVerb, Person[]][]) {
    for (const state of states) {
      const moment = lifecycle.canMove(state, verb) && verb !== 'resume'
      const who = moment ? expected : []
      test(`${verb} in ${state}: ${who.join(', ') || 'no one'}`, () => {
        expect(whoCan((actor, facts) => canDo(verb, actor, facts), proposal(state))).toEqual(who)
      })
    }
  }

  test('the section acts for a party that came on paper', () => {
    for (const verb of ['submit', 'revise', 'withdraw', 'decline'] as const) {
      expect(whoCan((actor, facts) => rules[verb](actor, facts), proposal('in_talks', { channel: 'paper' }))).toEqual([
        ...writers,
        ...section,
      ])
    }
  })

  test('only a deferred proposal is taken up again, only an adopted one declined', () => {
    const deferred = proposal('decided', { decision: 'deferred' })
    expect(whoCan((actor, facts) => canDo('resume', actor, facts), deferred)).toEqual(section)
    for (const decision of ['deferred', 'not_adopted'] as const) {
      expect(whoCan((actor, facts) => canDo('decline', actor, facts), proposal('decided', { decision }))).toEqual([])
    }
  })

  test('an officer who belongs to the proposing group runs none of its procedure', () => {
    const both: Actor = { ...people.section, ties: member('member').parties }
    for (const verb of ['accept', 'return', 'openTalks', 'review', 'decide', 'annul', 'resume'] as const) {
      expect([verb, rules[verb](both, proposal('submitted'))]).toEqual([verb, false])
    }
  })
})

test('an administrator of accounts decides on no proposal, and carries none of its procedure', () => {
  for (const verb of Object.keys(rules) as ProposalVerb[])
    for (const state of states) {
      const ruling = rules[verb](people.administrator, proposal(state, { channel: 'paper' }))
      expect([verb, state, ruling]).toEqual([verb, state, false])
    }
})

describe('what comes next', () => {
  const { charter } = readCharter('charters/kawaguchi', 'charters/common') as { charter: Charter }
  const steps = (calendar: object[], received_on = '2026-06-10', call_year: number | null = 2026) => {
    const found = { ...charter.programmes.find(({ key }) => key === 'proposal-scheme')!, calendar }
    const changed = { ...charter, programmes: [found] } as never
    return nextSteps(changed, { programme: 'proposal-scheme', received_on, call_year, fiscal_year: 2026 })
  }
  const talks = { key: 'talks-until', label: { ja: '協議' }, month: 10, day: 31, yearAfter: 0 }
  const decision = { key: 'decision', label: { ja: '決定' }, month: 1, day: 31, yearAfter: 0 }

  test('is read, talked over, weighed and decided, each with its day where the programme has one', () => {
    expect(steps([talks, decision]).map(({ step, until }) => [step, until])).toEqual([
      ['内容の確認', undefined],
      ['話し合い', '2026-10-31'],
      ['審査', undefined],
      ['決定', '2027-01-31'],
    ])
  })

  test('a day before the receipt is not promised', () => {
    expect(steps([talks, decision], '2026-11-02').map(({ until }) => until)).toEqual([
      undefined,
      undefined,
      undefined,
      '2027-01-31',
    ])
  })

  test('goes by the year of its call', () => {
    expect(steps([decision], '2026-03-10', 2025).at(-1)!.until).toBeUndefined()
    expect(steps([{ ...decision, yearAfter: 1 }], '2026-03-10', 2025).at(-1)!.until).toBe('2027-01-31')
  })
})

describe('talks', () => {
  test('both sides write from submission on, and no longer once it is withdrawn or declined', () => {
    const open: ProposalState[] = ['submitted', 'returned', 'accepted', 'in_talks', 'under_review', 'decided']
    for (const state of states) {
      const who = whoCan((actor, facts) => mayWriteMessage(actor, facts), proposal(state))
      expect([state, who]).toEqual([state, open.includes(state) ? [...writers, ...city] : []])
    }
  })
})

describe('assigning and releasing', () => {
  test('the section names the department between submission and decision', () => {
    const open: ProposalState[] = ['submitted', 'accepted', 'in_talks', 'under_review']
    for (const state of states) {
      const who = whoCan((actor, facts) => mayAssign(actor, facts), proposal(state))
      expect([state, who]).toEqual([state, open.includes(state) ? section : []])
    }
  })

  test('nothing is released before its day, and on its day by the section alone', () => {
    const facts = proposal('decided', { released_on: '2026-06-10' })
    expect(whoCan((actor, one) => mayRelease(actor, one, new Date('2026-06-09T14:59:59Z')), facts)).toEqual([])
    expect(whoCan((actor, one) => mayRelease(actor, one, new Date('2026-06-09T15:00:00Z')), facts)).toEqual(section)
  })

  test('what is deferred or not decided is never released', () => {
    for (const facts of [proposal('under_review'), proposal('decided', { decision: 'deferred' })]) {
      expect(whoCan((actor, one) => mayRelease(actor, one, new Date('2027-01-01')), facts)).toEqual([])
    }
  })

  test('only what is released can be retracted', () => {
    expect(whoCan((actor, facts) => mayRetract(actor, facts), proposal('decided'))).toEqual([])
    expect(
      whoCan((actor, facts) => mayRetract(actor, facts), proposal('decided', { published_at: new Date() })),
    ).toEqual(section)
  })
})

describe('correcting and annulling', () => {
  const who = people.section
  const open = { decision: 'adopted', reasons: '', conditions: '', decided_on: '2026-06-01' } as const
  const led = { led_on_at: new Date('2026-06-10') }
  const released = { published_at: new Date('2026-06-10'), public_decision: open }

  test('only what is decided is corrected, by the section; also when the group has declined', () => {
    for (const state of states) {
      const may = whoCan((actor, facts) => mayCorrect(actor, facts), proposal(state))
      expect([state, may]).toEqual([state, ['decided', 'declined'].includes(state) ? section : []])
    }
  })

  test.each([
    ['an adoption on which an agreement or a project rests', proposal('decided', led), ['not_adopted', 'deferred']],
    ['an adoption that was declined', proposal('declined'), ['not_adopted', 'deferred']],
    ['a decision that was released', proposal('decided', released), ['deferred']],
    ['a decision that nobody has acted on', proposal('decided'), []],
  ])('%s cannot be corrected to every other one', (_, facts, refused) => {
    const tried = decisions.filter((decision) => !mayCorrectTo(who, facts, decision))
    expect(tried).toEqual(refused)
    for (const decision of tried) expect(mayCorrectTo.why(who, facts, decision)).toMatchObject({ until: 'later' })
  })

  test('a decision from which something began is not annulled, and the sentence says what to do instead', () => {
    const ruling = mayAnnul.why(who, proposal('decided', led))
    expect(ruling).toMatchObject({ until: 'later', because: expect.stringContaining('取りやめの手続き') })
  })
})

describe('who never may is denied, and who may is told to wait', () => {
  const named = {
    mayAssign,
    mayCorrect,
    mayAnnul,
    mayRelease,
    mayRetract,
    mayResume,
    mayDecline,
    mayWriteMessage,
    mayLeadOn,
  }
  const now = new Date('2026-06-10')
  const seen = states.filter((state) => state !== 'draft')
  const variants = seen.flatMap((state) => [
    proposal(state),
    proposal(state, { released_on: '2026-07-01' }),
    proposal(state, { decision: 'deferred' }),
    proposal(state, { decision: 'not_adopted', published_at: now }),
    proposal(state, { led_on_at: now }),
  ])
  test.each(Object.entries(named))('%s', (_, rule) => {
    for (const [name, actor] of Object.entries(people)) {
      const rulings = variants.map((facts) => rule.why(actor, facts, now))
      const ever = rulings.some(({ allowed }) => allowed)
      for (const ruling of rulings)
        if (!ruling.allowed) expect([name, ruling.until]).toEqual([name, ever ? 'later' : 'never'])
    }
  })
})
