import { z } from 'zod'
import { reasonField } from '../../../platform/fields/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { limits } from '../evaluation/typed.ts'
import { retracted } from '../events.ts'
import { mayRetract } from '../may.ts'
import { evaluation } from '../subject.tsx'
import { changeRound, noteOnProject } from '../writes/round.ts'

export const retractEvaluation = action(evaluation, {
  path: 'retraction',
  who: mayRetract,
  form: z.object({
    reason: reasonField('公表をやめる理由', limits.reason),
  }),
  label: '公表をやめる',
  title: '評価の公表をやめる',
  confirm: '公表をやめる',
  tone: 'quiet',
  danger: true,
  before: () => ['公表したページが、すぐになくなります。', 'もう一度公表することもできます。'],
  undo: { by: 'release' },
  do: async (act, round, { reason }) => {
    await changeRound(act.tx, round, { public_copy: null, published_at: null })
    await noteOnProject(act, round.id)
    return retracted({ year: round.year, reason })
  },
  done: '評価の公表をやめました。',
})
