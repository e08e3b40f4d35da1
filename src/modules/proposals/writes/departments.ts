import { system } from '../../../platform/actor.ts'
import { cityOf } from '../../../platform/db/index.ts'
import { when, write } from '../../../platform/record/event.ts'
import { departmentEnded, findPartyById } from '../../parties/index.ts'
import { assigned } from '../events.ts'

/** What is open at a department that ends goes to its successor, or back to the section; what is done stays. */
export const followDepartment = when(departmentEnded, async ({ db, now, entry, payload }) => {
  const to = payload.to ? await findPartyById(db, payload.to) : undefined
  const open = await db
    .updateTable('proposals')
    .set((eb) => ({ department_id: to?.id ?? null, revision: eb('revision', '+', 1) }))
    .where('city_id', '=', cityOf(db))
    .where('department_id', '=', entry.subject_id)
    .where('state', 'not in', ['decided', 'declined', 'withdrawn'])
    .returning('id')
    .execute()
  for (const one of open)
    write(db, { actor: system(cityOf(db)), now }, assigned({ department: to?.name ?? '協働の担当課' }), one)
})
