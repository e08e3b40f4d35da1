import type { Selectable } from 'kysely'
import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { fiscalYearOf, type IsoDate } from '../../../platform/time/index.ts'
import type { ProposalDecisionsTable, ProposalRow } from '../tables.ts'
import type { ProposalAct } from './proposal.ts'

/** Takes the next letter number; within the act, so that no number is lost. */
export async function takeLetterNumber(tx: Db, letter_on: IsoDate) {
  const letter_year = fiscalYearOf(letter_on)
  return { letter_year, letter_number: await nextNumber(tx, 'letter', letter_year), letter_on }
}

type Kept = Pick<Selectable<ProposalDecisionsTable>, 'decision' | 'reasons' | 'conditions' | 'decided_on'>

/** Adds a decision to the history: the first, one after another, or a correction. */
export async function keepDecision(
  { tx, now }: Pick<ProposalAct, 'tx' | 'now'>,
  { id }: Pick<ProposalRow, 'id'>,
  { decision, reasons, conditions, decided_on }: Kept,
  rest: { letter_year: number; letter_number: number; corrects?: string; reason?: string },
): Promise<void> {
  const { letter_year, letter_number, corrects = null, reason = '' } = rest
  await tx
    .insertInto('proposal_decisions')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      proposal_id: id,
      decision,
      reasons,
      conditions,
      decided_on,
      letter_year,
      letter_number,
      corrects,
      reason,
      at: now,
    })
    .execute()
}
