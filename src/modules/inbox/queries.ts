import type { Act } from '../../platform/actor.ts'
import type { Waiting, WaitingFor } from '../../platform/module.ts'
import { today } from '../../platform/time/index.ts'
import { waitingFor as agreements } from '../agreements/index.ts'
import { waitingFor as evaluations } from '../evaluations/index.ts'
import { waitingFor as projects } from '../projects/index.ts'
import { waitingFor as proposals } from '../proposals/index.ts'
import { byUrgency } from './rules.ts'

const doors: WaitingFor[] = [proposals, agreements, projects, evaluations]

/** All that waits for this person, the most urgent first. */
export async function listWaiting(act: Act, city: string): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const waitingFor of doors) found.push(...(await waitingFor(act, city)))
  return found.sort(byUrgency(today(act.now)))
}
