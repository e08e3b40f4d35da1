import { cityOf } from '../../../platform/db/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { action } from '../../../platform/web/action/index.ts'
import { ActList } from '../../../site/index.ts'
import { callRevised, datesOf, events } from '../events.ts'
import { mayMakeCalls } from '../may.ts'
import { CallForm, callInWords, callWording, fieldsFrom, sameCall, trackOf, wrongClosing } from '../programme/call.ts'
import { call } from '../subject.tsx'
import { urls } from '../urls.ts'
import { CallFields } from './make-call.page.tsx'

export const reviseCall = action(call, {
  path: 'edit',
  who: mayMakeCalls,
  load: ({ db }, { id }) => entriesOf(db, [{ kind: 'call', id }]),
  form: CallForm,
  wrong: ({ closes_on }, input, now) => wrongClosing(closes_on, input, now),
  edits: ({ thing }) => fieldsFrom(thing.offer.charter, thing),
  wording: ({ thing }) => callWording(thing.offer.programme),
  entered: ({ offer }, input) => callInWords(offer, input),
  label: '受付の日程を変える',
  confirm: '日程を変える',
  before: () => ['変えた日程は、募集のページですぐに公開されます。'],
  fields: ({ form, frame, thing }) => <CallFields form={form} frame={frame} programme={thing.offer.programme} />,
  foot: ({ frame, thing, extra }) => (
    <ActList subject={call.url(call.at(frame.city.slug, thing))} entries={extra} events={events} />
  ),
  undo: { by: 'edit' },
  do: async ({ tx }, { id, revision, offer, opens_on, closes_on }, input) => {
    const track = trackOf(offer.programme, input)
    const same = await tx
      .selectFrom('calls')
      .select('id')
      .where('city_id', '=', cityOf(tx))
      .where('programme', '=', offer.programme.key)
      .where('fiscal_year', '=', input.fiscal_year)
      .where('opens_on', '=', input.opens_on)
      .where((eb) => (track === null ? eb('track', 'is', null) : eb('track', '=', track)))
      .where('id', '<>', id)
      .executeTakeFirst()
    if (same) throw new Invalid({ opens_on: sameCall })
    const revised = await tx
      .updateTable('calls')
      .set({ ...input, track, revision: revision + 1 })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return callRevised({ ...datesOf(revised), before: { opens_on, closes_on }, public: {} })
  },
  done: '受付の日程を変えました。',
  then: urls.show,
})
