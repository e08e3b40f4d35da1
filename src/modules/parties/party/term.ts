import { addDays, dateLabel, type IsoDate, startOfDayInJapan, today } from '../../../platform/time/index.ts'

/** The days of a role or a post, both included. */
export interface Term {
  starts_on: IsoDate
  ends_on: IsoDate | null
}

export type Standing = 'coming' | 'current' | 'left'

export function standingOn({ starts_on, ends_on }: Term, day: IsoDate): Standing {
  if (ends_on !== null && ends_on < day) return 'left'
  return starts_on > day ? 'coming' : 'current'
}

/** A term that ends on the day before it begins was entered by mistake: it never held. */
export const isPossible = ({ starts_on, ends_on }: Term): boolean =>
  ends_on === null || ends_on >= addDays(starts_on, -1)

export const impossible =
  '役割が終わる日は、始まる日より後にしてください。誤って加えたときは、始まる日の前の日にしてください。'

/** 令和8年4月1日から令和9年3月31日まで. */
export function termLabel({ starts_on, ends_on }: Term): string {
  return `${dateLabel(starts_on)}から${ends_on ? `${dateLabel(ends_on)}まで` : ''}`
}

/** The roles whose holders write for their party. */
export const writingRoles: readonly string[] = ['representative', 'secretary', 'officer']

const writes = ({ role }: { role: string }) => writingRoles.includes(role)

interface Entered extends Term {
  role: string
  entered_at: Date
}

/** Returns since when a corrected role counts: a return or a new right counts from now, and no correction from earlier. */
export function enteredAfter(before: Entered, after: Term & { role: string }, now: Date): Date {
  const day = today(now)
  const returns = standingOn(before, day) === 'left' && standingOn(after, day) !== 'left'
  const gains = after.role !== before.role && !(writes(before) && writes(after))
  if (returns || gains) return now
  if (after.starts_on >= before.starts_on) return before.entered_at
  const began = Math.min(startOfDayInJapan(before.starts_on).getTime(), now.getTime())
  return new Date(Math.max(began, before.entered_at.getTime()))
}
