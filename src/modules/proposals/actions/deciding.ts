import type { Act } from '../../../platform/actor.ts'
import { atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { fiscalYearOf, today } from '../../../platform/time/index.ts'
import { type Charter, programme as programmeOf } from '../../charters/index.ts'
import type { DecisionInput, WithdrawalInput } from '../forms.ts'
import { type Decision, decisions } from '../lifecycle.ts'
import type { Proposal } from '../tables.ts'
import { forProposer, moveProposal } from './moving.ts'
import { searchableProposal } from './publishing.ts'

/** The decisions that the programme knows; where the charter names none, all of them. */
export function offeredDecisions(charter: Charter, programmeKey: string): readonly Decision[] {
  const named = programmeOf(charter, programmeKey)?.decisions.map(({ key }) => key.replaceAll('-', '_')) ?? []
  return named.length ? decisions.filter((one) => named.includes(one)) : decisions
}

/** The city's answer, always with its reasons; its letter is numbered in the same transaction. */
export async function decideProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  charter: Charter,
  input: DecisionInput,
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    if (!offeredDecisions(charter, proposal.programme).includes(input.decision))
      throw new Invalid({ decision: '決定を、示された中から選んでください。' })
    if (input.decided_on > today(now)) throw new Invalid({ decided_on: '決定した日は、今日までの日にしてください。' })
    const conditions = input.decision === 'conditionally_adopted' ? input.conditions : ''
    const letter_year = fiscalYearOf(input.decided_on)
    const letter_number = await nextNumber(tx, 'letter', letter_year)
    const fields = {
      decision: input.decision,
      reasons: input.reasons,
      conditions,
      decided_on: input.decided_on,
      letter_year,
      letter_number,
    }
    const released_on = input.released_on ?? input.decided_on
    const done = await moveProposal(tx, { actor, now }, proposal, 'decide', { ...fields, released_on })
    await tx
      .insertInto('proposal_decisions')
      .values({ city_id: cityOf(tx), id: newId(), proposal_id: proposal.id, ...fields, at: now })
      .execute()
    record(tx, { actor, now }, 'proposal.decided', done, {
      public: { decision: input.decision, on: input.decided_on },
    })
    return done
  })
}

/** A deferred proposal is taken up again. */
export async function resumeReview({ db, actor, now }: Act, proposal: Proposal): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const done = await moveProposal(tx, { actor, now }, proposal, 'resume', {
      decision: null,
      decided_on: null,
      released_on: null,
    })
    record(tx, { actor, now }, 'proposal.review-resumed', done, {})
    return done
  })
}

/** The proposer takes it back, until it is decided (取下げ). */
export async function withdrawProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  input: WithdrawalInput,
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const done = await moveProposal(tx, { actor, now }, proposal, 'withdraw', { withdrawal: input.reason })
    record(tx, { actor: forProposer(actor, proposal), now }, 'proposal.withdrawn', done, { reason: input.reason })
    return done
  })
}

/** What was begun from an adopted proposal is noted on it, in the transaction that begins it; so its page leads there. */
export function leadOn(
  tx: Db,
  { actor, now }: Pick<Act, 'actor' | 'now'>,
  proposal: { id: string },
  to: { agreement_id: string } | { project: string },
): void {
  record(tx, { actor, now }, 'proposal.led-on', proposal, to)
}

/** After adoption the proposer steps back (辞退). */
export async function declineProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  charter: Charter,
  input: WithdrawalInput,
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const done = await moveProposal(tx, { actor, now }, proposal, 'decline', { withdrawal: input.reason })
    record(tx, { actor: forProposer(actor, proposal), now }, 'proposal.declined', done, { reason: input.reason })
    if (done.published_at) await putSearch(tx, searchableProposal(done, charter))
    return done
  })
}
