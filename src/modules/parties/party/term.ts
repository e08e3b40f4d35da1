import { addDays, dateLabel, type IsoDate, startOfDayInJapan, today } from '../../../platform/time/index.ts'

/** The days of a role or a post, both included. */
export interface Term {
  starts_on: IsoDate
  ends_on: IsoDate | null
}

type Presence = 'coming' | 'current' | 'left'

export function presenceOn({ starts_on, ends_on }: Term, day: IsoDate): Presence {
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

interface Joined extends Term {
  role: string
  joined_at: Date
}

/** Returns since when a person has a role that is entered now: from now, or from its first day if that is later. */
export function joinedAt(entered_at: Date, { starts_on }: Pick<Term, 'starts_on'>): Date {
  return new Date(Math.max(entered_at.getTime(), startOfDayInJapan(starts_on).getTime()))
}

/** Returns since when a corrected role counts: what it gives anew counts from now, and nothing from earlier than before. */
export function joinedAfter(before: Joined, after: Term & { role: string }, now: Date): Date {
  const day = today(now)
  const had = presenceOn(before, day) === 'current'
  const gains = after.role !== before.role && !(writes(before) && writes(after))
  const joined = had && !gains ? before.joined_at : now
  return after.starts_on > day ? joinedAt(joined, after) : joined
}
