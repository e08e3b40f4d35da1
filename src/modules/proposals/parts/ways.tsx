import { allow } from '../../../platform/ruling.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { label, openToProposals, proposerRuling } from '../../charters/index.ts'
import { callsOf, isAlwaysOpen, isOpen, type PublishedCall } from '../../programmes/index.ts'

/** Returns every track that takes proposals as one choice, each with its closing day. */
export function waysToPropose(frame: Frame, calls: readonly PublishedCall[], partyKind?: string) {
  const { charter, lang, now } = frame
  return openToProposals(charter).flatMap((one) =>
    one.tracks.map((track) => {
      const mine = callsOf(
        calls.filter((call) => call.programme === one.key),
        track.key,
      )
      const open = mine.find((call) => isOpen(call, now))
      const ruling = partyKind ? proposerRuling.why(charter, one.key, partyKind, track.key) : allow()
      const when = open
        ? `受付中です（${dateLabel(open.closes_on)}まで）。`
        : isAlwaysOpen(one, mine)
          ? 'いつでも受け付けています。'
          : 'いまは受付の期間ではありません。下書きは書けます。'
      return {
        value: `${one.key}/${track.key}`,
        label:
          one.tracks.length > 1 ? `${label(one.label, lang)}：${label(track.label, lang)}` : label(one.label, lang),
        hint: ruling.allowed ? when : ruling.because,
        disabled: !ruling.allowed,
      }
    }),
  )
}
