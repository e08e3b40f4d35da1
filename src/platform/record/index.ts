import type { Actor, Channel } from '../actor.ts'
import { asJson, beforeCommit, cityOf, type Db, isId, newId } from '../db/index.ts'
import type { Attested } from './attested.ts'
import { digestOf, GENESIS, type Header, hashOf, type Words, wordsOf } from './chain.ts'
import { announceChange } from './changes.ts'
import { timeAfter } from './clock.ts'
import { valuesOf } from './comparison.ts'
import type { ActNote, RecordNames } from './tables.ts'

export { listenForChanges, onChange } from './changes.ts'
export { ClockPutBack } from './clock.ts'
export { type Comparison, compareCity, type Difference } from './comparison.ts'
export { asEveryone, entrySentence, type PublicEntry, publicEntriesOf, recordView } from './published.ts'

export type { ActNote } from './tables.ts'
export { type AnchoredHead, type Doubt, type Verification, verifyCity, verifyHouse } from './verify.ts'

export interface Subject {
  id: string
}

export interface Entry {
  id: string
  seq: number
  at: Date
  kind: string
  subject_kind: string
  subject_id: string
  party_id: string | null
  channel: Channel
  names: RecordNames | null
  payload: Record<string, unknown>
  /** Null for an entry that no verb wrote, or that is older than this column. */
  act: ActNote | null
}

export interface Occurrence {
  kind: `${string}.${string}`
  subject: Subject
  payload?: Record<string, unknown>
  act?: ActNote
  attests?: readonly Attested[]
}

/**
 * Writes an entry: `record(tx, { actor, now }, { kind: 'proposal.submitted', subject: proposal, payload: { number } })`.
 * Returns its id.
 * The city's chain is locked last, just before the commit. A public event puts what everyone may read under `public`. Never
 * put evaluation answers, scores or private notes into the payload: timelines, feeds and mail read it.
 */
export function record(tx: Db, act: { actor: Actor; now: Date }, occurrence: Occurrence): string {
  const id = newId()
  beforeCommit(tx, (db) => append(db, id, act, occurrence))
  return id
}

async function append(
  db: Db,
  id: string,
  { actor, now }: { actor: Actor; now: Date },
  { kind, subject, payload = {}, act, attests = [] }: Occurrence,
): Promise<void> {
  const city_id = cityOf(db)
  const attested = await valuesOf(db, attests, subject.id)
  const head = await lockHead(db, city_id)
  const words = JSON.parse(JSON.stringify(wordsOf({ names: namesOf(actor), payload, act, attested }))) as Words
  const { salt, digest } = digestOf(words)
  const header: Header = {
    scope: `city:${city_id}`,
    seq: head.seq + 1,
    id,
    at: timeAfter(head.at, now),
    kind,
    subject_kind: kind.slice(0, kind.indexOf('.')),
    subject_id: subject.id,
    account_id: actor.account_id,
    party_id: actor.acting_for,
    channel: actor.channel,
    entered_by: actor.entered_by,
    digest,
  }
  const { scope: _, ...columns } = header
  const hash = hashOf(head.hash, header)
  await db
    .insertInto('record_entries')
    .values({ city_id, ...columns, prev_hash: head.hash, hash })
    .execute()
  await db
    .insertInto('record_payloads')
    .values({
      city_id,
      entry_id: id,
      salt,
      names: asJson(words.names),
      payload: asJson(words.payload),
      act: words.act ? asJson(words.act) : null,
      attested: words.attested ? asJson(words.attested) : null,
    })
    .execute()
  const { seq, at } = header
  await db.updateTable('record_heads').set({ seq, hash, at }).where('city_id', '=', city_id).execute()
  await announceChange(db, city_id)
}

async function lockHead(db: Db, city_id: number) {
  const head = () =>
    db.selectFrom('record_heads').select(['seq', 'hash', 'at']).where('city_id', '=', city_id).forUpdate()
  const found = await head().executeTakeFirst()
  if (found) return found
  await db
    .insertInto('record_heads')
    .values({ city_id, seq: 0, hash: GENESIS, at: null })
    .onConflict((c) => c.doNothing())
    .execute()
  return head().executeTakeFirstOrThrow()
}

