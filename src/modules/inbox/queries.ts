import type { Act } from '../../platform/actor.ts'
import type { Module } from '../../platform/module.ts'
import { today } from '../../platform/time/index.ts'
import type { Waiting } from '../../platform/waiting.ts'
import { byUrgency } from './inbox.ts'

export async function listWaiting(act: Act, modules: readonly Module[], city: string): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const { inbox } of modules) if (inbox) found.push(...(await inbox(act, city)))
  return found.sort(byUrgency(today(act.now)))
}
