import { fiscalYearLabel, plainDateLabel, today } from '../../platform/time/index.ts'
import { definePage, flatten, pages, type Request } from '../../platform/web/index.ts'
import { programme } from '../charters/index.ts'
import { makeCall, reviseCall } from './actions.ts'
import { CallForm } from './forms/call.ts'
import { findCall, listPublishedCalls } from './queries.ts'
import { mayMakeCalls, suggestedCall } from './rules.ts'
import { urls } from './urls.ts'
import { CallFormPage } from './views/call.tsx'
import { ProgrammesPage } from './views/list.tsx'
import { ProgrammePage } from './views/programme.tsx'

const asked = (c: Request) => programme(c.charter, c.params.key!)
const shown = (c: Request) => urls.show({ city: c.city.slug, key: c.params.key! })

export const routes = pages({
  [urls.list.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: (c) => listPublishedCalls(c.db, c.city.id),
    view: ProgrammesPage,
  }),
  [urls.newCall.pattern]: definePage({
    who: (actor) => mayMakeCalls.why(actor),
    load: async (c) => {
      const found = asked(c)
      return found && found.tracks.length > 0 ? { programme: found, call: undefined } : undefined
    },
    view: CallFormPage,
    form: CallForm,
    blank: (data, c) => {
      const { fiscal_year, opens_on, closes_on } = suggestedCall(data!.programme, today(c.now))
      return flatten({
        opens_on: opens_on && plainDateLabel(opens_on),
        closes_on: closes_on && plainDateLabel(closes_on),
        fiscal_year: fiscalYearLabel(fiscal_year, c.charter.city.eraChange),
      })
    },
    submit: async (c, input, data) => {
      await makeCall(c, data.programme, input)
      return { to: shown(c), flash: '受付の日程を公開しました。' }
    },
  }),
  [urls.editCall.pattern]: definePage({
    who: mayMakeCalls.why,
    load: async (c) => {
      const found = asked(c)
      const call = found && (await findCall(c.db, found.key, c.params.call!))
      return found && call ? { programme: found, call } : undefined
    },
    view: CallFormPage,
    form: CallForm,
    blank: ({ call }, c) =>
      flatten({
        track: call.track,
        note: call.note,
        opens_on: plainDateLabel(call.opens_on),
        closes_on: plainDateLabel(call.closes_on),
        fiscal_year: fiscalYearLabel(call.fiscal_year, c.charter.city.eraChange),
      }),
    revision: ({ call }) => String(call.revision),
    submit: async (c, input, data) => {
      await reviseCall(c, data.programme, data.call, input)
      return { to: shown(c), flash: '受付の日程を変えました。' }
    },
  }),
  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const found = asked(c)
      return found && { programme: found, calls: await listPublishedCalls(c.db, c.city.id, found.key) }
    },
    view: ProgrammePage,
  }),
})
