import type { Db } from '../../../platform/db/index.ts'
import { fiscalYearEnd, type IsoDate, parseFiscalYear, parseJapaneseDate } from '../../../platform/time/index.ts'
import { getCharter } from '../../charters/index.ts'
import { answersByMeaning, findProposalById } from '../../proposals/index.ts'
import { type AnswerRow, targetFrom } from '../../questionnaires/index.ts'
import { limits } from '../project/limits.ts'
import type { PlannedTarget, Target } from '../tables.ts'

/** Returns a proposal's targets; a value without another word means at least that value. */
export async function listProposedTargets(db: Db, proposalId: string): Promise<PlannedTarget[]> {
  const proposal = await findProposalById(db, proposalId)
  if (!proposal) return []
  const rows = answersByMeaning(await getCharter(db, proposal.charter_id), proposal).rows('targets')
  return rows.filter(({ indicator }) => indicator).map(plannedTargetOf)
}

function plannedTargetOf(row: AnswerRow): PlannedTarget {
  const { indicator, value, unit, direction, by } = targetFrom(row)
  const whole = unit.length <= limits.unit ? { value, unit } : { value: row.value ?? '', unit: '' }
  return { indicator, ...whole, direction, by_on: parseJapaneseDate(by) ?? yearEndOf(by) }
}

/** Reads 「令和9年度末」 and 「令和9年度中」 as the last day of that year. */
function yearEndOf(words: string): IsoDate | null {
  const year = /年度/.test(words) ? parseFiscalYear(words.replace(/(末|中|末まで|中に)$/, '')) : undefined
  return year === undefined ? null : fiscalYearEnd(year)
}

/** Answers whether the targets are still the proposal's and without results, so that an agreement may replace them. */
export async function areAsProposed(
  db: Db,
  { proposal_id, targets }: { proposal_id: string | null; targets: readonly Target[] },
): Promise<boolean> {
  const proposed = proposal_id ? await listProposedTargets(db, proposal_id) : []
  const plain = (one: PlannedTarget | undefined) =>
    one && [one.indicator, one.value, one.unit, one.direction, one.by_on].join()
  return (
    targets.length === proposed.length &&
    targets.every((target, at) => target.result === null && plain(target) === plain(proposed[at]))
  )
}
