import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '../../platform/actor.ts'
import type { Rule } from '../../platform/ruling.ts'
import {
  canonical,
  canSeeAgreement,
  digestOf,
  isReached,
  mayAmendAgreement,
  mayEnterPaperSignature,
  mayOfferAgreement,
  mayRecallOffer,
  mayReleaseAgreement,
  maySignAgreement,
  mayTerminateAgreement,
  mayWriteAgreement,
  oneSideRuling,
  publishableText,
  stateOn,
  targetWords,
} from './rules.ts'
import type { Agreement, AgreementText, PartyThere, SignedVersion, Target } from './tables.ts'

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
const table: [string, Pick<Rule<[actor: Actor, d: Agreement]>, 'why'>, string[], Case[]][] = [
  ['write', mayWriteAgreement, writers, ['draft', 'amending']],
  ['offer', mayOfferAgreement, writers, ['draft', 'amending']],
  ['recall', mayRecallOffer, writers, ['offered', 'amendment offered']],
  ['sign', maySignAgreement, ['signatory'], ['offered', 'amendment offered']],
  ['enter a signature from paper', mayEnterPaperSignature, ['section'], ['offered', 'amendment offered']],
  ['amend', { why: (actor, d) => mayAmendAgreement.why(actor, d, '2026-12-10') }, writers, ['in_force']],
  ['terminate', mayTerminateAgreement, writers, ['draft', 'offered', 'in_force', 'amending', 'amendment offered']],
  [
    'release',
    mayReleaseAgreement,
    ['section'],
    ['in_force', 'amending', 'amendment offered', 'ended', 'terminated', 'given up while amending'],
  ],
]

describe.each(table)('to %s', (_, rule, who, when) => {
  test.each(Object.keys(people).flatMap((name) => all.map((at) => [name, at] as const)))('%s at %s', (name, at) => {
    const ruling = rule.why(people[name]!, dossier(at))
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
  for (const at of all) expect(canSeeAgreement(people[name]!, dossier(at)), at).toBe(sees)
})

test('a person who has signed for the city cannot sign for a group, nor the other way round, but for two groups', () => {
  const after = (party: PartyThere) => version([party])
  expect(oneSideRuling(after(department), 'of-office', group)).toBe(false)
  expect(oneSideRuling(after(group), 'of-group', department)).toBe(false)
  expect(oneSideRuling(after(group), 'of-group', { is_city: false })).toBe(true)
  expect(oneSideRuling(after(group), 'of-another', department)).toBe(true)
})

test('a term that is over is over in the morning, whether or not the night has written it down', () => {
  const one = { state: 'in_force' as const, ends_on: '2027-03-31' }
  expect([stateOn(one, '2027-03-31'), stateOn(one, '2027-04-01')]).toEqual(['in_force', 'ended'])
  expect(stateOn({ ...one, ends_on: null }, '2099-01-01')).toBe('in_force')
})

describe('the digest', () => {
  const json = fc.jsonValue({ maxDepth: 3 })

  test('does not know the order of keys', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      )
    }
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(turned(value))).toBe(canonical(value))
      }),
    )
    expect(digestOf(turned(text) as AgreementText)).toBe(digestOf(text))
  })

  test('two texts have the same canonical form only when they are the same', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const same = canonical(JSON.parse(canonical(a))) === canonical(JSON.parse(canonical(b)))
        expect(canonical(a) === canonical(b)).toBe(same)
        expect(JSON.parse(canonical(a))).toEqual(JSON.parse(JSON.stringify(a)))
      }),
    )
  })

  test('any change to any word, number, date or order of the text changes it', () => {
    const places = placesIn(text)
    expect(places.length).toBeGreaterThan(30)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string({ minLength: 1, unit: 'grapheme' }), (path, more) => {
        const changed = structuredClone(text)
        const at = path.slice(0, -1).reduce((value, step) => value[step] as Tree, changed as unknown as Tree)
        const last = path.at(-1)!
        at[last] = typeof at[last] === 'number' ? (at[last] as number) + 1 : `${String(at[last])}${more}`
        expect(digestOf(changed)).not.toBe(digestOf(text))
      }),
    )
    expect(digestOf({ ...text, parties: [...text.parties].reverse() })).not.toBe(digestOf(text))
  })

  test('the same text read back from where it is kept has the same digest', () => {
    expect(digestOf(JSON.parse(JSON.stringify(text)))).toBe(digestOf(text))
  })
})

type Tree = Record<string | number, unknown>

/** The way to every value in the text. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) =>
    placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

describe('the copy for everyone', () => {
  test('holds none of the words that are private, wherever they stand', () => {
    const copy = publishableText(text, ['佐藤花子', '佐藤'], [])
    expect(JSON.stringify(copy)).not.toContain('佐藤')
    expect(copy.purpose).toBe('土手に咲く花を、■■■さんと育てる。')
    expect(copy.articles[0]!.paragraphs[0]).toContain('■■■')
  })

  test('names no person who is a party in their own right', () => {
    const copy = publishableText(text, [], ['group'])
    expect(JSON.stringify(copy)).not.toContain('みどりの会')
    expect(copy.parties[0]!.name).toBe('（個人）')
  })

  test('keeps numbers, dates and marks as they are, even when a private word looks like one', () => {
    const copy = publishableText(text, ['2026', '甲', '240'], [])
    expect([copy.starts_on, copy.parties[0]!.mark, copy.number]).toEqual(['2026-12-01', '甲', '令8-協定-0001'])
  })
})

describe('a target', () => {
  const of = (direction?: Target['direction']) => ({ value: '20', unit: '件', direction })

  test('of 20件以下 is not reached with 23, and is with 20 and with 3', () => {
    expect(['23', '20', '3', '２０'].map((got) => isReached(of('at_most'), got))).toEqual([false, true, true, true])
  })

  test('is reached from its value up, or with exactly its value, where that is what was agreed', () => {
    expect(['19', '20', '1,200'].map((got) => isReached(of('at_least'), got))).toEqual([false, true, true])
    expect(['19', '20', '20.0', '21'].map((got) => isReached(of('exactly'), got))).toEqual([false, true, true, false])
  })

  test('says nothing about a result that is no number', () => {
    for (const got of ['', ' ', 'たくさん', '20件']) expect(isReached(of('at_most'), got)).toBeUndefined()
  })

  test('is read aloud with its side; a text signed before it was asked for keeps its words, and is reached from its value up', () => {
    expect([of('at_least'), of('at_most'), of('exactly'), of()].map(targetWords)).toEqual([
      '20件以上',
      '20件以下',
      'ちょうど20件',
      '20件',
    ])
    expect(targetWords({ value: '1200.5', unit: '㎡', direction: 'at_most' })).toBe('1,200.5㎡以下')
    expect([isReached(of(), '19'), isReached(of(), '21')]).toEqual([false, true])
  })
})
