import {
  type Agreement,
  AgreementForm,
  type AgreementState,
  endAgreement,
  findAgreementById,
  groundOf,
  listNameable,
  offerAgreement,
  saveDraft,
  signAgreement,
  startAgreement,
  terminateAgreement,
} from '../src/modules/agreements/index.ts'
import { addMembership, addParty, addPerson, type Party } from '../src/modules/parties/index.ts'
import { type Agreed, type Draft, partyWords } from '../src/modules/texts/index.ts'
import { type Actor, nobody, system } from '../src/platform/actor.ts'
import { type Db, newId } from '../src/platform/db/index.ts'
import type { CityWorld } from './world.ts'

export interface Side {
  party: Party
  signer: Actor
}

/** A person who may sign for this party alone. */
async function signerFor(db: Db, c: CityWorld, party: Party, name: string): Promise<Actor> {
  const account_id = newId()
  const person_id = await addPerson(db, { name, email: `${account_id}@example.jp`, account_id }, c.now)
  await addMembership(db, {
    party_id: party.id,
    person_id,
    role: 'signatory',
    starts_on: '2025-04-01',
    entered_at: c.now,
  })
  return signerAs(c, person_id, account_id, name, [party])
}

/** An actor who may sign for these parties. */
export function signerAs(c: CityWorld, person_id: string, account_id: string, name: string, parties: Party[]): Actor {
  const acting = parties.map(({ id, name, kind, is_city }) => ({
    party_id: id,
    name,
    kind,
    is_city,
    roles: ['signatory'],
    joined: { signatory: c.now },
  }))
  return { ...nobody(c.cityId), account_id, person_id, name, parties: acting }
}

// On real connections nothing is rolled back, and group names must be unique.
let calls = 0

/** So many groups of the first one's kind, each with its own signatory. */
export async function groups(db: Db, c: CityWorld, count: number): Promise<Side[]> {
  const { actor } = await c.act(db, 'section')
  calls += 1
  const sides: Side[] = []
  for (let number = 1; number <= count; number++) {
    const name = `第${calls}-${number}の会`
    const party = await addParty(
      { db, actor, now: c.now },
      { name, kind: c.parties.first!.kind, published: 'yes' },
      'counter',
    )
    sides.push({ party, signer: await signerFor(db, c, party, `署名者 ${number}`) })
  }
  return sides
}

/** The first group and the city, each with its signatory of the cast. */
export async function groupAndCity(db: Db, c: CityWorld): Promise<Side[]> {
  return [
    { party: c.parties.first!, signer: (await c.act(db, 'secretary')).actor },
    { party: c.parties.city!, signer: (await c.act(db, 'signatory')).actor },
  ]
}

export const placeIn = (c: CityWorld) => ({ charter: c.charter, charter_id: c.charter_id })

/** A whole draft: every party has a role, one target, a term. */
export function aDraft(c: CityWorld, parties: Party[], over: Draft = {}): Draft {
  return {
    title: '土手の花壇をともに育てる',
    kind: c.charter.agreement.kinds[0]!.key,
    parties: parties.map((party) => ({ party: partyWords(party) })),
    purpose: '土手に咲く花を、歩く人みんなの楽しみにする。',
    targets: [{ indicator: '手入れに加わった人の数', value: '240', unit: '人', by: '令和9年3月31日' }],
    roles: parties.map((party) => ({
      party: party.id,
      does: `${party.name}の持ち場を手入れする。`,
      kind: 'people',
      brings: '人手',
    })),
    starts_on: '令和8年12月1日',
    ends_on: '令和9年3月31日',
    ...over,
  }
}

/** Parses the draft as the forms do; throws the first error's sentence. */
export async function agreedFrom(db: Db, c: CityWorld, draft: Draft, amends = false): Promise<Agreed> {
  const { actor } = await c.act(db, 'section')
  const known = await listNameable(db, actor)
  return AgreementForm({ charter: c.charter, known, amends }).parse(draft).agreed
}

/** Makes an agreement in a state through the actions, without publishing it. */
export async function anAgreement(
  c: CityWorld,
  db: Db,
  state: AgreementState,
  { sides, draft: over }: { sides?: Side[]; draft?: Draft } = {},
): Promise<Agreement> {
  const between = sides ?? (await groupAndCity(db, c))
  const act = await c.act(db, 'section')
  const draft = aDraft(
    c,
    between.map(({ party }) => party),
    over,
  )
  const known = await listNameable(db, act.actor)
  const { made: begun } = await startAgreement(act, await groundOf(act, placeIn(c)), {
    title: draft.title!,
    kind: draft.kind!,
    acting_for: '',
    proposal: '',
  })
  const get = async () => (await findAgreementById(db, begun.id))!
  await saveDraft(act, await get(), draft, known)
  if (state === 'draft') return get()
  await offerAgreement(act, await get())
  if (state === 'offered') return get()
  if (state === 'terminated') {
    await terminateAgreement(act, await get(), {
      reason: '準備が整わないため',
      public_reason: '',
      ended_on: '2026-11-25',
    })
    return get()
  }
  for (const side of between) await signAs(db, c, side, await get())
  if (state === 'ended')
    await endAgreement({ db, actor: system(c.cityId), now: new Date('2027-04-01T01:00:00Z') }, await get())
  return get()
}

export function signAs(db: Db, c: CityWorld, { party, signer }: Side, agreement: Agreement) {
  const input = { party_id: party.id, digest: agreement.offered!.digest, agree: 'yes' as const }
  return signAgreement({ db, actor: signer, now: c.now }, agreement, input)
}
