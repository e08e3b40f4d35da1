import { cityOf } from '../../../platform/db/index.ts'
import { when } from '../../../platform/record/event.ts'
import { departmentEnded } from '../../parties/index.ts'

/** Who looks after an agreement that is not over goes on with the department's successor; its signed text stays as it is. */
export const followDepartment = when(departmentEnded, async ({ db, entry, payload }) => {
  await db
    .updateTable('agreements')
    .set({ department_id: payload.to ?? null })
    .where('city_id', '=', cityOf(db))
    .where('department_id', '=', entry.subject_id)
    .where('state', 'not in', ['terminated', 'ended'])
    .execute()
})
