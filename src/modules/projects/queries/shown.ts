import { entriesOf, publicEntriesOf } from '../../../platform/record/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { getPublishedCharter } from '../../charters/index.ts'
import type { Dossier, Inside } from '../project/project.ts'
import { findProject, findPublishedProject } from './one.ts'

/** Returns the published project of the address with its charter, or null. */
export async function findPublished(c: Reading) {
  const project = await findPublishedProject(c.db, c.city.id, c.params.ref ?? '')
  if (!project) return null
  const old = project.charter_id !== c.charter_id && (await getPublishedCharter(c.db, c.city.id, project.charter_id))
  return { project, charter: old || c.charter }
}

export type Published = Awaited<ReturnType<typeof findPublished>>

/** Returns the internal project for its parties and staff; undefined where nothing is published either. */
export async function findOwn(c: Reading & { published: Published }): Promise<{ own: Inside | null } | undefined> {
  const own = c.actor.account_id ? await findProject(c.db, c.actor, c.params.ref ?? '') : undefined
  return own || c.published ? { own: own ?? null } : undefined
}

export const publicEntries = (c: Reading, project: Dossier) => publicEntriesOf(c.db, c.city.id, cameFrom(project))

export const ownEntries = (c: Reading, project: Inside) => entriesOf(c.db, cameFrom(project))

function cameFrom({ id, proposal_id, agreement_id }: Pick<Dossier, 'id' | 'proposal_id' | 'agreement_id'>) {
  return [
    { kind: 'project', id },
    ...(proposal_id ? [{ kind: 'proposal', id: proposal_id }] : []),
    ...(agreement_id ? [{ kind: 'agreement', id: agreement_id }] : []),
  ]
}
