import type { Db } from '../../../platform/db/index.ts'
import { letterLabel, nextNumber } from '../../../platform/numbers/index.ts'
import { fiscalYearOf, type IsoDate, today } from '../../../platform/time/index.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import { annulDecision, correctDecision, type Inside, type ProjectState, putDecision } from '../../projects/index.ts'
import { type Decided, isDecidedByCity } from '../evaluation/future.ts'
import { lifecycle } from '../lifecycle.ts'
import { findConditions } from '../queries/future.ts'
import type { Future, Round } from '../tables.ts'
import { changeRound, renewCopy } from './round.ts'

/** The project after the decision, and the number of the letter if there is one. */
interface WrittenDecision {
  project: Inside
  number: string | undefined
}

/** Writes the decision on a project, and updates its evaluation and the released copy. */
export async function writeDecision(
  act: Acting<ProjectState>,
  one: Future,
  decided: Decided,
): Promise<WrittenDecision> {
  const { committee_on, ...made } = await withConditions(act, one, decided)
  const project = await putDecision(act, one.project, made)
  await concludeRound(act, one.round, committee_on)
  return { project, number: await takeNumber(act.tx, one, decided.decided_on) }
}

/** Writes a correction of the decision, and updates the same rows. */
export async function writeCorrection(
  act: Acting<ProjectState>,
  one: Future,
  decided: Decided,
  because: string,
): Promise<WrittenDecision> {
  const { committee_on, ...made } = await withConditions(act, one, decided)
  const project = await correctDecision(act, one.project, { ...made, because })
  await concludeRound(act, one.round, committee_on)
  return { project, number: await takeNumber(act.tx, one, today(act.now)) }
}

/** Annuls the decision; project and evaluation return to their states before it. */
export async function writeAnnulment(
  act: Acting<ProjectState>,
  one: Future,
  because: string,
): Promise<WrittenDecision> {
  const project = await annulDecision(act, one.project, because)
  await reopenRound(act, one.round)
  return { project, number: await takeNumber(act.tx, one, today(act.now)) }
}

/** Adds the charter's conditions for a continuation that are met. */
const withConditions = async ({ tx }: Acting, one: Future, decided: Decided) => ({
  ...decided,
  ...(await findConditions(tx, one, decided.committee_on)),
})

async function concludeRound(
  { tx, now }: Pick<Acting, 'tx' | 'now'>,
  round: Round | undefined,
  committee_on: string | null,
): Promise<void> {
  if (!round) return
  const decided = round.state === 'opened' || round.state === 'talked'
  const moved = decided ? { state: lifecycle.move(round.state, 'decide'), state_since: now } : {}
  if (round.state !== 'answering') await changeRound(tx, round, { ...moved, committee_on })
  await renewCopy(tx, round.id)
}

async function reopenRound({ tx, now }: Pick<Acting, 'tx' | 'now'>, round: Round | undefined): Promise<void> {
  if (!round) return
  if (round.state === 'decided') {
    const state = lifecycle.move(round.state, round.talked_on ? 'annul' : 'annulUntalked')
    await changeRound(tx, round, { state, state_since: now, committee_on: null })
  }
  await renewCopy(tx, round.id)
}

/** Takes a number such as 8川協推第12号 from the series of all letters of the fiscal year. */
async function takeNumber(tx: Db, one: Future, on: IsoDate): Promise<string | undefined> {
  if (!isDecidedByCity(one)) return undefined
  const { numberPrefix, eraChange } = one.charter.city
  const fiscal_year = fiscalYearOf(on)
  return letterLabel(numberPrefix, { fiscal_year, number: await nextNumber(tx, 'letter', fiscal_year) }, eraChange)
}
