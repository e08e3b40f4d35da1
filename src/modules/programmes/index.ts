import type { Module } from '../../platform/module.ts'
import { documents } from './outputs.tsx'
import { routes } from './routes.tsx'
import * as rules from './rules.ts'
import { urls } from './urls.ts'

export { makeCall } from './actions.ts'
export { CallForm } from './forms/call.ts'
export { problemsOf, type Sheet, sheetOf, titleFrom, type Written } from './forms/sheet.ts'
export { pdfAnswer } from './outputs.tsx'
export { listCalls, listPublishedCalls } from './queries.ts'
export {
  type CallDates,
  calendarDay,
  callsOf,
  isAlwaysOpen,
  isOpen,
  type Opening,
  openCall,
  openingOf,
  receptionRuling,
} from './rules.ts'
export type { Call, PublishedCall } from './tables.ts'
export { moneyText } from './views/programme.tsx'

/** Programmes: what the charter lets people propose or apply for, and from when to when. */
export const programmes: Module = {
  name: 'programmes',
  rules,
  subjectPages: { call: ({ city, programme }) => (programme ? urls.show({ city, key: programme }) : undefined) },
  routes,
  documents,
  published: { call: 'calls' },
  events: {
    'call.made': { says: () => '受付の日程を公開しました', audience: 'public' },
    'call.revised': { says: () => '受付の日程を変えました', audience: 'public' },
  },
}
