import { z } from 'zod'
import { drawn, fields, reasonField } from '../../../platform/fields/index.ts'
import { dateLabel, today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { limits } from '../evaluation/typed.ts'
import { extended } from '../events.ts'
import { mayExtend } from '../may.ts'
import { evaluation } from '../subject.tsx'
import type { Round } from '../tables.ts'
import { changeRound, changeSeats, noteOnProject } from '../writes/round.ts'

export const extendEvaluation = action(evaluation, {
  path: 'extension',
  moves: 'extend',
  who: mayExtend,
  form: z.object({
    due_on: drawn(fields.date('新しい期日'), { as: 'date', label: '新しい期日', required: true }),
    reason: reasonField('期日を延ばす理由', limits.reason),
  }),
  wrong: (round, { due_on }, now) => ({ due_on: due_on && wrongDay(round, due_on, now) }),
  label: '期日を延ばす',
  confirm: '延ばす',
  tone: 'quiet',
  before: ({ thing }) => [
    `いまの期日は、${dateLabel(thing.due_on)}です。`,
    'まだ回答していない方には、新しい期日の1週間前に、もう一度メールでお知らせします。',
  ],
  undo: { never: '延ばした期日を、早めることはできません。' },
  do: async (act, round, { due_on, reason }) => {
    const waiting = round.seats.filter(({ answered_at }) => answered_at === null)
    await changeRound(act.tx, round, { due_on })
    await changeSeats(act.tx, waiting, { reminded_on: null })
    await noteOnProject(act, round.id)
    return extended({ year: round.year, due_on, reason })
  },
  done: '期日を延ばしました。',
})

function wrongDay({ due_on }: Round, day: string, now: Date): string | undefined {
  if (day <= due_on) return '新しい期日は、いまの期日より後にしてください。'
  return day < today(now) ? '新しい期日は、今日より前の日にできません。' : undefined
}
