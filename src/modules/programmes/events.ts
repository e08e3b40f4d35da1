import { publicEvent } from '../../platform/record/event.ts'
import type { Call } from './tables.ts'

type Dates = Pick<Call, 'programme' | 'track' | 'fiscal_year' | 'opens_on' | 'closes_on'>

export const callMade = publicEvent<Record<never, never>, Dates>('call.made', () => '受付の日程を公開しました')

export const callRevised = publicEvent<Record<never, never>, Dates & { before: Pick<Call, 'opens_on' | 'closes_on'> }>(
  'call.revised',
  () => '受付の日程を変えました',
)

export const events = [callMade, callRevised] as const

/** Returns the dates of a call for its entries. */
export const datesOf = ({ programme, track, fiscal_year, opens_on, closes_on }: Call): Dates => ({
  programme,
  track,
  fiscal_year,
  opens_on,
  closes_on,
})
