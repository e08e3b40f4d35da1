import { isId } from '../../platform/db/index.ts'
import { type SubjectPage, subject, type VerbPage } from '../../platform/web/action/index.ts'
import type { Reading } from '../../platform/web/index.ts'
import { CityPage, Confirmation } from '../../site/index.ts'
import type { Charter } from '../charters/index.ts'
import { listPlanned } from './queries/departments.ts'
import { findParty, listEveryParty, lockParty } from './queries/parties.ts'
import { findMember, getMember, listEveryMember, type Member } from './queries/people.ts'
import type { DepartmentChange, Party } from './tables.ts'
import { urls } from './urls.ts'

export interface Ground {
  charter: Charter
}

export const ground = subject<Ground, never, never>({
  kind: 'party',
  url: urls.list,
  at: (city) => ({ city }),
  find: async ({ charter }) => ({ charter }),
  page: ({ frame, thing: _, ...props }) => (
    <CityPage frame={frame} {...props} breadcrumbs={[{ href: urls.list({ city: frame.city.slug }), label: '団体' }]} />
  ),
  confirm: Confirmation,
})

/** The city's organisation, to which departments are added. */
export const organisation = subject<Ground, never, never>({
  kind: 'party',
  url: urls.departments,
  at: (city) => ({ city }),
  find: async ({ charter }) => ({ charter }),
  page: ({ frame, thing: _, ...props }) => (
    <CityPage
      frame={frame}
      {...props}
      breadcrumbs={[{ href: urls.departments({ city: frame.city.slug }), label: '市の部署' }]}
    />
  ),
  confirm: Confirmation,
})

/** A party under the charter in force, with the change that waits for its day. */
export type Registered = Party & { charter: Charter; planned: DepartmentChange | null }

export const party = subject<Registered, never, never>({
  kind: 'party',
  url: urls.show,
  at: (city, { number }) => ({ city, number: String(number) }),
  find: findAddressed,
  every: async ({ db, charter }) => {
    const planned = await listPlanned(db)
    return (await listEveryParty(db)).map((one) => ({ ...one, charter, planned: planned.get(one.id) ?? null }))
  },
  concerns: ({ id }) => [id],
  lock: async (tx, { id, charter }) => ({
    ...(await lockParty(tx, id)),
    charter,
    planned: (await listPlanned(tx, id)).get(id) ?? null,
  }),
  revision: ({ revision }) => String(revision),
  page: ({ thing, ...props }) => <PartyPage {...props} party={thing} />,
  confirm: Confirmation,
})

/** A person's role in a party. */
export type Membership = Member & { party: Registered }

export const membership = subject<Membership, never, never>({
  kind: 'membership',
  url: urls.member,
  at: (city, { id, party }) => ({ city, number: String(party.number), member: id }),
  find: async (c) => {
    const found = await findAddressed(c)
    const { member = '' } = c.params
    const one = found && isId(member) ? await findMember(c.db, found.id, member) : undefined
    return found && one && { ...one, party: found }
  },
  every: async ({ db, charter }) => {
    const planned = await listPlanned(db)
    const parties = new Map(
      (await listEveryParty(db)).map((one) => [one.id, { ...one, charter, planned: planned.get(one.id) ?? null }]),
    )
    return (await listEveryMember(db)).flatMap((one) => {
      const party = parties.get(one.party_id)
      return party ? [{ ...one, party }] : []
    })
  },
  concerns: ({ party_id }) => [party_id],
  lock: async (tx, { id, party }) => {
    const locked = await lockParty(tx, party.id)
    return { ...(await getMember(tx, id)), party: { ...locked, charter: party.charter, planned: party.planned } }
  },
  page: ({ thing, ...props }) => <PartyPage {...props} party={thing.party} />,
  confirm: AmongMembers,
})

/** A role has no page of its own: the way back leads to all of them. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
function AmongMembers(props: VerbPage<any, any>) {
  const { frame, thing } = props
  const back = urls.members({ city: frame.city.slug, number: String((thing as Membership).party.number) })
  return <Confirmation {...props} back={back} />
}

/** Returns the party of the address for any actor; the page decides which parts may be shown. */
export async function findAddressed({ db, params, charter }: Reading): Promise<Registered | undefined> {
  const number = partyNumber(params.number)
  const found = await findParty(db, number)
  if (!found) return undefined
  return {
    ...found,
    charter,
    planned: found.is_city ? ((await listPlanned(db, found.id)).get(found.id) ?? null) : null,
  }
}

/** Returns the number in an address; 0, which no party has, for any other text. */
export const partyNumber = (typed: string | undefined): number => (/^\d{1,9}$/.test(typed ?? '') ? Number(typed) : 0)

export function PartyPage({ frame, party, ...props }: Omit<SubjectPage<never>, 'thing'> & { party: Party }) {
  const at = { city: frame.city.slug, number: String(party.number) }
  return (
    <CityPage
      frame={frame}
      {...props}
      eyebrow={party.name}
      breadcrumbs={[{ href: urls.show(at), label: party.name }]}
    />
  )
}
