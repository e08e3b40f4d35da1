import { createHash } from 'node:crypto'
import type { Act } from '../../actor.ts'
import { asJson, cityOf, type Db, newId } from '../../db/index.ts'
import type { Instant, InstantOrNull, Json } from '../../db/tables.ts'
import { type EventKind, event } from '../../record/event.ts'
import { Conflict, Forbidden, Invalid } from '../../refusals.ts'

/** What became of a preparation: confirmed by another, dismissed by its maker or sent back by another, or void. */
type Settled = 'confirmed' | 'dismissed' | 'void'

/** An act that one person has prepared and another has to confirm; written with its input, settled once. */
interface PreparedActsTable {
  city_id: number
  id: string
  act: string
  subject_kind: string
  subject_id: string
  title: string
  input: Json<Record<string, unknown>>
  seen: string
  acting_for: string | null
  prepared_by: string
  prepared_name: string
  prepared_at: Instant
  settled: Settled | null
  settled_by: string | null
  settled_at: InstantOrNull
  settled_name: string | null
  settled_reason: string
}

declare module '../../db/tables.ts' {
  interface Tables {
    prepared_acts: PreparedActsTable
  }
}

export interface PreparedAct {
  id: string
  act: string
  subject_id: string
  title: string
  input: Record<string, unknown>
  seen: string
  prepared_by: string
  prepared_name: string
  prepared_at: Date
  /** Null while it is open. */
  settled: Settled | null
  settled_by: string | null
  settled_at: Date | null
  settled_name: string | null
  settled_reason: string
}

const shown = [
  'id',
  'act',
  'subject_id',
  'title',
  'input',
  'seen',
  'prepared_by',
  'prepared_name',
  'prepared_at',
  'settled',
  'settled_by',
  'settled_at',
  'settled_name',
  'settled_reason',
] as const

/** The three events of preparations that a noun's record has beside those of the acts. */
export function preparationEvents(kind: string) {
  const of = (verb: string): EventKind => `${kind}.${verb}`
  return {
    prepared: event<{ act: string; label: string }>(of('act-prepared'), {
      audience: 'staff',
      says: ({ label }) => `「${label ?? '手続き'}」を起案しました`,
    }),
    dismissed: event<{ act: string; label: string; sentBack?: boolean; reason?: string }>(of('act-dismissed'), {
      audience: 'staff',
      says: ({ label = '手続き', sentBack, reason }) =>
        sentBack
          ? `「${label}」の起案を差し戻しました${reason ? `：${reason}` : ''}`
          : `「${label}」の起案を取り下げました`,
    }),
    voided: event<{ act: string; label: string; reason: string }>(of('act-voided'), {
      audience: 'staff',
      says: ({ label = '手続き', reason }) => `「${label}」の起案は、無効になりました${reason ? `：${reason}` : ''}`,
    }),
  }
}

