import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../platform/actor.ts'
import { cityOf, type Db, isId, type Tables } from '../../platform/db/index.ts'
import { type IsoDate, today } from '../../platform/time.ts'
import { isSection, isStaff, writableParties } from '../parties/index.ts'
import { canSeeAgreement, digestOf } from './rules.ts'
import { type Agreement, type Dossier, numberIn, type PartyThere, type SignedVersion } from './tables.ts'

/** The agreement behind an address, if this person may know of it. */
export async function findAgreement(db: Db, actor: Actor, ref: string): Promise<Dossier | undefined> {
  const row = await rowOf(db, ref)
  if (!row) return undefined
  const dossier = await dossierOf(db, row)
  return canSeeAgreement(actor, dossier) ? dossier : undefined
}

/** The agreement with this id, whoever asks; what may be shown of it is the caller's to decide. */
export async function findAgreementById(db: Db, id: string): Promise<Dossier | undefined> {
  const row = isId(id) ? await rowOf(db, id) : undefined
  return row && dossierOf(db, row)
}

function rowOf(db: Db, ref: string): Promise<Agreement | undefined> {
  const query = db.selectFrom('agreements').selectAll().where('city_id', '=', cityOf(db))
  if (isId(ref)) return query.where('id', '=', ref).executeTakeFirst()
  const at = numberIn(ref)
  if (!at) return Promise.resolve(undefined)
  return query.where('fiscal_year', '=', at.fiscal_year).where('number', '=', at.number).executeTakeFirst()
}

/** The proposal an agreement came from, for those who see the agreement before its release. */
export function listProposalOf(db: Db, { proposal_id }: Agreement) {
  if (!proposal_id) return Promise.resolve([])
  return db
    .selectFrom('proposals')
    .select(['id', 'title', 'fiscal_year', 'number'])
    .where('city_id', '=', cityOf(db))
    .where('id', '=', proposal_id)
    .execute()
}

/** The row locked until the transaction ends: signatures, amendments and ends come one after the other. */
export async function lockAgreement(tx: Db, id: string): Promise<Dossier> {
  const row = await tx
    .selectFrom('agreements')
    .selectAll()
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return dossierOf(tx, row)
}

async function dossierOf(db: Db, row: Agreement): Promise<Dossier> {
  const numbers = [row.version, row.offered_version].filter((one) => one !== null)
  const parties = await partiesOf(db, row.id, [0, ...numbers])
  const versions = await signedVersions(db, row.id, numbers, parties)
  return {
    ...row,
    draft_parties: parties.filter(({ version }) => version === 0),
    current: versions.find(({ version }) => version === row.version),
    offered: versions.find(({ version }) => version === row.offered_version),
  }
}

async function signedVersions(
  db: Db,
  agreementId: string,
  numbers: number[],
  parties: Awaited<ReturnType<typeof partiesOf>>,
): Promise<SignedVersion[]> {
  const versions = await versionsOf(db, agreementId, numbers)
  const signatures = numbers.length ? await signaturesOf(db, agreementId, numbers) : []
  return versions.map((one) => ({
    ...one,
    parties: parties.filter(({ version }) => version === one.version),
    signatures: signatures.filter(({ version }) => version === one.version),
  }))
}

/** Texts of an agreement by their numbers, with those they name and those who signed them, in order. */
export async function listSignedVersions(db: Db, agreementId: string, numbers: number[]): Promise<SignedVersion[]> {
  if (!numbers.length) return []
  return signedVersions(db, agreementId, numbers, await partiesOf(db, agreementId, numbers))
}

function partiesOf(db: Db, agreementId: string, versions: number[]) {
  return db
    .selectFrom('agreement_parties as a')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'a.city_id').onRef('p.id', '=', 'a.party_id'))
    .select(['a.version', 'a.party_id', 'p.number', 'p.name', 'p.kind', 'p.is_city', 'p.unit'])
    .where('a.city_id', '=', cityOf(db))
    .where('a.agreement_id', '=', agreementId)
    .where('a.version', 'in', versions)
    .orderBy('a.version')
    .orderBy('a.position')
    .execute()
}

function versionsOf(db: Db, agreementId: string, versions: number[]) {
  if (!versions.length) return Promise.resolve([])
  return db
    .selectFrom('agreement_versions')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('agreement_id', '=', agreementId)
    .where('version', 'in', versions)
    .orderBy('version')
    .execute()
}

function signaturesOf(db: Db, agreementId: string, versions: number[]) {
  return db
    .selectFrom('signatures')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('agreement_id', '=', agreementId)
    .where('version', 'in', versions)
    .orderBy('signed_at')
    .execute()
}