function namesOf(actor: Actor): RecordNames {
  const party = actor.parties.find((one) => one.party_id === actor.acting_for)
  return { actor: actor.name, party: party?.name, entered_by: actor.entered_by ? actor.name : undefined }
}

/** The entries of these subjects, oldest first, for timelines, notifications and feeds. */
export async function entriesOf(db: Db, subjects: { kind: string; id: string }[], limit = 500): Promise<Entry[]> {
  if (!subjects.length) return []
  const rows = await entries(db)
    .where((eb) =>
      eb.or(subjects.map((one) => eb.and([eb('e.subject_kind', '=', one.kind), eb('e.subject_id', '=', one.id)]))),
    )
    .orderBy('e.seq')
    .limit(limit)
    .execute()
  return rows.map(wholeEntry)
}

/** One entry of a subject; undefined for another subject's entry or an unknown id. */
export async function findEntry(db: Db, subject: { kind: string; id: string }, id: string): Promise<Entry | undefined> {
  if (!isId(id)) return undefined
  const row = await entries(db)
    .where('e.id', '=', id)
    .where('e.subject_kind', '=', subject.kind)
    .where('e.subject_id', '=', subject.id)
    .executeTakeFirst()
  return row && wholeEntry(row)
}

const wholeEntry = <Row extends { payload: Record<string, unknown> | null }>(row: Row) => ({
  ...row,
  payload: row.payload ?? {},
})

function entries(db: Db) {
  return db
    .selectFrom('record_entries as e')
    .leftJoin('record_payloads as p', (join) =>
      join.onRef('p.city_id', '=', 'e.city_id').onRef('p.entry_id', '=', 'e.id'),
    )
    .select([
      'e.id',
      'e.seq',
      'e.at',
      'e.kind',
      'e.subject_kind',
      'e.subject_id',
      'e.party_id',
      'e.channel',
      'p.names',
      'p.payload',
      'p.act',
    ])
    .where('e.city_id', '=', cityOf(db))
}

/** Every thing of a kind in a city's record, oldest first, read by `find`. */
export async function everyInRecord<Thing>(
  db: Db,
  kind: string,
  find: (db: Db, id: string) => Promise<Thing | undefined>,
): Promise<Thing[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select(['subject_id', (eb) => eb.fn.min('seq').as('first')])
    .where('city_id', '=', cityOf(db))
    .where('subject_kind', '=', kind)
    .groupBy('subject_id')
    .orderBy('first')
    .execute()
  const found: Thing[] = []
  for (const { subject_id } of rows) {
    const thing = await find(db, subject_id)
    if (thing !== undefined) found.push(thing)
  }
  return found
}

/** Writes an entry outside every city (an invitation, a charter applied) into the installation's own chain. */
export function recordInHouse(
  tx: Db,
  act: { account_id: string | null; now: Date },
  { kind, subject, payload = {} }: Omit<Occurrence, 'act' | 'attests'>,
): void {
  beforeCommit(tx, async (db) => {
    await db
      .insertInto('house.record_heads')
      .values({ one: true, seq: 0, hash: GENESIS, at: null })
      .onConflict((c) => c.doNothing())
      .execute()
    const head = await db
      .selectFrom('house.record_heads')
      .select(['seq', 'hash', 'at'])
      .forUpdate()
      .executeTakeFirstOrThrow()
    const words = JSON.parse(JSON.stringify(payload)) as Record<string, unknown>
    const { salt, digest } = digestOf(words)
    const header: Header = {
      scope: 'house',
      seq: head.seq + 1,
      id: newId(),
      at: timeAfter(head.at, act.now),
      kind,
      subject_kind: kind.slice(0, kind.indexOf('.')),
      subject_id: subject.id,
      account_id: act.account_id,
      party_id: null,
      channel: 'system',
      entered_by: null,
      digest,
    }
    const { scope: _, party_id: __, channel: ___, entered_by: ____, ...columns } = header
    const hash = hashOf(head.hash, header)
    await db
      .insertInto('house.record_entries')
      .values({ ...columns, prev_hash: head.hash, hash })
      .execute()
    await db
      .insertInto('house.record_payloads')
      .values({ entry_id: header.id, salt, payload: asJson(words) })
      .execute()
    await db.updateTable('house.record_heads').set({ seq: header.seq, hash, at: header.at }).execute()
  })
}
