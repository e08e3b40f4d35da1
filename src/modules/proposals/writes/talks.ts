import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Uploaded } from '../../../platform/uploads/index.ts'
import { made, type Outcome } from '../../../platform/web/action/index.ts'
import { listDepartments } from '../../parties/index.ts'
import { putMessage } from '../../talks/index.ts'
import { messageWritten, met } from '../events.ts'
import { isProposer } from '../proposal/proposal.ts'
import type { Proposal, Side } from '../tables.ts'
import type { ProposalAct } from './proposal.ts'

interface NewMessage {
  side: Side
  kind: 'message' | 'meeting'
  text: string
  met_on: string | null
  files: readonly Uploaded[]
}

/** Writes a message into the talks in the name of a side; returns its id. */
export async function writeToTalks(
  { tx, actor, now }: Pick<ProposalAct, 'tx' | 'actor' | 'now'>,
  one: Proposal,
  message: NewMessage,
): Promise<Outcome<string>> {
  const { side, kind } = message
  const entered = side === 'proposer' && !isProposer(actor, one)
  const id = await putMessage(
    { db: tx, actor, now },
    { kind: 'proposal', id: one.id },
    {
      ...message,
      audience: 'parties',
      written_by: entered ? `${actor.name}（代わって入力）` : actor.name,
      stands_for: side === 'proposer' ? one.party_name : await officeOf(tx, actor),
    },
  )
  return made((kind === 'meeting' ? met : messageWritten)({ side, message_id: id }), id)
}

async function officeOf(tx: Db, actor: Actor): Promise<string> {
  const ids = actor.posts.map((post) => post.department_id)
  const departments = await listDepartments(tx)
  const own = departments.find((one) => ids.includes(one.id)) ?? departments.find((one) => one.unit === 'city')
  return own?.name ?? ''
}
