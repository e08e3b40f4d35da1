import { describe, expect, test } from 'vitest'
import { aParty, aText } from '../../../test/texts.ts'
import { type Actor, nobody } from '../../platform/actor.ts'
import type { Rule } from '../../platform/ruling.ts'
import { digestOf, type RegisteredParty } from '../texts/index.ts'
import { offerAgreement } from './actions/index.ts'
import { isOpenTo } from './agreement/agreement.ts'
import {
  mayAmend,
  mayDropAmendment,
  mayEnd,
  mayEnterSignature,
  mayRecall,
  mayRelease,
  mayRetract,
  maySeeActs,
  maySign,
  maySignBeside,
  mayTerminate,
  mayWrite,
} from './may.ts'
import type { Agreement, SignedVersion } from './tables.ts'

const now = new Date('2026-12-10T03:00:00Z')

const [group, department] = [aParty('group', 7, 'みどりの会'), aParty('office', 2, '公園課', 'department')]
const text = aText({ parties: [group, department] })

const version = (signed: RegisteredParty[] = []): SignedVersion =>
  ({
    version: 1,
    text,
    digest: digestOf(text),
    parties: [group, department],
    signatures: signed.map(({ party_id }) => ({ party_id, person_id: `of-${party_id}`, digest: digestOf(text) })),
  }) as SignedVersion

type Case =
  | 'draft'
  | 'offered'
  | 'in_force'
  | 'amending'
  | 'amendment offered'
  | 'ended'
  | 'terminated'
  | 'given up while amending'

const cases: Record<Case, Partial<Agreement>> = {
  draft: { state: 'draft', draft: {}, draft_parties: [group, department] },
  offered: { state: 'offered', offered: version() },
  in_force: { state: 'in_force', current: version([group, department]) },
  amending: { state: 'in_force', current: version([group, department]), draft: {}, draft_parties: [group, department] },
  'amendment offered': { state: 'in_force', current: version([group, department]), offered: version() },
  ended: { state: 'ended', current: version([group, department]) },
  terminated: { state: 'terminated', current: version([group, department]) },
  'given up while amending': {
    state: 'terminated',
    current: version([group, department]),
    draft: {},
    draft_parties: [group, department],
  },
}

const empty = {
  draft: null,
  draft_parties: [],
  current: undefined,
  offered: undefined,
  starts_on: '2026-12-01',
  ends_on: '2027-03-31',
}
const dossier = (name: Case) => ({ ...empty, ...cases[name] }) as unknown as Agreement

const person = (over: Partial<Actor>): Actor => ({
  ...nobody(1),
  account_id: 'a',
  person_id: 'p',
  name: '佐藤',
  ...over,
})
const inParty = (party: RegisteredParty, ...roles: string[]) => ({ parties: [{ ...party, roles, joined: {} }] })

const people: Record<string, Actor> = {
  section: person({ posts: [{ role: 'section', department_id: 'other', joined: new Date(0) }] }),
  officer: person({ posts: [{ role: 'department', department_id: 'office', joined: new Date(0) }] }),
  secretary: person(inParty(group, 'secretary')),
  signatory: person(inParty(group, 'signatory')),
  member: person(inParty(group, 'member')),
  'other officer': person({ posts: [{ role: 'department', department_id: 'other', joined: new Date(0) }] }),
  'other group': person(inParty({ ...group, party_id: 'other' }, 'representative', 'signatory')),
  stranger: person({}),
  nobody: nobody(1),
}

const all: Case[] = [
  'draft',
  'offered',
  'in_force',
  'amending',
  'amendment offered',
  'ended',
  'terminated',
  'given up while amending',
]
const writers = ['section', 'officer', 'secretary']

/** Verb → who may, and in which cases; everybody else and every other moment is refused with a sentence. */
const table: [string, Rule<[actor: Actor, agreement: Agreement, now: Date]>, string[], Case[]][] = [
  ['write', mayWrite, writers, ['draft', 'amending']],
  ['offer', offerAgreement.who, writers, ['draft', 'amending']],
  ['recall', mayRecall, writers, ['offered', 'amendment offered']],
  ['sign', maySign, ['signatory'], ['offered', 'amendment offered']],
  ['enter a signature from paper', mayEnterSignature, ['section'], ['offered', 'amendment offered']],
  ['amend', mayAmend, writers, ['in_force']],
  ['terminate', mayTerminate, writers, ['draft', 'offered', 'in_force', 'amending', 'amendment offered']],
  [
    'release',
    mayRelease,
    ['section'],
    ['in_force', 'amending', 'amendment offered', 'ended', 'terminated', 'given up while amending'],
  ],
  ['give an amendment up', mayDropAmendment, writers, ['amending']],
  ['retract what is not published', mayRetract, [], []],
  ['see the sheets of its acts', maySeeActs, ['section'], all],
]

describe.each(table)('to %s', (_, rule, who, when) => {
  test.each(Object.keys(people).flatMap((name) => all.map((at) => [name, at] as const)))('%s at %s', (name, at) => {
    const ruling = rule.why(people[name]!, dossier(at), now)
    if (who.includes(name) && when.includes(at)) expect(ruling).toMatchObject({ allowed: true })
    else expect(ruling).toMatchObject({ allowed: false, because: expect.stringMatching(/。$/) })
  })
})

test.each([
  ['section', true],
  ['officer', true],
  ['secretary', true],
  ['signatory', true],
  ['member', true],
  ['other officer', false],
  ['other group', false],
  ['stranger', false],
  ['nobody', false],
])('%s sees an agreement before its release: %s', (name, sees) => {
  for (const at of all) expect(isOpenTo(people[name]!, dossier(at)), at).toBe(sees)
})

test('a person who has signed for the city cannot sign for a group, nor the other way round, but for two groups', () => {
  const after = (party: RegisteredParty) => version([party])
  expect(maySignBeside(after(department), 'of-office', group)).toBe(false)
  expect(maySignBeside(after(group), 'of-group', department)).toBe(false)
  expect(maySignBeside(after(group), 'of-group', { is_city: false })).toBe(true)
  expect(maySignBeside(after(group), 'of-another', department)).toBe(true)
})

test('nobody ends a term but the clock, and it not before its last day is over', () => {
  const clock = { ...nobody(1), channel: 'system' as const }
  const over = new Date('2027-03-31T15:05:00Z')
  for (const actor of Object.values(people))
    expect(mayEnd.why(actor, dossier('in_force'), over)).toMatchObject({ until: 'never' })
  expect(mayEnd.why(clock, dossier('in_force'), now)).toMatchObject({ until: 'later' })
  expect(mayEnd(clock, dossier('in_force'), over)).toBe(true)
})

test.each(table)('to %s: who never may is denied, and who may is told to wait', (_, rule, who, when) => {
  for (const [name, actor] of Object.entries(people))
    for (const at of all) {
      const ruling = rule.why(actor, dossier(at), now)
      if (ruling.allowed) continue
      if (who.includes(name)) expect(ruling.until, `${name} ${at}`).toBe('later')
      if (when.includes(at)) expect(ruling.until, `${name} ${at}`).toBe('never')
    }
})
