import { eventOf } from '../../../platform/record/event.ts'
import { entrySentence, type PublicEntry } from '../../../platform/record/index.ts'
import { today } from '../../../platform/time/index.ts'
import { agreements } from '../../agreements/index.ts'
import { proposals } from '../../proposals/index.ts'
import { events } from '../events.ts'
import type { Told } from '../project/told.ts'

const known = [proposals, agreements, { events }]

/** The entries by the moments they tell of; what was done twice (a report, a proposal sent again) is told by its last day. */
export function toldBy(entries: readonly PublicEntry[]): Told[] {
  const found = new Map<string, Told>()
  for (const { kind, at, told } of entries) {
    const key = [kind, told.milestone ?? told.year].filter(Boolean).join(' ')
    const on = typeof told.on === 'string' ? told.on : today(at)
    found.set(key, { key, on, sentence: `${entrySentence(eventOf(known, kind), { public: told }) ?? ''}。` })
  }
  return [...found.values()]
}
