import { addDays, type IsoDate } from '../../platform/time/index.ts'
import type { Waiting } from '../../platform/waiting.ts'

const SOON = 14

export type Urgency = 'overdue' | 'soon' | 'open'

export function urgencyOf({ due }: Pick<Waiting, 'due'>, day: IsoDate): Urgency {
  if (!due) return 'open'
  if (due < day) return 'overdue'
  return due <= addDays(day, SOON) ? 'soon' : 'open'
}

const rank: Record<Urgency, number> = { overdue: 0, soon: 1, open: 2 }

/** Sorts overdue items first, then items due soon by day, then all others by age. */
export function byUrgency(day: IsoDate) {
  return (a: Waiting, b: Waiting): number => {
    const [first, second] = [urgencyOf(a, day), urgencyOf(b, day)]
    if (first !== second) return rank[first] - rank[second]
    const since = a.since.getTime() - b.since.getTime()
    const due = (a.due ?? '9').localeCompare(b.due ?? '9')
    return first === 'open' ? since || due : due || since
  }
}