/** Every text that was ever offered, newest first, with how many signed it. */
export function listVersions(db: Db, agreementId: string) {
  return db
    .selectFrom('agreement_versions as v')
    .select(['v.version', 'v.text', 'v.digest', 'v.note', 'v.made_at', 'v.made_by'])
    .select((eb) =>
      eb
        .selectFrom('signatures as s')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('s.agreement_id', '=', 'v.agreement_id')
        .whereRef('s.version', '=', 'v.version')
        .where('s.city_id', '=', cityOf(db))
        .as('signed'),
    )
    .where('v.city_id', '=', cityOf(db))
    .where('v.agreement_id', '=', agreementId)
    .orderBy('v.version', 'desc')
    .execute()
}

/** The parties that may be named: those everyone knows of, and for the person their own; staff see them all. */
export async function listNameable(db: Db, actor: Actor): Promise<PartyThere[]> {
  const own = actor.parties.map(({ party_id }) => party_id)
  return db
    .selectFrom('parties')
    .select(['id as party_id', 'number', 'name', 'kind', 'is_city', 'unit'])
    .where('city_id', '=', cityOf(db))
    .where((eb) => {
      if (isStaff(actor)) return eb.val(true)
      return eb.or([eb('published_at', 'is not', null), ...(own.length ? [eb('id', 'in', own)] : [])])
    })
    .orderBy('is_city', 'desc')
    .orderBy('number')
    .limit(3000)
    .execute()
}

/** Who may sign for these parties on a day, with where to write to them. */
export async function listSignatories(db: Db, partyIds: readonly string[], day: string) {
  if (!partyIds.length) return []
  return db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select(['m.party_id', 'm.person_id', 'p.name', 'p.email', 'm.starts_on', 'm.ends_on'])
    .where('m.city_id', '=', cityOf(db))
    .where('m.party_id', 'in', [...partyIds])
    .where('m.role', '=', 'signatory')
    .where('m.starts_on', '<=', day)
    .where((eb) => eb.or([eb('m.ends_on', 'is', null), eb('m.ends_on', '>=', day)]))
    .orderBy('p.kana')
    .execute()
}

/** To whom a letter about an offered text goes: one of its parties, by whoever represents it. */
export async function findAddressee(db: Db, offered: SignedVersion, partyId: string | null) {
  const party = offered.parties.find(({ party_id }) => party_id === partyId)
  if (!party) return undefined
  const found = await db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select('p.name')
    .where('m.city_id', '=', cityOf(db))
    .where('m.party_id', '=', party.party_id)
    .where('m.role', '=', 'representative')
    .where('m.ends_on', 'is', null)
    .orderBy('m.starts_on', 'desc')
    .executeTakeFirst()
  return { ...party, representative: found?.name ?? null }
}

/** The adopted proposals that have no agreement yet and that this person may begin one from. */
export async function listAdopted(db: Db, actor: Actor) {
  const own = writableParties(actor).map(({ party_id }) => party_id)
  if (!isStaff(actor) && !own.length) return []
  return db
    .selectFrom('proposals as p')
    .select([
      'p.id',
      'p.title',
      'p.party_id',
      'p.party_name',
      'p.department_id',
      'p.contents',
      'p.programme',
      'p.track',
      'p.charter_id',
      'p.conditions',
      'p.fiscal_year',
      'p.number',
      'p.state_since',
    ])
    .where('p.city_id', '=', cityOf(db))
    .where('p.state', '=', 'decided')
    .where('p.decision', 'in', ['adopted', 'conditionally_adopted'])
    .where((eb) => {
      if (isSection(actor)) return eb.val(true)
      const departments = actor.posts.flatMap(({ department_id }) => department_id ?? [])
      const mine = own.length ? [eb('p.party_id', 'in', own)] : []
      return eb.or([...mine, ...(departments.length ? [eb('p.department_id', 'in', departments)] : []), eb.val(false)])
    })
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agreements as a')
            .select('a.id')
            .whereRef('a.proposal_id', '=', 'p.id')
            .where('a.city_id', '=', cityOf(db))
            .where('a.state', '<>', 'terminated'),
        ),
      ),
    )
    .orderBy('p.decided_on', 'desc')
    .limit(100)
    .execute()
}

export type Adopted = Awaited<ReturnType<typeof listAdopted>>[number]

const isNamed = (partyIds: string[]) => (eb: ExpressionBuilder<Tables, 'agreements'>) =>
  eb.exists(
    eb
      .selectFrom('agreement_parties as ap')
      .select('ap.id')
      .whereRef('ap.city_id', '=', 'agreements.city_id')
      .whereRef('ap.agreement_id', '=', 'agreements.id')
      .where('ap.party_id', 'in', partyIds),
  )

