import { cityOf, type Db } from '../../../platform/db/index.ts'
import { when } from '../../../platform/record/event.ts'
import { departmentEnded, departmentRenamed, findPartyById } from '../../parties/index.ts'
import { refreshCopies } from './row.ts'

/** Work of today shows today's name; what is decided keeps the name of its time. */
export const followNewName = when(departmentRenamed, async ({ db, entry, payload }) => {
  if (!payload.name) return
  const { name } = payload
  for (const { id } of await listOpenWith(db, entry.subject_id)) {
    await inProject(db, id, entry.subject_id).set({ name }).execute()
    await refreshCopies(db, id)
  }
})

/** What a department that ends did in open projects, its successor goes on with. */
export const followDepartment = when(departmentEnded, async ({ db, entry, payload }) => {
  const to = payload.to ? await findPartyById(db, payload.to) : undefined
  await db
    .updateTable('projects')
    .set({ department_id: to?.id ?? null })
    .where('city_id', '=', cityOf(db))
    .where('department_id', '=', entry.subject_id)
    .where('state', '<>', 'decided')
    .execute()
  if (!to) return
  for (const { id } of await listOpenWith(db, entry.subject_id)) {
    // Where the successor is already a party, both stay: their roles were written down apart.
    if (await isPartyOf(db, id, to.id)) continue
    await inProject(db, id, entry.subject_id).set({ party_id: to.id, name: to.name }).execute()
    await refreshCopies(db, id)
  }
})

const listOpenWith = (db: Db, party: string) =>
  db
    .selectFrom('projects as p')
    .innerJoin('project_parties as t', (join) =>
      join.onRef('t.city_id', '=', 'p.city_id').onRef('t.project_id', '=', 'p.id'),
    )
    .select('p.id')
    .where('p.city_id', '=', cityOf(db))
    .where('p.state', '<>', 'decided')
    .where('t.party_id', '=', party)
    .execute()

const inProject = (db: Db, project: string, party: string) =>
  db
    .updateTable('project_parties')
    .where('city_id', '=', cityOf(db))
    .where('project_id', '=', project)
    .where('party_id', '=', party)

const isPartyOf = (db: Db, project: string, party: string) =>
  db
    .selectFrom('project_parties')
    .select('id')
    .where('city_id', '=', cityOf(db))
    .where('project_id', '=', project)
    .where('party_id', '=', party)
    .executeTakeFirst()
