import { type Act, type Actor, actingFor } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId, nextNumber } from '../../../platform/db/index.ts'
import { later, record } from '../../../platform/record/index.ts'
import { Conflict, ensure, Invalid } from '../../../platform/refusals.ts'
import { fiscalYearOf } from '../../../platform/time.ts'
import { type Charter, getCharter, scopeRuling } from '../../charters/index.ts'
import { canActFor, isStaff } from '../../parties/index.ts'
import { leadOn } from '../../proposals/index.ts'
import { type Agreed, partyMeant, partyWords, withModels } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { type Adopted, listNameable, lockAgreement } from '../queries.ts'
import {
  canAmendAgreement,
  canOfferAgreement,
  canRecallOffer,
  canStartAgreement,
  canWriteAgreement,
  digestOf,
  numberLabel,
  writesFor,
} from '../rules.ts'
import type { Agreement, Dossier, Draft, PartyThere } from '../tables.ts'
import { type Carried, carryOver } from './carry.ts'
import { composeText } from './compose.ts'

/** The charter that a text is written under; the city's address for the links in mails. */
export interface Place {
  charter: Charter
  charter_id: string
  city: { slug: string }
}

const raced = () =>
  new Conflict('あなたが書いている間に、ほかの方がこの文面を保存しました。画面を読み込み直して、見比べてください。')

export interface Beginning {
  title: string
  kind: string
  /** The first parties, as far as they are known. */
  parties: PartyThere[]
  from?: Adopted
  acting_for: string | null
}

