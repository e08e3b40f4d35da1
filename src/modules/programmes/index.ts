import type { Module } from '../../platform/module.ts'
import { pagesOf } from '../../platform/web/action/index.ts'
import { actSheets } from '../../site/index.ts'
import { groundLabel, label } from '../charters/index.ts'
import { isStaff } from '../parties/index.ts'
import { actions } from './actions/index.ts'
import { events } from './events.ts'
import * as rules from './may.ts'
import { documents } from './outputs.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { call } from './subject.tsx'
import { urls } from './urls.ts'

export { makeCall } from './actions/index.ts'
export { receptionRuling } from './may.ts'

export {
  calendarDay,
  callsOf,
  isAlwaysOpen,
  isOpen,
  type Opening,
  openCall,
  openingOf,
} from './programme/reception.ts'
export { problemsOf, type Sheet, sheetOf, titleFrom } from './programme/sheet.ts'
export { listCalls, listPublishedCalls } from './queries.ts'
export type { PublishedCall } from './tables.ts'

/** Programmes of the charter, through which people propose or apply, and their calls. */
export const programmes: Module = {
  name: 'programmes',
  actions,
  rules,
  subjectPages: { call: ({ city, programme }) => (programme ? urls.show({ city, key: programme }) : undefined) },
  routes: {
    [urls.list.pattern]: listPage,
    ...pagesOf(actions),
    [urls.show.pattern]: showPage,
    ...actSheets(call, {
      who: rules.mayMakeCalls,
      title: ({ offer }) => label(offer.programme.label),
      events,
      ground: ({ offer }, ground) => groundLabel(offer.charter, ground),
    }),
  },
  documents,
  ways: ({ actor, city }) =>
    isStaff(actor) ? [] : [{ href: urls.list({ city: city.slug }), label: '新しく提案する', place: 'first' }],
  published: { call: 'calls' },
  events,
}
