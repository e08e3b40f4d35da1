import { endOfDayInJapan, fiscalYearOf, type IsoDate, startOfDayInJapan, today } from '../../../platform/time/index.ts'
import type { Programme } from '../../charters/index.ts'
import type { PublishedCall } from '../tables.ts'

export type CallDates = Pick<PublishedCall, 'track' | 'fiscal_year' | 'opens_on' | 'closes_on'>

/** Answers whether a call is open at an instant: 「31日まで」 includes that whole day in Japan (rulings 24). */
export function isOpen(call: CallDates, at: Date): boolean {
  return at >= startOfDayInJapan(call.opens_on) && at < endOfDayInJapan(call.closes_on)
}

/** Returns the calls for a track: its own, and those for all tracks. */
export function callsOf<C extends CallDates>(calls: readonly C[], track: string): C[] {
  return calls.filter((call) => call.track === null || call.track === track)
}

/** Returns the open call of a track that closes first. */
export function openCall<C extends CallDates>(calls: readonly C[], track: string, at: Date): C | undefined {
  return callsOf(calls, track)
    .filter((call) => isOpen(call, at))
    .sort((a, b) => a.closes_on.localeCompare(b.closes_on))[0]
}

/** Answers whether a programme takes proposals all year, because neither its calendar nor a call limits it. */
export function isAlwaysOpen(programme: Programme, calls: readonly CallDates[]): boolean {
  return calls.length === 0 && !programme.calendar.some(({ key }) => key === 'opens' || key === 'closes')
}

export type Reception<C extends CallDates> =
  | { is: 'open'; call: C }
  | { is: 'coming'; call: C }
  | { is: 'always' }
  /** `last` is the latest closed call; `usually` is the calendar's next opening, which nobody has promised. */
  | { is: 'closed'; last?: C; usually?: IsoDate }

export function receptionOf<C extends CallDates>(programme: Programme, calls: readonly C[], at: Date): Reception<C> {
  const open = calls.filter((call) => isOpen(call, at)).sort((a, b) => a.closes_on.localeCompare(b.closes_on))[0]
  if (open) return { is: 'open', call: open }
  if (isAlwaysOpen(programme, calls)) return { is: 'always' }
  const coming = calls
    .filter((call) => at < startOfDayInJapan(call.opens_on))
    .sort((a, b) => a.opens_on.localeCompare(b.opens_on))[0]
  if (coming) return { is: 'coming', call: coming }
  const last = [...calls].sort((a, b) => b.closes_on.localeCompare(a.closes_on))[0]
  const usually = nextOpening(programme, last, today(at))
  return { is: 'closed', ...(last && { last }), ...(usually && { usually }) }
}

export type Opening = { is: 'open' } | { is: 'coming' | 'usually'; on: IsoDate } | { is: 'unknown' }

/** Answers whether any of these programmes takes proposals at an instant; if not, gives the next or usual opening. */
export function openingOf(
  programmes: readonly Programme[],
  calls: readonly (CallDates & Pick<PublishedCall, 'programme'>)[],
  at: Date,
): Opening {
  const stand = programmes.map((one) =>
    receptionOf(
      one,
      calls.filter((call) => call.programme === one.key),
      at,
    ),
  )
  if (stand.some((one) => one.is === 'open' || one.is === 'always')) return { is: 'open' }
  const first = (days: (IsoDate | undefined)[]) => days.filter((day) => day !== undefined).sort()[0]
  const coming = first(stand.map((one) => (one.is === 'coming' ? one.call.opens_on : undefined)))
  if (coming) return { is: 'coming', on: coming }
  const usually = first(stand.map((one) => (one.is === 'closed' ? one.usually : undefined)))
  return usually ? { is: 'usually', on: usually } : { is: 'unknown' }
}

function nextOpening(programme: Programme, last: CallDates | undefined, day: IsoDate): IsoDate | undefined {
  const opens = programme.calendar.find(({ key }) => key === 'opens')
  if (!opens) return undefined
  const from = last ? last.fiscal_year + 1 : fiscalYearOf(day)
  return [from, from + 1, from + 2].map((year) => calendarDay(opens, year)).find((on) => on > day)
}

/** Returns the date of a calendar entry in a fiscal year: 2月28日 of 令和8年度 is in 2027. */
export function calendarDay(entry: { month: number; day: number; yearAfter: number }, fiscalYear: number): IsoDate {
  const year = fiscalYear + entry.yearAfter + (entry.month >= 4 ? 0 : 1)
  const last = new Date(Date.UTC(year, entry.month, 0)).getUTCDate()
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${year}-${pad(entry.month)}-${pad(Math.min(entry.day, last))}`
}

export const takesProposals = (programme: Programme) => programme.tracks.length > 0 && programme.status !== 'ended'

/** Returns default days for a new call from the calendar: this fiscal year's, or next year's once they are past. */
export function suggestedCall(
  programme: Programme,
  on: IsoDate,
): { fiscal_year: number; opens_on?: IsoDate; closes_on?: IsoDate } {
  const entry = (key: string) => programme.calendar.find((one) => one.key === key)
  const [opens, closes] = [entry('opens'), entry('closes')]
  const day = (one: typeof opens, year: number) => (one ? calendarDay(one, year) : undefined)
  const now = fiscalYearOf(on)
  const fiscal_year = (day(closes, now) ?? on) < on ? now + 1 : now
  return { fiscal_year, opens_on: day(opens, fiscal_year), closes_on: day(closes, fiscal_year) }
}
