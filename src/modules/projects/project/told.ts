import { eventsByKind } from '../../../platform/record/event.ts'
import { type PublicEntry, tell } from '../../../platform/record/index.ts'
import { today } from '../../../platform/time/index.ts'
import { agreements } from '../../agreements/index.ts'
import { proposals } from '../../proposals/index.ts'
import { events } from '../events.ts'

/** What the record says of a project and of what it came from: the day of each thing, and a sentence for the rest. */
export interface Told {
  /** Which moment of the page it tells of: `project.started`, `project.milestone-reached <id>`. */
  key: string
  on: string
  sentence: string
}

const words = { ...proposals.events, ...agreements.events, ...eventsByKind(events) }

/** Steps of the way that only the record knows; the page has words and links of its own for the others. */
const steps = new Set([
  'proposal.accepted',
  'proposal.review-began',
  'proposal.declined',
  'agreement.amended',
  'agreement.terminated',
  'agreement.ended',
  'project.entered',
  'project.renewed',
  'project.agreement-joined',
  'project.stopped',
])

/** The entries by the moments they tell of; what was done twice (a report, a proposal sent again) is told by its last day. */
export function toldBy(entries: readonly PublicEntry[]): Told[] {
  const found = new Map<string, Told>()
  for (const { kind, at, told } of entries) {
    const key = [kind, told.milestone ?? told.year].filter(Boolean).join(' ')
    const on = typeof told.on === 'string' ? told.on : today(at)
    found.set(key, { key, on, sentence: `${tell(words[kind], { public: told }) ?? ''}。` })
  }
  return [...found.values()]
}

/** Whether the timeline says it in the record's own sentence. */
export const isStep = ({ key }: Told): boolean => steps.has(key)
