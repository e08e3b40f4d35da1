import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import { action } from '../../../platform/web/action/index.ts'
import { MessageForm, wrongMeeting } from '../../talks/index.ts'
import { meetingMail, messageMail } from '../letters.ts'
import { mayWriteMessage } from '../may.ts'
import { entersFor, forProposer, isProposer } from '../proposal/proposal.ts'
import { listMessagesOn } from '../queries/talks.ts'
import { asWhom, proposal } from '../subject.tsx'
import { type Proposal, type Side, sides } from '../tables.ts'
import { writeToTalks } from '../writes/talks.ts'
import { MessagePage } from './write-message.page.tsx'

const SidedMessageForm = MessageForm.and(z.object({ side: z.enum(sides).optional() }))

/** Writes a message or the notes of a meeting into the talks. */
export const writeMessage = action(proposal, {
  path: 'messages',
  who: mayWriteMessage,
  load: (c, { id }) => listMessagesOn(c.db, id),
  form: SidedMessageForm,
  wrong: (_, input, now) => wrongMeeting(input, now),
  blank: () => ({ side: 'city' }),
  label: 'メッセージを書く',
  confirm: '送る',
  leave: '送らずに戻る',
  page: MessagePage,
  undo: { never: '送ったメッセージは、取り消せません。まちがえたときは、続けて書いて直してください。' },
  as: (actor, one, { side }) => (sideOf(actor, one, side) === 'proposer' ? forProposer(actor, one) : actor),
  do: (act, one, input) => writeToTalks(act, one, { ...input, side: sideOf(act.actor, one, input.side) }),
  tells: () => [messageMail, meetingMail],
  done: 'メッセージを送りました。',
  waits: (row, { actor }) => {
    const own = isProposer(actor, row) ? 'proposer' : 'city'
    if (row.state !== 'in_talks' || !row.last_at || !row.last_side || row.last_side === own) return []
    const kind = own === 'proposer' ? '市からのメッセージに答える' : '団体からのメッセージに答える'
    return [{ kind, since: row.last_at, ...asWhom(row, actor) }]
  },
})

/** Returns the side that a message speaks for; the section may enter one for the proposer. */
function sideOf(actor: Actor, one: Proposal, asked: Side | undefined): Side {
  if (isProposer(actor, one)) return 'proposer'
  return asked === 'proposer' && entersFor(actor, one) ? 'proposer' : 'city'
}
