import { createHash } from 'node:crypto'
import type { Act } from '../../platform/actor.ts'
import { asJson, cityOf, newId } from '../../platform/db/index.ts'
import { write } from '../../platform/record/event.ts'
import { Conflict } from '../../platform/refusals.ts'
import { ownText } from './charter/versions.ts'
import { applied } from './events.ts'
import type { Charter } from './schema/charter.ts'

/** Adds a version beside the earlier ones; the same text changes nothing, another text under its name is refused. */
export async function applyCharter(
  { db, actor, now }: Act,
  charter: Charter,
): Promise<{ id: string; applied: boolean }> {
  const digest = createHash('sha256')
    .update(JSON.stringify(ownText(charter)))
    .digest('hex')
  const version = charter.version.number
  const before = await db
    .selectFrom('charters')
    .select(['id', 'digest'])
    .where('city_id', '=', cityOf(db))
    .where('version', '=', version)
    .executeTakeFirst()
  if (before?.digest === digest) return { id: before.id, applied: false }
  if (before) {
    throw new Conflict(
      `版「${version}」は、すでに別の内容で適用されています。改めた内容には、新しい版の名前をつけてください。`,
    )
  }
  const id = newId()
  await db
    .insertInto('charters')
    .values({
      city_id: cityOf(db),
      id,
      version,
      in_force_on: charter.version.inForceOn,
      digest,
      document: asJson(charter),
      applied_at: now,
      applied_by: actor.account_id,
    })
    .execute()
  write(db, { actor, now }, applied({ public: { version, on: charter.version.inForceOn } }), { id })
  return { id, applied: true }
}
