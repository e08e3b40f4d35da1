import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/index.ts'
import { waitingFor as agreements } from '../agreements/index.ts'
import { waitingFor as evaluations } from '../evaluations/index.ts'
import { waitingFor as projects } from '../projects/index.ts'
import { waitingFor as proposals } from '../proposals/index.ts'

/** Something that waits for this person: what, since when, until when, and where to do it. */
export interface Waiting {
  href: string
  title: string
  /** What is to be done, in the words of the button that does it. */
  kind: string
  since: Date
  due?: string
  /** For whom the person does it. */
  who: string
}

/** All that waits for this person, the nearest deadline first, then the oldest. */
export async function listWaiting(db: Db, actor: Actor, city: string): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const waitingFor of [proposals, agreements, projects, evaluations])
    found.push(...(await waitingFor(db, actor, city)))
  return found.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.since.getTime() - b.since.getTime())
}
