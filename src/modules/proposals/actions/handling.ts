import type { Act } from '../../../platform/actor.ts'
import { atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { listDepartments } from '../../parties/index.ts'
import type { CorrectionInput, MessageInput } from '../forms.ts'
import { entersFor, isProposer, mayAssign, mayWriteMessage } from '../rules.ts'
import type { Proposal, Side } from '../tables.ts'
import { changeProposal, forProposer, moveProposal } from './moving.ts'

/** The section takes the proposal in, and gives it to the department it concerns. */
export async function acceptProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  input: { department_id: string },
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const department = input.department_id ? await departmentOf(tx, input.department_id) : undefined
    const changes = department ? { department_id: department.id } : {}
    const done = await moveProposal(tx, { actor, now }, proposal, 'accept', changes)
    record(tx, { actor, now }, 'proposal.accepted', done, { department: department?.name })
    return done
  })
}

/** The section gives the proposal to a department, or to another one. */
export async function assignProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  input: { department_id: string },
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    ensure(mayAssign.why(actor, proposal))
    const department = await departmentOf(tx, input.department_id)
    const done = await changeProposal(tx, proposal, { department_id: department.id })
    record(tx, { actor, now }, 'proposal.assigned', done, { department: department.name })
    return done
  })
}

async function departmentOf(tx: Db, id: string): Promise<{ id: string; name: string }> {
  const found = (await listDepartments(tx)).find((one) => one.id === id)
  if (!found) throw new Invalid({ department_id: '担当課を一覧から選んでください。' })
  return found
}

/** 補正: the section says what must be put right; the proposer corrects it and submits again under the same number. */
export async function returnProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  input: CorrectionInput,
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const done = await moveProposal(tx, { actor, now }, proposal, 'return', input)
    record(tx, { actor, now }, 'proposal.returned', done, {
      correction: input.correction,
      correct_by: input.correct_by,
    })
    return done
  })
}

/** The department or the section begins the talks, with a first word if it likes. */
export async function openTalks(
  { db, actor, now }: Act,
  proposal: Proposal,
  input: { text: string },
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const done = await moveProposal(tx, { actor, now }, proposal, 'openTalks')
    record(tx, { actor, now }, 'proposal.talks-opened', done, {})
    if (input.text)
      await writeMessage({ db: tx, actor, now }, done, { kind: 'message', text: input.text, met_on: null, files: [] })
    return done
  })
}

/** The talks are over for now: the proposal is weighed. */
export async function sendToReview({ db, actor, now }: Act, proposal: Proposal): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const done = await moveProposal(tx, { actor, now }, proposal, 'review')
    record(tx, { actor, now }, 'proposal.review-began', done, {})
    return done
  })
}

/** One word in the talks, or the notes of a meeting; both sides read all of it. */
export async function writeMessage({ db, actor, now }: Act, proposal: Proposal, input: MessageInput): Promise<string> {
  return atomically(db, async (tx) => {
    ensure(mayWriteMessage.why(actor, proposal))
    const side = sideOf({ actor }, proposal, input.side)
    const entered = side === 'proposer' && !isProposer(actor, proposal)
    const acting = side === 'proposer' ? forProposer(actor, proposal) : actor
    const id = newId()
    await tx
      .insertInto('proposal_messages')
      .values({
        city_id: cityOf(tx),
        id,
        proposal_id: proposal.id,
        side,
        kind: input.kind,
        written_by: entered ? `${actor.name}（代わって入力）` : actor.name,
        stands_for: side === 'proposer' ? proposal.party_name : await officeOf(tx, actor),
        account_id: actor.account_id,
        channel: acting.channel,
        met_on: input.kind === 'meeting' ? input.met_on : null,
        text: input.text,
        at: now,
      })
      .execute()
    await attachFiles(tx, { actor, now }, { kind: 'proposal-message', id }, 'attachment', input.files)
    record(
      tx,
      { actor: acting, now },
      input.kind === 'meeting' ? 'proposal.met' : 'proposal.message-written',
      proposal,
      { side, message_id: id },
    )
    return id
  })
}

/** Whose word it is: the proposer's own, the city's, or the proposer's taken down by the section from paper or telephone. */
function sideOf({ actor }: Pick<Act, 'actor'>, proposal: Proposal, asked: Side | undefined): Side {
  if (isProposer(actor, proposal)) return 'proposer'
  return asked === 'proposer' && entersFor(actor, proposal) ? 'proposer' : 'city'
}

async function officeOf(tx: Db, actor: Act['actor']): Promise<string> {
  const ids = actor.posts.map((post) => post.department_id)
  const departments = await listDepartments(tx)
  return (
    departments.find((one) => ids.includes(one.id))?.name ?? departments.find((one) => one.unit === 'city')?.name ?? ''
  )
}