/** Somebody begins to write: from an adopted proposal, or freely. */
export async function startAgreement({ db, actor, now }: Act, place: Place, input: Beginning): Promise<Agreement> {
  ensure(canStartAgreement(actor, place.charter, input.from))
  if (input.acting_for || !isStaff(actor)) ensure(canActFor(actor, input.acting_for))
  return atomically(db, async (tx) => {
    const { draft, carried, left } = await beginning(tx, actor, place.charter, input)
    const agreement = await tx
      .insertInto('agreements')
      .values({
        city_id: cityOf(tx),
        id: newId(),
        state: 'draft',
        charter_id: place.charter_id,
        kind: input.kind,
        proposal_id: input.from?.id ?? null,
        department_id: input.from?.department_id ?? departmentOf(actor),
        title: input.title,
        draft: asJson(withModels(place.charter, draft)),
        revision: 1,
        channel: actor.channel,
        entered_by: actor.entered_by,
        created_at: now,
        saved_at: now,
        state_since: now,
        termination: '',
        withheld: '[]',
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await placeParties(tx, agreement.id, 0, partiesIn(draft, [...input.parties, ...(await listNameable(tx, actor))]))
    const acting = actingFor(actor, input.acting_for)
    const payload = { title: input.title, ...(input.from ? { carried, left } : {}) }
    record(tx, { actor: acting, now }, 'agreement.started', agreement, payload)
    if (input.from) leadOn(tx, { actor: acting, now }, input.from, { agreement_id: agreement.id })
    return agreement
  })
}

/** The department of an officer who begins: it stays in charge of what it began. */
const departmentOf = (actor: Actor) => actor.posts.find(({ role }) => role === 'department')?.department_id ?? null

/** What the text begins with: the proposal's own words, as far as it has them. */
async function beginning(tx: Db, actor: Actor, charter: Charter, { from, ...begun }: Beginning): Promise<Carried> {
  const { title, kind, parties } = begun
  const known = [...parties, ...(await listNameable(tx, actor))]
  if (!from)
    return {
      draft: { title, kind, parties: parties.map((one) => ({ party: partyWords(one, known) })) },
      carried: [],
      left: [],
    }
  const asked = await getCharter(tx, from.charter_id)
  return carryOver({ asked, charter }, from, { ...begun, known })
}

/** Writes down who is named in a version, or (0) in the draft, in their order. */
export async function placeParties(
  tx: Db,
  agreement_id: string,
  version: number,
  parties: readonly { party_id: string }[],
): Promise<void> {
  if (!parties.length) return
  const rows = parties.map(({ party_id }, position) => ({
    city_id: cityOf(tx),
    id: newId(),
    agreement_id,
    version,
    position,
    party_id,
  }))
  await tx.insertInto('agreement_parties').values(rows).execute()
}

async function clearDraftParties(tx: Db, agreement_id: string): Promise<void> {
  await tx
    .deleteFrom('agreement_parties')
    .where('city_id', '=', cityOf(tx))
    .where('agreement_id', '=', agreement_id)
    .where('version', '=', 0)
    .execute()
}

/** Keeps the draft as it was typed; whoever is named in it can read it from now on. Returns the new revision. */
export async function saveDraft(
  { db, actor, now }: Act,
  d: Dossier,
  place: Place,
  draft: Draft,
  known: readonly PartyThere[],
): Promise<number> {
  ensure(canWriteAgreement(actor, d))
  return atomically(db, async (tx) => {
    const first = d.state === 'draft' && {
      title: draft.title?.trim().slice(0, 200) || d.title,
      kind: draft.kind || d.kind,
      charter_id: place.charter_id,
    }
    const saved = await tx
      .updateTable('agreements')
      .set({ ...first, draft: asJson(draft), revision: d.revision + 1, saved_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .where('revision', '=', d.revision)
      .where('draft', 'is not', null)
      .returning('revision')
      .executeTakeFirst()
    if (!saved) throw raced()
    await namePartiesOfDraft(tx, d, partiesIn(draft, known), (party) => writesFor(actor, party))
    return saved.revision
  })
}

function partiesIn(draft: Draft, known: readonly PartyThere[]): PartyThere[] {
  const found = (draft.parties ?? []).flatMap(({ party }) => partyMeant(party, known) ?? [])
  return [...new Map(found.map((party) => [party.party_id, party])).values()].slice(0, 50)
}

/** Nobody writes themselves out of sight: who stood for a party in the draft stays until they say so in the whole text. */
async function namePartiesOfDraft(
  tx: Db,
  d: Dossier,
  parties: PartyThere[],
  own: (party: PartyThere) => boolean,
): Promise<void> {
  const kept = parties.some(own) ? [] : d.draft_parties.filter(own)
  const next = [...parties, ...kept].slice(0, 50)
  if (next.map((one) => one.party_id).join() === d.draft_parties.map((one) => one.party_id).join()) return
  await clearDraftParties(tx, d.id)
  await placeParties(tx, d.id, 0, next)
}

/** The text is fixed and put before every party for signature; the first time it gets its number. */
export async function offerAgreement(
  { db, actor, now }: Act,
  d: Dossier,
  place: Place,
  agreed: Agreed,
): Promise<Dossier> {
  return atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(canOfferAgreement(actor, locked))
    const first = locked.state === 'draft'
    const state = lifecycle.move(locked.state, first ? 'offer' : 'offerAmendment')
    if (locked.revision !== d.revision) throw raced()
    const scope = scopeRuling(place.charter, agreed.parties)
    if (scope !== true) throw new Invalid({ parties: scope.because })
    const fiscal_year = locked.fiscal_year ?? fiscalYearOf(now)
    const number = locked.number ?? (await nextNumber(tx, 'agreement', fiscal_year))
    const version = await writeVersion(
      tx,
      { actor, now },
      locked,
      place,
      agreed,
      numberLabel(place.charter, { fiscal_year, number }),
    )
    await tx
      .updateTable('agreements')
      .set({
        state,
        fiscal_year,
        number,
        draft: null,
        offered_version: version.version,
        offered_at: now,
        saved_at: now,
        revision: locked.revision + 1,
        ...(first
          ? {
              state_since: now,
              title: agreed.title,
              kind: agreed.kind,
              form: agreed.form,
              charter_id: place.charter_id,
            }
          : {}),
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    const payload = { number: version.number, version: version.version, digest: version.digest, note: agreed.note }
    record(tx, { actor, now }, first ? 'agreement.offered' : 'agreement.amendment-offered', d, payload)
    await later(tx, 'agreement.mail-offer', { agreement: d.id, city: place.city.slug }, now)
    return lockAgreement(tx, d.id)
  })
}

async function writeVersion(
  tx: Db,
  { actor, now }: Pick<Act, 'actor' | 'now'>,
  d: Dossier,
  place: Place,
  agreed: Agreed,
  number: string,
) {
  const { last } = await tx
    .selectFrom('agreement_versions')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
    .where('city_id', '=', cityOf(tx))
    .where('agreement_id', '=', d.id)
    .executeTakeFirstOrThrow()
  const version = last + 1
  const text = composeText(place.charter, agreed, { number, version })
  const digest = digestOf(text)
  await tx
    .insertInto('agreement_versions')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      agreement_id: d.id,
      version,
      text: asJson(text),
      typed: asJson(d.draft),
      digest,
      note: agreed.note,
      made_at: now,
      made_by: actor.name,
    })
    .execute()
  await clearDraftParties(tx, d.id)
  await placeParties(tx, d.id, version, agreed.parties)
  return { version, digest, number }
}

/** The offered text is taken back to be written on; what was signed under it counts no more. */
export async function recallOffer(
  { db, actor, now }: Act,
  d: Dossier,
  place: Place,
  input: { reason: string },
): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(canRecallOffer(actor, locked))
    const first = locked.state === 'offered'
    const state = lifecycle.move(locked.state, first ? 'recall' : 'recallAmendment')
    const offered = locked.offered!
    await tx
      .updateTable('agreements')
      .set({
        state,
        draft: asJson(offered.typed),
        offered_version: null,
        offered_at: null,
        revision: locked.revision + 1,
        saved_at: now,
        ...(first ? { state_since: now } : {}),
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    await placeParties(tx, d.id, 0, offered.parties)
    record(tx, { actor, now }, 'agreement.recalled', d, { version: offered.version, reason: input.reason })
    await later(
      tx,
      'agreement.mail-recall',
      { agreement: d.id, version: String(offered.version), city: place.city.slug },
      now,
    )
  })
}

/** The parties begin to write an amendment: from the words in force, which stay in force until every party has signed. */
export async function beginAmendment({ db, actor, now }: Act, d: Dossier, day: string): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(canAmendAgreement(actor, locked, day))
    lifecycle.move(locked.state, 'amend')
    await tx
      .updateTable('agreements')
      .set({ draft: asJson({ ...locked.current!.typed, note: '' }), revision: locked.revision + 1, saved_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    await placeParties(tx, d.id, 0, locked.current!.parties)
    record(tx, { actor, now }, 'agreement.amendment-begun', d, { version: locked.version })
  })
}

/** The amendment that was being written is given up; the text in force stays as it is. */
export async function dropAmendment({ db, actor, now }: Act, d: Dossier): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(canWriteAgreement(actor, locked))
    lifecycle.move(locked.state, 'recallAmendment')
    await tx
      .updateTable('agreements')
      .set({ draft: null, revision: locked.revision + 1, saved_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    await clearDraftParties(tx, d.id)
    record(tx, { actor, now }, 'agreement.amendment-dropped', d, { draft: locked.draft })
  })
}