/** A page of what this person is part of, or (the section) of all; last touched first. */
export async function listMine(db: Db, actor: Actor, after?: { at: Date; id: string }, size = 30) {
  const ids = partiesOfActor(actor)
  if (!isSection(actor) && !ids.length) return []
  return db
    .selectFrom('agreements')
    .select(['id', 'title', 'kind', 'state', 'fiscal_year', 'number', 'starts_on', 'ends_on', 'saved_at', 'charter_id'])
    .select(['offered_version', 'version', 'published_at', sql<boolean>`draft is not null`.as('being_written')])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('agreement_parties as ap')
          .innerJoin('parties as p', (join) =>
            join.onRef('p.city_id', '=', 'ap.city_id').onRef('p.id', '=', 'ap.party_id'),
          )
          .select(['p.name'])
          .whereRef('ap.city_id', '=', 'agreements.city_id')
          .whereRef('ap.agreement_id', '=', 'agreements.id')
          .where('ap.version', '=', sql<number>`coalesce(agreements.offered_version, agreements.version, 0)`)
          .orderBy('ap.position'),
      ).as('parties'),
    )
    .where('city_id', '=', cityOf(db))
    .$if(!isSection(actor), (query) => query.where((eb) => eb.or([isNamed(ids)(eb), eb('department_id', 'in', ids)])))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(saved_at, id) < (${after!.at}, ${after!.id})`))
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
}

/** The parties through which a person sees agreements: those they are in, and the departments of their posts. */
function partiesOfActor(actor: Actor): string[] {
  return [
    ...actor.parties.map(({ party_id }) => party_id),
    ...actor.posts.flatMap(({ department_id }) => department_id ?? []),
  ]
}

/** A page of what is released, newest first (public door). */
export function listPublished(
  db: Db,
  cityId: number,
  filter: { year?: number; after?: { at: Date; id: string } },
  size = 20,
) {
  let query = db
    .selectFrom('published.agreements')
    .select([
      'id',
      'fiscal_year',
      'number',
      'title',
      'kind',
      'state',
      'charter_id',
      'starts_on',
      'ends_on',
      'published_at',
    ])
    .select(sql<{ name: string }[]>`published_text->'parties'`.as('parties'))
    .where('city_id', '=', cityId)
  if (filter.year) query = query.where('fiscal_year', '=', filter.year)
  if (filter.after) query = query.where(sql<boolean>`(published_at, id) < (${filter.after.at}, ${filter.after.id})`)
  return query
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
}

/** What everyone may know of one agreement (public door), and of the proposal it came from. */
export function findPublished(db: Db, cityId: number, ref: string) {
  const query = db
    .selectFrom('published.agreements')
    .selectAll()
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('published.proposals as o')
          .select(['o.id', 'o.title', 'o.fiscal_year', 'o.number'])
          .whereRef('o.city_id', '=', 'published.agreements.city_id')
          .whereRef('o.id', '=', 'published.agreements.proposal_id'),
      ).as('proposals'),
    )
    .where('city_id', '=', cityId)
  if (isId(ref)) return query.where('id', '=', ref).executeTakeFirst()
  const at = numberIn(ref)
  if (!at) return Promise.resolve(undefined)
  return query.where('fiscal_year', '=', at.fiscal_year).where('number', '=', at.number).executeTakeFirst()
}

/** The agreements of these parties, for their pages and for projects to choose from: in force first. */
export function listAgreementsOf(db: Db, partyIds: readonly string[]) {
  if (!partyIds.length) return Promise.resolve([])
  return db
    .selectFrom('agreements')
    .select([
      'id',
      'title',
      'kind',
      'state',
      'fiscal_year',
      'number',
      'starts_on',
      'ends_on',
      'proposal_id',
      'published_at',
    ])
    .where('city_id', '=', cityOf(db))
    .where(isNamed([...partyIds]))
    .orderBy(sql`state = 'in_force'`, 'desc')
    .orderBy('saved_at', 'desc')
    .limit(200)
    .execute()
}

/** The agreements in force (or those on one proposal), the newest first: what a project can be made of. */
export function listInForce(db: Db, proposalId?: string) {
  return db
    .selectFrom('agreements as a')
    .innerJoin('agreement_versions as v', (join) =>
      join
        .onRef('v.city_id', '=', 'a.city_id')
        .onRef('v.agreement_id', '=', 'a.id')
        .onRef('v.version', '=', 'a.version'),
    )
    .select(['a.id', 'a.title', 'a.fiscal_year', 'a.number', 'a.proposal_id', 'v.text'])
    .where('a.city_id', '=', cityOf(db))
    .where('a.state', '=', 'in_force')
    .$if(proposalId !== undefined, (query) => query.where('a.proposal_id', '=', proposalId!))
    .orderBy('a.in_force_at', 'desc')
    .limit(200)
    .execute()
}

/** What the record of an agreement shows for the charter's principles. */
export async function agreementEvidence(db: Db, id: string) {
  const found = await findAgreementById(db, id)
  const version = found?.current ?? found?.offered
  if (!found || !version) return undefined
  const { text } = version
  const roles = (party_id: string) => text.roles.filter((role) => role.party_id === party_id || role.party_id === 'all')
  return {
    purpose: text.purpose,
    targets: text.targets,
    rolesByParty: text.parties.map(({ party_id, name, is_city }) => ({
      party_id,
      name,
      is_city,
      roles: roles(party_id),
    })),
    money: text.money,
    allSigned: version.signatures.length === version.parties.length,
    sameText: digestOf(text) === version.digest && version.signatures.every((one) => one.digest === version.digest),
    inForce: found.current !== undefined,
    term: { starts_on: text.starts_on, ends_on: text.ends_on },
    sunset_on: text.sunset_on,
    published: found.published_at !== null,
  }
}

/** Two months before a term or a review is due, people begin to talk about what comes next. */
const reviewedOn = (day: IsoDate) =>
  sql<boolean>`coalesce(agreements.sunset_on, agreements.ends_on) <= ${day}::date + 60`

/**
 * What somebody waits for, in one statement: texts on offer with the parties that have not signed, terms to be looked at
 * soon, copies to release. Of all, or where one of these parties has to do something.
 */
export function listWaiting(db: Db, partyIds: string[] | undefined, day: IsoDate) {
  const reviewed = reviewedOn(day)
  return db
    .selectFrom('agreements')
    .select(['id', 'title', 'fiscal_year', 'number', 'offered_at', 'in_force_at'])
    .select(
      sql<
        string | null
      >`case when state = 'in_force' and draft is null and offered_version is null and ${reviewed} then coalesce(sunset_on, ends_on) end`.as(
        'review_on',
      ),
    )
    .select(sql<boolean>`state = 'in_force' and published_version is distinct from version`.as('to_release'))
    .select((eb) => [jsonArrayFrom(missingOf(eb)).as('missing'), jsonArrayFrom(namedIn(eb)).as('named')])
    .where('city_id', '=', cityOf(db))
    .where((eb) => {
      const offered = eb('offered_version', 'is not', null)
      const running = eb('state', '=', 'in_force')
      if (!partyIds)
        return eb.or([
          offered,
          eb.and([running, sql<boolean>`(published_version is distinct from version or ${reviewed})`]),
        ])
      const named = eb.exists(namedIn(eb).where('ap.party_id', 'in', partyIds))
      return eb.or([
        eb.and([offered, eb.exists(missingOf(eb).where('ap.party_id', 'in', partyIds))]),
        eb.and([running, reviewed, named]),
      ])
    })
    .orderBy(sql`coalesce(offered_at, in_force_at)`)
    .limit(200)
    .execute()
}

function namedIn(eb: ExpressionBuilder<Tables, 'agreements'>) {
  return eb
    .selectFrom('agreement_parties as ap')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'ap.city_id').onRef('p.id', '=', 'ap.party_id'))
    .select(['ap.party_id', 'p.name'])
    .whereRef('ap.city_id', '=', 'agreements.city_id')
    .whereRef('ap.agreement_id', '=', 'agreements.id')
    .whereRef('ap.version', '=', 'agreements.version')
    .orderBy('ap.position')
}

function missingOf(eb: ExpressionBuilder<Tables, 'agreements'>) {
  return eb
    .selectFrom('agreement_parties as ap')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'ap.city_id').onRef('p.id', '=', 'ap.party_id'))
    .select(['ap.party_id', 'p.name'])
    .whereRef('ap.city_id', '=', 'agreements.city_id')
    .whereRef('ap.agreement_id', '=', 'agreements.id')
    .whereRef('ap.version', '=', 'agreements.offered_version')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signatures as s')
            .select('s.id')
            .whereRef('s.city_id', '=', 'ap.city_id')
            .whereRef('s.agreement_id', '=', 'ap.agreement_id')
            .whereRef('s.version', '=', 'ap.version')
            .whereRef('s.party_id', '=', 'ap.party_id'),
        ),
      ),
    )
    .orderBy('ap.position')
}

/** Those whose term is over, for the night's work. */
export function listRunOut(db: Db, now: Date) {
  return db
    .selectFrom('agreements')
    .select('id')
    .where('city_id', '=', cityOf(db))
    .where('state', '=', 'in_force')
    .where('ends_on', '<', today(now))
    .orderBy('ends_on')
    .limit(500)
    .execute()
}

/** Everything that is released, for rebuilding the search. */
export function listReleased(db: Db) {
  return db
    .selectFrom('agreements')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('published_at', 'is not', null)
    .orderBy('id')
    .execute()
}
