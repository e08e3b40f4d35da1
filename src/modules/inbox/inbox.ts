import { addDays, type IsoDate } from '../../platform/time/index.ts'
import type { Waiting } from '../../platform/waiting.ts'

/** A fortnight before its day a thing begins to press. */
const SOON = 14

export type Urgency = 'overdue' | 'soon' | 'open'

/** How much something presses on this day. */
export function urgencyOf({ due }: Pick<Waiting, 'due'>, day: IsoDate): Urgency {
  if (!due) return 'open'
  if (due < day) return 'overdue'
  return due <= addDays(day, SOON) ? 'soon' : 'open'
}

const rank: Record<Urgency, number> = { overdue: 0, soon: 1, open: 2 }

/** What is overdue first, then what is due soon, each by its day; then everything else, what has waited longest first. */
export function byUrgency(day: IsoDate) {
  return (a: Waiting, b: Waiting): number => {
    const [first, second] = [urgencyOf(a, day), urgencyOf(b, day)]
    if (first !== second) return rank[first] - rank[second]
    const since = a.since.getTime() - b.since.getTime()
    const due = (a.due ?? '9').localeCompare(b.due ?? '9')
    return first === 'open' ? since || due : due || since
  }
}
