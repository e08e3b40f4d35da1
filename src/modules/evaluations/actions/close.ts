import { z } from 'zod'
import { drawn, fields } from '../../../platform/fields/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { isCounted, quoted, requiredAnswered } from '../evaluation/seats.ts'
import { limits } from '../evaluation/typed.ts'
import { closedMail, openedMail } from '../letters/sides.ts'
import { mayClose } from '../may.ts'
import { getRound } from '../queries/one.ts'
import { evaluation } from '../subject.tsx'
import { openAnswers } from '../writes/round.ts'

/** Closes and opens an evaluation after its deadline, or once every required seat has answered. */
export const closeEvaluation = action(evaluation, {
  path: 'closing',
  moves: 'close',
  who: mayClose,
  form: z.object({
    reason: drawn(fields.optionalText(limits.reason), {
      as: 'text',
      label: '締め切る事情',
      hint: 'かかわる方が読みます。',
      maxlength: limits.reason,
      rows: 3,
    }),
  }),
  label: '締め切って開く',
  tone: 'quiet',
  danger: true,
  before: ({ thing }) => [
    `${quoted(thing.seats.filter((seat) => !isCounted(seat)))}の回答は、まだありません。「回答がありませんでした」と表示されます。`,
    'いまある回答が、全員に同時に開かれます。',
    'あとから届いた回答は残しますが、数えません。',
  ],
  undo: { never: '開いた回答を、元には戻せません。' },
  do: async (act, round, { reason }) => {
    const happened = await openAnswers(act, round, requiredAnswered(round.seats) ? 'open' : 'close', reason)
    return made(happened, await getRound(act.tx, round.id))
  },
  tells: () => [openedMail, closedMail],
  done: '締め切って、回答を開きました。',
})
