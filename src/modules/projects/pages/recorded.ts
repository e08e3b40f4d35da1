import { eventOf } from '../../../platform/record/event.ts'
import { entrySentence, type PublicEntry } from '../../../platform/record/index.ts'
import { today } from '../../../platform/time/index.ts'
import { agreements } from '../../agreements/index.ts'
import { proposals } from '../../proposals/index.ts'
import { events } from '../events.ts'
import type { RecordedMoment } from '../project/recorded.ts'

const known = [proposals, agreements, { events }]

/** Returns the moments of the record; for a repeated event, such as a second submission, the last day counts. */
export function recordedMoments(entries: readonly PublicEntry[]): RecordedMoment[] {
  const found = new Map<string, RecordedMoment>()
  for (const { kind, at, told } of entries) {
    const key = [kind, told.milestone ?? told.year].filter(Boolean).join(' ')
    const on = typeof told.on === 'string' ? told.on : today(at)
    const event = eventOf(known, kind)
    const sentence = `${entrySentence(event, { public: told }) ?? ''}。`
    found.set(key, { key, on, sentence, inTimeline: event?.inTimeline ?? false })
  }
  return [...found.values()]
}