/** A short text that changes whenever the value does. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')

/** Stores a preparation; an act on a thing has at most one open at a time. */
export async function insertPrepared(
  { db, actor, now }: Act,
  one: Pick<PreparedAct, 'act' | 'subject_id' | 'title' | 'input' | 'seen'> & { subject_kind: string },
): Promise<void> {
  if (!actor.account_id) throw new Forbidden('起案するには、サインインが必要です。')
  const written = await db
    .insertInto('prepared_acts')
    .values({
      city_id: cityOf(db),
      id: newId(),
      ...one,
      input: asJson(one.input),
      acting_for: actor.acting_for,
      prepared_by: actor.account_id,
      prepared_name: actor.name,
      prepared_at: now,
      settled: null,
      settled_by: null,
      settled_at: null,
      settled_name: null,
      settled_reason: '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new Conflict('この手続きは、すでに起案されています。起案を確認するか、取り下げてください。')
}

/** The newest preparation of an act on a thing, open or settled. */
export function findPrepared(db: Db, act: string, subjectId: string): Promise<PreparedAct | undefined> {
  return db
    .selectFrom('prepared_acts')
    .select(shown)
    .where('city_id', '=', cityOf(db))
    .where('act', '=', act)
    .where('subject_id', '=', subjectId)
    .orderBy((eb) => eb('settled', 'is', null), 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The open preparations on these things. */
export function listOpen(db: Db, subjectIds: readonly string[]): Promise<PreparedAct[]> {
  return db
    .selectFrom('prepared_acts')
    .select(shown)
    .where('city_id', '=', cityOf(db))
    .where('subject_id', 'in', [...subjectIds])
    .where('settled', 'is', null)
    .orderBy('prepared_at')
    .execute()
}

type Outcome = Pick<PreparedAct, 'settled' | 'settled_by' | 'prepared_by'>

/** Whether somebody else has sent this preparation back, or it became void: its maker prepares it anew or drops it. */
export const hasComeBack = ({ settled, settled_by, prepared_by }: Outcome): boolean =>
  settled === 'void' || (settled === 'dismissed' && settled_by !== prepared_by)

/** Returns the open preparations, and this person's own that came back and nobody prepared anew, oldest first. */
export function listPrepared({ db, actor }: Act, subjectKind: string): Promise<PreparedAct[]> {
  return db
    .selectFrom('prepared_acts as a')
    .select(shown)
    .where('a.city_id', '=', cityOf(db))
    .where('a.subject_kind', '=', subjectKind)
    .where((eb) =>
      eb.or([
        eb('a.settled', 'is', null),
        eb.and([
          eb('a.prepared_by', '=', actor.account_id ?? newId()),
          eb.or([
            eb('a.settled', '=', 'void'),
            eb.and([eb('a.settled', '=', 'dismissed'), eb('a.settled_by', '<>', actor.account_id ?? newId())]),
          ]),
          eb.not(
            eb.exists(
              eb
                .selectFrom('prepared_acts as later')
                .select('later.id')
                .whereRef('later.city_id', '=', 'a.city_id')
                .whereRef('later.act', '=', 'a.act')
                .whereRef('later.subject_id', '=', 'a.subject_id')
                .whereRef('later.id', '>', 'a.id'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('a.prepared_at')
    .limit(50)
    .execute()
}

/** Settles an open preparation, by another person and on an unchanged thing. Returns its maker and time. */
export async function confirmPrepared(
  { db, actor, now }: Act,
  id: string,
  seen: string,
): Promise<{ account_id: string; name: string; at: string }> {
  const row = await lockPrepared(db, id)
  if (row.settled) throw new Conflict(SETTLED)
  if (row.prepared_by === actor.account_id)
    throw new Forbidden('起案した方は、ご自分の起案を確認できません。ほかの職員に確認をお願いしてください。')
  if (row.seen !== seen) throw new Conflict(CHANGED)
  await settle({ db, actor, now }, id, 'confirmed')
  return { account_id: row.prepared_by, name: row.prepared_name, at: row.prepared_at.toISOString() }
}

/** The longest reason for sending a preparation back, in characters. */
export const LONGEST_REASON = 400

/** What is said of a preparation on a thing that has changed since. */
export const CHANGED = '起案のあとに内容が変わったため、この起案では進められません。もう一度起案してください。'

const SETTLED = 'この起案は、すでに確認されたか、取り下げられています。'

/** Allowed to its maker, also once it came back, and with a reason to those who may confirm it: they send it back. */
export async function dismissPrepared(act: Act, id: string, reason: string): Promise<{ sentBack: boolean }> {
  const row = await lockPrepared(act.db, id)
  const sentBack = row.prepared_by !== act.actor.account_id
  if (row.settled && (sentBack || !hasComeBack(row))) throw new Conflict(SETTLED)
  if (sentBack && !reason)
    throw new Invalid({ reason: '差し戻す理由を書いてください。起案した方が読んで、起案し直します。' })
  await settle(act, id, 'dismissed', reason)
  return { sentBack }
}

/** Voids an open preparation with the reason. Returns false where it was settled already. */
export async function voidPrepared(act: Act, id: string, reason: string): Promise<boolean> {
  if ((await lockPrepared(act.db, id)).settled) return false
  await settle(act, id, 'void', reason)
  return true
}

async function lockPrepared(db: Db, id: string) {
  const row = await db
    .selectFrom('prepared_acts')
    .select(['prepared_by', 'prepared_name', 'prepared_at', 'seen', 'settled', 'settled_by'])
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Conflict(SETTLED)
  return row
}

async function settle({ db, actor, now }: Act, id: string, settled: Settled, settled_reason = ''): Promise<void> {
  await db
    .updateTable('prepared_acts')
    .set({ settled, settled_by: actor.account_id, settled_name: actor.name, settled_at: now, settled_reason })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .execute()
}
