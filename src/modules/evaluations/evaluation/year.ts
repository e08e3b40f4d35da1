import type { Actor } from '../../../platform/actor.ts'
import { addDays, fiscalYearAscii, fiscalYearEnd, fiscalYearLabel } from '../../../platform/time/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { isStaff } from '../../parties/index.ts'
import { type Inside, projectRef } from '../../projects/index.ts'
import type { WaitingEvaluation } from '../queries/waiting.ts'
import type { Round, Year } from '../tables.ts'

/** Returns the year for addresses: `r8`. */
export const yearInUrl = (year: number): string => fiscalYearAscii(year)

export const addressOf = (city: string, one: Pick<Year, 'project' | 'year'> | WaitingEvaluation) => ({
  city,
  ref: projectRef('project' in one ? one.project : one),
  year: yearInUrl(one.year),
})

export const titleOf = ({ charter, year }: Pick<Year, 'charter' | 'year'>): string =>
  `${fiscalYearLabel(year)}の${word(charter, 'evaluation')}`

export const isRound = (one: Year | Round): one is Round => 'seats' in one

/** Returns the charter's deadline, or two weeks from today if that is later. */
export function deadlineFor(
  charter: Charter,
  project: Pick<Inside, 'ends_on' | 'finished_on'>,
  year: number,
  day: string,
): string {
  const { from, days } = charter.evaluation.deadline
  const end =
    from === 'project-end' ? (project.ends_on ?? project.finished_on ?? fiscalYearEnd(year)) : fiscalYearEnd(year)
  const [asked, least] = [addDays(end, days), addDays(day, 14)]
  if (asked > least) return asked
  return least
}

/** Answers whether the charter requires a talk on the opened answers that nobody has recorded yet. */
export const talkAwaited = ({ state, talked_on, charter }: Pick<Round, 'state' | 'talked_on' | 'charter'>): boolean =>
  state === 'opened' && charter.evaluation.jointTalk.required && talked_on === null

export const takesPart = (actor: Actor): boolean => isStaff(actor) || actor.parties.length > 0

/** Returns the parties of the project and of the seats, and the department in charge. */
export const concernedBy = (one: Pick<Year, 'project'> | Round) => [
  ...one.project.parties.map(({ party_id }) => party_id),
  ...('seats' in one ? one.seats.flatMap(({ party_ids }) => party_ids) : []),
  one.project.department_id,
]
