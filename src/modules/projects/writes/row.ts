import type { Updateable } from 'kysely'
import { asJson, cityOf, type Db } from '../../../platform/db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { putSearch } from '../../../platform/search/index.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import type { ProjectState } from '../lifecycle.ts'
import type { Inside } from '../project/project.ts'
import { searchableOf } from '../project/searchable.ts'
import { factsOf } from '../queries/facts.ts'
import { findProjectById } from '../queries/one.ts'
import type { ProjectsTable } from '../tables.ts'

/** Writes a new revision of the row in the state that the act leads to, and refreshes its copies. */
export async function reviseRow(
  { tx, now, to }: Pick<Acting<ProjectState>, 'tx' | 'now' | 'to'>,
  project: Inside,
  values: Updateable<ProjectsTable>,
): Promise<Inside> {
  const moved = to === project.state ? {} : { state: to, state_since: now }
  await tx
    .updateTable('projects')
    .set({ ...moved, revision: project.revision + 1, saved_at: now, ...values })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', project.id)
    .execute()
  return refreshCopies(tx, project.id)
}

/** Refreshes the facts from other modules, and the search row of a published project, in the act's own transaction. */
export async function refreshCopies(tx: Db, id: string): Promise<Inside> {
  const before = await findProjectById(tx, id)
  if (!before) throw new NotFound()
  const facts = await factsOf(tx, before)
  await tx
    .updateTable('projects')
    .set({ facts: asJson(facts) })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .execute()
  const project = { ...before, facts }
  if (project.published_at) await putSearch(tx, searchableOf(project))
  return project
}
