import type { Actor } from '../../../platform/actor.ts'
import { addDays, fiscalYearAscii, fiscalYearEnd, fiscalYearLabel } from '../../../platform/time/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { isStaff } from '../../parties/index.ts'
import { type Inside, projectRef } from '../../projects/index.ts'
import type { WaitingEvaluation } from '../queries/waiting.ts'
import type { Round, Year } from '../tables.ts'

/** How a year stands in addresses: `r8`. */
export const yearInUrl = (year: number): string => fiscalYearAscii(year)

/** Where the pages of a year are, and where what waits in it leads. */
export const placeOf = (city: string, one: Pick<Year, 'project' | 'year'> | WaitingEvaluation) => ({
  city,
  ref: projectRef('project' in one ? one.project : one),
  year: yearInUrl(one.year),
})

/** 令和8年度の相互検証 */
export const titleOf = ({ charter, year }: Pick<Year, 'charter' | 'year'>): string =>
  `${fiscalYearLabel(year)}の${word(charter, 'evaluation')}`

/** Whether the evaluation of the year has begun. */
export const isRound = (one: Year | Round): one is Round => 'seats' in one

/** The years of a project that have no evaluation yet. */
export const yearsToEvaluate = (project: Pick<Inside, 'fiscal_years' | 'evaluations'>): number[] =>
  project.fiscal_years.filter((year) => !project.evaluations.some((one) => one.year === year))

/** Until when answers are awaited; never less than two weeks after they were asked for. */
export function deadlineFor(
  charter: Charter,
  project: Pick<Inside, 'ends_on' | 'finished_on'>,
  year: number,
  day: string,
): string {
  const { from, days } = charter.evaluation.deadline
  const end =
    from === 'project-end' ? (project.ends_on ?? project.finished_on ?? fiscalYearEnd(year)) : fiscalYearEnd(year)
  return [addDays(end, days), addDays(day, 14)].sort().at(-1)!
}

/** Whether the charter wants the opened answers talked over, and nobody has written that down yet. */
export const talkAwaited = ({ state, talked_on, charter }: Pick<Round, 'state' | 'talked_on' | 'charter'>): boolean =>
  state === 'opened' && charter.evaluation.jointTalk.required && talked_on === null

/** Whether this person may have a part in some evaluation of the city. */
export const takesPart = (actor: Actor): boolean => isStaff(actor) || actor.parties.length > 0

/** Whose it is: those who take part in the project or are asked, and the department's that answers for it. */
export const concernedBy = (one: Pick<Year, 'project'> | Round) => [
  ...one.project.parties.map(({ party_id }) => party_id),
  ...('seats' in one ? one.seats.flatMap(({ party_ids }) => party_ids) : []),
  one.project.department_id,
]
