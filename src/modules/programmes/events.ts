import { publicEvent } from '../../platform/record/event.ts'
import type { Call } from './tables.ts'

type Dates = Pick<Call, 'programme' | 'track' | 'fiscal_year' | 'opens_on' | 'closes_on'>

export const callMade = publicEvent<Record<never, never>, Dates>('call.made', () => '受付の日程を公開しました')

export const callRevised = publicEvent<Record<never, never>, Dates & { before: Pick<Call, 'opens_on' | 'closes_on'> }>(
  'call.revised',
  () => '受付の日程を変えました',
)

/** What can happen to a call. */
export const events = [callMade, callRevised] as const

/** What its entries say of a call. */
export const datesOf = ({ programme, track, fiscal_year, opens_on, closes_on }: Call): Dates => ({
  programme,
  track,
  fiscal_year,
  opens_on,
  closes_on,
})
