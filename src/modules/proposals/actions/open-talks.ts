import { z } from 'zod'
import { drawn, fields } from '../../../platform/fields/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { MESSAGE_LIMIT } from '../../talks/index.ts'
import { talksOpened } from '../events.ts'
import { messageMail, talksMail } from '../letters.ts'
import { mayLeadTalks } from '../may.ts'
import { isProposer } from '../proposal/proposal.ts'
import { asWhom, proposal } from '../subject.tsx'
import { moveProposal } from '../writes/proposal.ts'
import { writeToTalks } from '../writes/talks.ts'

/** Starts the talks; a first message is optional. */
export const openTalks = action(proposal, {
  path: 'talks',
  moves: 'openTalks',
  who: mayLeadTalks,
  form: z.object({
    text: drawn(fields.optionalText(MESSAGE_LIMIT), {
      as: 'text',
      label: 'はじめのメッセージ',
      rows: 5,
      maxlength: MESSAGE_LIMIT,
      hint: '顔合わせの候補日や、確かめたいことを書いておくと、話が早く進みます。',
    }),
  }),
  label: '話し合いを始める',
  question: '団体との話し合いを始めますか',
  leave: '始めずに戻る',
  before: () => [
    '団体と担当課が、メッセージをやりとりできるようになります。',
    '話し合いの間、団体は提案の内容を改められます。',
  ],
  undo: { never: '話し合いを始めたことは、元に戻せません。' },
  do: async (act, one, { text }) => {
    await moveProposal(act, one)
    const begun = talksOpened({ public: {} })
    if (!text) return begun
    const message = await writeToTalks(act, one, { side: 'city', kind: 'message', text, met_on: null, files: [] })
    return [begun, ...message.happened]
  },
  tells: () => [talksMail, messageMail],
  done: '話し合いを始めました。',
  waits: (row, { actor }) =>
    row.state === 'accepted' && !isProposer(actor, row) ? [{ since: row.state_since, ...asWhom(row, actor) }] : [],
})
