import { action } from '../../../platform/web/action/index.ts'
import { seatsOf } from '../evaluation/seats.ts'
import { consented } from '../events.ts'
import { mayConsent } from '../may.ts'
import { evaluation } from '../subject.tsx'
import { publishedParts } from '../words.ts'
import { changeSeats } from '../writes/round.ts'

export const consentToRelease = action(evaluation, {
  path: 'consent',
  who: mayConsent,
  label: '公表に同意する',
  before: ({ thing }) => [
    `公表されるのは、${publishedParts(thing.charter)}です。`,
    '話し合いに出た方のお名前は載りません。',
  ],
  undo: { never: '同意したことは、取り消せません。公表をやめてほしいときは、協働の担当課にご連絡ください。' },
  do: async (act, round) => {
    const seats = seatsOf(act.actor, round).filter(({ consented_at }) => consented_at === null)
    await changeSeats(act.tx, seats, { consented_at: act.now })
    return consented({ year: round.year, sides: seats.map(({ name }) => name) })
  },
  done: '公表に同意しました。',
  waits: ({ what, since, who }) => (what === 'consent' ? [{ kind: '評価の公表について答える', since, who }] : []),
})
