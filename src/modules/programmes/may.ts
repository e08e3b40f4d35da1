import type { Actor } from '../../platform/actor.ts'
import { allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { endOfDayInJapan, fiscalYearLabel, plainDateLabel, startOfDayInJapan } from '../../platform/time/index.ts'
import type { Programme } from '../charters/index.ts'
import { isSection } from '../parties/index.ts'
import { type CallDates, callsOf, isAlwaysOpen, openCall } from './programme/reception.ts'

export const mayMakeCalls = rule((actor: Actor) =>
  isSection(actor) ? allow() : deny('募集の日程を決められるのは、協働の担当課の職員だけです。'),
)

/** Allows a submission for a track at an instant; outside a call nobody may, and the refusal names the next or last. */
export const receptionRuling = rule((programme: Programme, track: string, calls: readonly CallDates[], at: Date) => {
  if (programme.status === 'ended') return notNow(`「${programme.label.ja}」は終了しています。`)
  if (isAlwaysOpen(programme, calls) || openCall(calls, track, at)) return allow()
  const mine = callsOf(calls, track)
  const next = mine
    .filter((call) => at < startOfDayInJapan(call.opens_on))
    .sort((a, b) => a.opens_on.localeCompare(b.opens_on))[0]
  const opens = next ? `次の受付は${plainDateLabel(next.opens_on)}からです。` : ''
  const last = mine
    .filter((call) => at >= endOfDayInJapan(call.closes_on))
    .sort((a, b) => b.closes_on.localeCompare(a.closes_on))[0]
  if (!last)
    return notNow(
      `まだ受付が始まっていません。${opens || '受付の日程が決まりましたら、募集のページでお知らせします。'}`,
    )
  return notNow(
    `${fiscalYearLabel(last.fiscal_year)}の受付は、${plainDateLabel(last.closes_on)}で終わりました。${opens}`,
  )
})
