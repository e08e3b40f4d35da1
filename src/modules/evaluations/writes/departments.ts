import { sql } from 'kysely'
import { cityOf } from '../../../platform/db/index.ts'
import { when } from '../../../platform/record/event.ts'
import { departmentEnded } from '../../parties/index.ts'

/** In a round that is not decided the successor of a department answers in its place; without one the section does. */
export const followDepartment = when(departmentEnded, async ({ db, entry, payload }) => {
  if (!payload.to) return
  await db
    .updateTable('evaluation_seats')
    .set({
      party_ids: sql`array_replace(party_ids, ${entry.subject_id}::uuid, ${payload.to}::uuid)`,
      passed_on_at: entry.at,
    })
    .where('city_id', '=', cityOf(db))
    .where(sql<boolean>`party_ids @> array[${entry.subject_id}::uuid]`)
    .where('answered_at', 'is', null)
    .execute()
})
