import { cityOf, newId } from '../../../platform/db/index.ts'
import { about } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { callMade, datesOf } from '../events.ts'
import { mayMakeCalls } from '../may.ts'
import { CallForm, callInWords, fieldsFrom, sameCall, trackOf, wrongClosing } from '../programme/call.ts'
import { suggestedCall } from '../programme/reception.ts'
import { offer } from '../subject.tsx'
import { CallFields } from './make-call.page.tsx'

/** Opens a programme for proposals from one day to another; the call is public at once. */
export const makeCall = action(offer, {
  path: 'calls/new',
  who: mayMakeCalls,
  form: CallForm,
  wrong: (_, input, now) => wrongClosing(undefined, input, now),
  blank: ({ thing: { programme, charter } }, { now }) => fieldsFrom(charter, suggestedCall(programme, today(now))),
  entered: callInWords,
  label: '受付の日程を決める',
  confirm: '日程を公開する',
  before: () => ['日程は、募集のページですぐに公開されます。'],
  fields: ({ form, frame, thing }) => <CallFields form={form} frame={frame} programme={thing.programme} />,
  undo: { by: 'edit' },
  do: async ({ tx, actor, now }, { programme }, input) => {
    const call = await tx
      .insertInto('calls')
      .values({
        city_id: cityOf(tx),
        id: newId(),
        programme: programme.key,
        ...input,
        track: trackOf(programme, input),
        revision: 1,
        created_at: now,
        created_by: actor.account_id,
        published_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!call) throw new Invalid({ opens_on: sameCall })
    return made(about(callMade({ ...datesOf(call), public: {} }), call), call)
  },
  done: '受付の日程を公開しました。',
})
