import type { Actor } from '../actor.ts'
import { cityOf, type Db } from '../db/index.ts'
import { Conflict, NotFound } from '../refusals.ts'
import { event, write } from './event.ts'

/** The words of an entry were erased; its subject is that entry, so that the chain itself names it. */
const wordsErased = event<{ seq: number; reason: string }>('record.erased', {
  audience: 'staff',
  says: ({ seq, reason }) => `記録${seq ?? ''}の本文を消去しました${reason ? `（理由　${reason}）` : ''}`,
})

/** Erases the names and particulars of an entry, and writes an entry that says so, in one transaction. */
export async function eraseWords(
  tx: Db,
  act: { actor: Actor; now: Date },
  { seq, reason }: { seq: number; reason: string },
): Promise<void> {
  const entry = await tx
    .selectFrom('record_entries')
    .select('id')
    .where('city_id', '=', cityOf(tx))
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!entry) throw new NotFound()
  const { numDeletedRows } = await tx
    .deleteFrom('record_payloads')
    .where('city_id', '=', cityOf(tx))
    .where('entry_id', '=', entry.id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Conflict('この記録の本文は、すでに消去されています。')
  write(tx, act, wordsErased({ seq, reason }), entry)
}

/** The record's own events. */
export const recording = { name: 'record', events: [wordsErased] }
