import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made, type Outcome } from '../../../platform/web/action/index.ts'
import { listDepartments } from '../../parties/index.ts'
import { messageWritten, met } from '../events.ts'
import { meetingMail, messageMail } from '../letters.ts'
import { mayWriteMessage } from '../may.ts'
import { limits } from '../proposal/draft.ts'
import { entersFor, forProposer, isProposer } from '../proposal/standing.ts'
import { listMessages } from '../queries/talks.ts'
import { proposal, standsFor } from '../subject.tsx'
import type { Proposal, Side } from '../tables.ts'
import type { ProposalAct } from '../writes/proposal.ts'
import { MessagePage } from './write-message.page.tsx'

const MessageForm = z
  .object({
    kind: z.enum(['message', 'meeting']).default('message'),
    text: fields.text({ missing: '伝えたいことを書いてください。' }, limits.message),
    met_on: fields.optionalDate({ missing: '話し合った日を、年月日で入力してください。' }),
    side: z.enum(['proposer', 'city']).optional(),
    files: fields.files(),
  })
  .refine((input) => input.kind !== 'meeting' || input.met_on !== null, {
    path: ['met_on'],
    message: '話し合った日を入力してください。',
  })
type MessageInput = z.output<typeof MessageForm>

/** One word in the talks, or the notes of a meeting; both sides read all of it. */
export const writeMessage = action(proposal, {
  path: 'messages',
  who: mayWriteMessage,
  load: (c, one) => listMessages(c.db, one.id),
  form: MessageForm,
  blank: () => ({ side: 'city' }),
  label: 'メッセージを書く',
  confirm: '送る',
  leave: '送らずに戻る',
  page: MessagePage,
  undo: { never: '送ったメッセージは、取り消せません。まちがえたときは、続けて書いて直してください。' },
  as: (actor, one, { side }) => (sideOf(actor, one, side) === 'proposer' ? forProposer(actor, one) : actor),
  do: (act, one, input) => putMessage(act, one, { ...input, side: sideOf(act.actor, one, input.side) }),
  tells: () => [messageMail, meetingMail],
  done: 'メッセージを送りました。',
  waits: (row, { actor }) => {
    const own = isProposer(actor, row) ? 'proposer' : 'city'
    if (row.state !== 'in_talks' || !row.last_at || !row.last_side || row.last_side === own) return []
    const kind = own === 'proposer' ? '市からのメッセージに答える' : '団体からのメッセージに答える'
    return [{ kind, since: row.last_at, ...standsFor(row, actor) }]
  },
})

/** Whose word it is: the proposer's own, the city's, or the proposer's taken down by the section from paper or telephone. */
function sideOf(actor: Actor, one: Proposal, asked: Side | undefined): Side {
  if (isProposer(actor, one)) return 'proposer'
  return asked === 'proposer' && entersFor(actor, one) ? 'proposer' : 'city'
}

/** Writes the word down; its id is what was made. */
export async function putMessage(
  { tx, actor, now }: Pick<ProposalAct, 'tx' | 'actor' | 'now'>,
  one: Proposal,
  { kind, text, met_on, side, files }: MessageInput & { side: Side },
): Promise<Outcome<string>> {
  if (kind === 'meeting' && met_on && met_on > today(now))
    throw new Invalid({ met_on: '話し合った日は、今日までの日にしてください。' })
  const entered = side === 'proposer' && !isProposer(actor, one)
  const id = newId()
  await tx
    .insertInto('proposal_messages')
    .values({
      city_id: cityOf(tx),
      id,
      proposal_id: one.id,
      side,
      kind,
      written_by: entered ? `${actor.name}（代わって入力）` : actor.name,
      stands_for: side === 'proposer' ? one.party_name : await officeOf(tx, actor),
      account_id: actor.account_id,
      channel: actor.channel,
      met_on: kind === 'meeting' ? met_on : null,
      text,
      at: now,
    })
    .execute()
  await attachFiles(tx, { actor, now }, { kind: 'proposal-message', id }, 'attachment', files)
  return made((kind === 'meeting' ? met : messageWritten)({ side, message_id: id }), id)
}

async function officeOf(tx: Db, actor: Actor): Promise<string> {
  const ids = actor.posts.map((post) => post.department_id)
  const departments = await listDepartments(tx)
  const own = departments.find((one) => ids.includes(one.id)) ?? departments.find((one) => one.unit === 'city')
  return own?.name ?? ''
}
