import { asJson, cityOf, newId } from '../../../platform/db/index.ts'
import { ensure } from '../../../platform/ruling.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { today } from '../../../platform/time/index.ts'
import { mayCorrectTo } from '../may.ts'
import { changesBetween, correctedBy, decidedOn, isReleased, publicDecision } from '../proposal/decision.ts'
import type { Annulled, Corrected } from '../proposal/documents.ts'
import { searchableProposal } from '../proposal/searchable.ts'
import type { CorrectionInput } from '../proposal/typed.ts'
import { getDecision } from '../queries/decisions.ts'
import type { Proposal } from '../tables.ts'
import { keepDecision, takeLetterNumber } from './decision.ts'
import { changeProposal, moveProposal, type ProposalAct } from './proposal.ts'

/** Checks a correction; 422 where it changes nothing or cannot be, 409 where something began from an adoption. */
export function correctionOf(
  { actor, now }: Pick<ProposalAct, 'actor' | 'now'>,
  one: Proposal,
  input: CorrectionInput,
): Corrected {
  const on = today(now)
  const is = correctedBy(one, input)
  ensure(mayCorrectTo.why(actor, one, is.decision))
  return { on, reason: input.reason, changes: changesBetween(one, decidedOn(one), is), is }
}

/** Writes the corrected decision and its letter's number; updates the public page if it was released. */
export async function putCorrection(act: ProposalAct, one: Proposal, correction: Corrected): Promise<Corrected> {
  const { on, reason, is } = correction
  const wrong = await getDecision(act.tx, one.id)
  const letter = await takeLetterNumber(act.tx, on)
  const published = isReleased(one) ? { public_decision: asJson(publicDecision(is, { on, reason })) } : {}
  const row = await changeProposal(act.tx, one, { ...is, ...letter, ...published })
  await keepDecision(act, one, is, { ...letter, corrects: wrong.id, reason })
  if (row.published_at) await putSearch(act.tx, searchableProposal(row, one.charter))
  return { ...correction, letter }
}

/** Writes the annulment; the released decision stays public, marked as annulled. */
export async function putAnnulment(act: ProposalAct, one: Proposal, { on, reason }: Annulled): Promise<Annulled> {
  const { tx, now } = act
  const taken = await getDecision(tx, one.id)
  const letter = await takeLetterNumber(tx, on)
  const { letter_year, letter_number } = letter
  await tx
    .insertInto('proposal_annulments')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      proposal_id: one.id,
      decision_id: taken.id,
      reason,
      letter_year,
      letter_number,
      at: now,
    })
    .execute()
  const published = isReleased(one)
    ? { ...one.public_decision, annulled_on: on, annulment: reason }
    : one.public_decision
  const none = { decision: null, decided_on: null, released_on: null, reasons: '', conditions: '' }
  const row = await moveProposal(act, one, { ...none, public_decision: published && asJson(published) })
  if (row.published_at) await putSearch(tx, searchableProposal(row, one.charter))
  return { on, reason, letter }
}
