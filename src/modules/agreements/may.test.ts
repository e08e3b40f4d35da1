import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '../../platform/actor.ts'
import type { Rule } from '../../platform/ruling.ts'
import { offerAgreement } from './actions/index.ts'
import { isOpenTo } from './agreement/standing.ts'
import { digestOf } from './agreement/text.ts'
import {
  mayAmend,
  mayDropAmendment,
  mayEnd,
  mayEnterSignature,
  mayRecall,
  mayRelease,
  mayRetract,
  maySign,
  maySignBeside,
  mayTerminate,
  mayWrite,
} from './may.ts'
import type { Agreement, AgreementText, PartyThere, SignedVersion } from './tables.ts'

const now = new Date('2026-12-10T03:00:00Z')

const group: PartyThere = {
  party_id: 'group',
  number: 7,
  name: 'みどりの会',
  kind: 'group',
  is_city: false,
  unit: 'group',
}
const department: PartyThere = {
  party_id: 'office',
  number: 2,
  name: '公園課',
  kind: 'city',
  is_city: true,
  unit: 'department',
}

const text: AgreementText = {
  format: 1,
  number: '令8-協定-0001',
  version: 1,
  kind: '協定書',
  title: '花壇',
  parties: [
    { mark: '甲', party_id: 'group', name: 'みどりの会', is_city: false },
    { mark: '乙', party_id: 'office', name: '公園課', is_city: true },
  ],
  preamble: '甲と乙は、次のとおり取り決める。',
  purpose: '土手に咲く花を、佐藤花子さんと育てる。',
  targets: [{ indicator: '人数', value: '240', unit: '人', by: '2027-03-31' }],
  roles: [{ party_id: 'group', does: '人を集める', brings: { kind: 'people', words: '会員' } }],
  money: [{ party_id: 'office', yen: 300_000, for: '苗' }],
  starts_on: '2026-12-01',
  ends_on: '2027-03-31',
  sunset_on: null,
  articles: [{ key: 'purpose', heading: '目的', paragraphs: ['土手に咲く花を、佐藤花子さんと育てる。'] }],
  closing: '両者は署名する。',
}

const version = (signed: PartyThere[] = []): SignedVersion =>
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
const inParty = (party: PartyThere, ...roles: string[]) => ({ parties: [{ ...party, roles }] })

const people: Record<string, Actor> = {
  section: person({ posts: [{ role: 'section', department_id: 'other' }] }),
  officer: person({ posts: [{ role: 'department', department_id: 'office' }] }),
  secretary: person(inParty(group, 'secretary')),
  signatory: person(inParty(group, 'signatory')),
  member: person(inParty(group, 'member')),
  'other officer': person({ posts: [{ role: 'department', department_id: 'other' }] }),
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
  const after = (party: PartyThere) => version([party])
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
