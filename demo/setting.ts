import type { Charter } from '../src/modules/charters/index.ts'
import {
  addMembership,
  addParty,
  addPerson,
  addPost,
  type MembershipRole,
  type Party,
  type PostRole,
} from '../src/modules/parties/index.ts'
import { type Act, system } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/db/index.ts'

/** What stands in a city before its year begins: departments, groups, people and their parts. */
export interface CitySetting {
  slug: string
  /** Where its charter lies, if not in charters/<slug>. */
  charterFolder?: string
  /** The city as a party, as it signs: 「○○市（市長）」. */
  cityName: string
  departments: { key: string; name: string; kana: string; unit?: 'department' | 'ward'; ward?: string }[]
  groups: GroupSetting[]
  people: PersonSetting[]
  /** Those of the people who are parties of their own. */
  persons?: OwnParty[]
}

interface OwnParty {
  key: string
  person: string
  kana: string
  address: string
}

export interface GroupSetting {
  key: string
  name: string
  kana: string
  /** The standard kind, by which the charter's own kind is found (the first that fits). */
  standard: string[]
  purpose: string
  activity: string
  founded_on?: string
  member_count?: number
  ward?: string
  /** A group that is written to on paper. */
  withoutMail?: boolean
}

export interface PersonSetting {
  /** What the cast calls them; the same in every city for the parts that tests play. */
  key: string
  name: string
  kana: string
  /** One line on the page where a visitor chooses whom to be. */
  is: string
  /** Without one they are no account holder: paper and the counter are their way. */
  account: boolean
  parties?: { party: string; roles: MembershipRole[] }[]
  post?: { role: PostRole; department?: string }
}

/** What was raised, by the keys of the setting. */
export interface Raised {
  slug: string
  cityId: number
  charter: Charter
  charter_id: string
  parties: Record<string, Party>
  people: Record<string, { id: string; account_id: string | null; name: string; email: string | null }>
}

/** The charter's own kind for a standard one, or the kind of that very key where the charter follows no standard. */
export function kindFor(charter: Charter, standards: string[]): string {
  const kinds = charter.actors.filter((one) => !one.gathers)
  for (const standard of standards) {
    const found = kinds.find((one) => one.standard === standard || one.key === standard)
    if (found) return found.key
  }
  return (kinds.find((one) => one.as === 'organization' && one.role !== 'city') ?? kinds[0])!.key
}

export const emailOf = (slug: string, key: string) => `${key}@${slug}.example.jp`

/** Puts a city's parties and people in place. Accounts are made first, by the house door: `accounts` maps person → account. */
export async function raiseCity(
  db: Db,
  setting: CitySetting,
  charter: Charter,
  charter_id: string,
  cityId: number,
  accounts: Record<string, string>,
  now: Date,
): Promise<Raised> {
  const act = { db, actor: system(cityId), now }
  const parties: Record<string, Party> = {}
  const cityKind = kindFor(charter, ['city'])
  parties.city = await addParty(act, {
    name: setting.cityName,
    kana: '',
    kind: cityKind,
    is_city: true,
    unit: 'city',
    published: 'yes',
  })
  for (const one of setting.departments) {
    const kind = one.unit === 'ward' ? kindFor(charter, ['ward', 'city']) : cityKind
    parties[one.key] = await addParty(act, {
      ...one,
      kind,
      is_city: true,
      unit: one.unit ?? 'department',
      parent_id: parties.city.id,
      published: 'yes',
    })
  }
  for (const one of setting.groups) {
    const { key, standard, withoutMail, ...rest } = one
    const email = withoutMail ? '' : emailOf(setting.slug, key)
    parties[key] = await addParty(
      act,
      { ...rest, kind: kindFor(charter, standard), email, published: 'yes' },
      withoutMail ? 'paper' : 'web',
    )
  }
  const people: Raised['people'] = {}
  for (const one of setting.people)
    people[one.key] = await raisePerson(db, setting, one, parties, accounts[one.key] ?? null, now)
  for (const one of setting.persons ?? []) parties[one.key] = await raiseOwnParty(act, setting, charter, one, people)
  return { slug: setting.slug, cityId, charter, charter_id, parties, people }
}

/** A person as a party of their own, who acts and signs for themselves. */
async function raiseOwnParty(
  act: Act,
  { slug }: CitySetting,
  charter: Charter,
  one: OwnParty,
  people: Raised['people'],
): Promise<Party> {
  const { id: person_id, name, account_id } = people[one.person]!
  const kind = charter.actors.find(({ as, gathers }) => as === 'person' && !gathers)!.key
  const email = account_id ? emailOf(slug, one.person) : ''
  const party = await addParty(
    act,
    { name, kana: one.kana, kind, unit: 'person', address: one.address, email },
    'counter',
  )
  const entered = { person_id, starts_on: '2025-04-01', entered_at: new Date('2025-04-01T00:00:00+09:00') }
  for (const role of ['representative', 'signatory'] as const)
    await addMembership(act.db, { ...entered, party_id: party.id, role })
  return party
}

async function raisePerson(
  db: Db,
  setting: CitySetting,
  one: PersonSetting,
  parties: Record<string, Party>,
  account_id: string | null,
  now: Date,
) {
  const email = one.account ? emailOf(setting.slug, one.key) : null
  const id = await addPerson(db, { name: one.name, kana: one.kana, email, account_id }, now)
  const entered = { person_id: id, starts_on: '2025-04-01', entered_at: new Date('2025-04-01T00:00:00+09:00') }
  for (const { party, roles } of one.parties ?? []) {
    for (const role of roles) await addMembership(db, { ...entered, party_id: parties[party]!.id, role })
  }
  if (one.post) {
    const department_id = one.post.department ? parties[one.post.department]!.id : null
    await addPost(db, { ...entered, role: one.post.role, department_id, entered_by: null })
  }
  return { id, account_id, name: one.name, email }
}
