import type { Actor } from '../../platform/actor.ts'
import { allow, deny, type Ruling, rule } from '../../platform/ruling.ts'
import { addDays, fiscalYearAscii, fiscalYearEnd, plainDateLabel } from '../../platform/time/index.ts'
import { type Charter, evaluatingSides, evaluationSheet, label } from '../charters/index.ts'
import { isIn, isOfficerOf, isSection, isStaff } from '../parties/index.ts'
import { canSeeProject, type Inside, mayWriteProject, speaksFor } from '../projects/index.ts'
import { differenceOf, problemsUnder, type Question } from '../questionnaires/index.ts'
import { lifecycle } from './lifecycle.ts'
import type { Answer, Evaluation, Round, Seat, SeatAnswer } from './tables.ts'

/** How a year stands in addresses: `r8`. */
export const yearInUrl = (year: number): string => fiscalYearAscii(year)

/** The questions that a side is asked, phase by phase. */
export function sheetFor(charter: Charter, side?: string) {
  const { phases, scale } = evaluationSheet(charter)
  const asked = phases.map((phase) => ({
    ...phase,
    questions: phase.questions
      .filter(({ sides }) => !side || !sides || sides.includes(side))
      .map((question) => ({ ...question, help: question.summary, choices: [], scale })),
  }))
  return { phases: asked.filter(({ questions }) => questions.length > 0), scale }
}

/** Whether there are questions that only some sides are asked. */
export const asksSidesApart = (charter: Charter): boolean =>
  evaluationSheet(charter).phases.some(({ questions }) => questions.some(({ sides }) => sides && sides.length > 0))

/** One seat for each answer that is awaited, in the charter's order. */
export function seatsFor(charter: Charter, parties: Inside['parties']) {
  const known = parties.map((party) => ({ ...party, party_id: party.party_id! }))
  return evaluatingSides(charter, known).map(({ side, parties: theirs }, position) => ({
    position,
    side: side.key,
    name: theirs.length === 1 ? (theirs[0]!.name ?? '') : label(side.label),
    party_ids: theirs.map(({ party_id }) => party_id),
    is_city: theirs.length > 0 && theirs.every(({ is_city }) => is_city),
    outside: side.outside,
    required: side.required,
  }))
}

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

/** Answers that came in time: what is compared and counted. */
export const counted = (seat: Pick<Seat, 'answered_at' | 'late'>): boolean => seat.answered_at !== null && !seat.late

/** Whether nobody is missing any more. */
export const allIn = (seats: readonly Pick<Seat, 'answered_at' | 'late'>[]): boolean => seats.every(counted)

/** Whether only those are missing who need not answer. */
export const requiredIn = (seats: readonly Pick<Seat, 'answered_at' | 'late' | 'required'>[]): boolean =>
  seats.every((seat) => !seat.required || counted(seat))

export interface Compared {
  phase: string
  phaseLabel: string
  question: Question
  difference: number | undefined
  /** One for each seat, in their order; undefined where it did not answer. */
  answers: (SeatAnswer | undefined)[]
}

/** Every question with all answers beside each other, the largest difference first, then in the order of the sheet. */
export function compare(charter: Charter, seats: readonly Seat[], answers: readonly SeatAnswer[]): Compared[] {
  const rows = sheetFor(charter).phases.flatMap((phase) =>
    phase.questions.map((question) => {
      const theirs = seats.map((seat) =>
        answers.find((one) => one.seat_id === seat.id && one.phase === phase.key && one.question === question.key),
      )
      const values = theirs.flatMap((one, at) => (one && one.value !== null && counted(seats[at]!) ? [one.value] : []))
      return {
        phase: phase.key,
        phaseLabel: label(phase.label),
        question,
        difference: differenceOf(values),
        answers: theirs,
      }
    }),
  )
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => (b.row.difference ?? -1) - (a.row.difference ?? -1) || a.at - b.at)
    .map(({ row }) => row)
}

/** The name of a question's fields; a letter stands before each key so that a key of digits is no row of a list. */
export const fieldOf = (phase: string, question: string): string => `answers.p-${phase}.q-${question}`

/** What is still to be written before an answer can be handed in, by its field. */
export function problemsOf(charter: Charter, side: string, answers: readonly Answer[]): Record<string, string> {
  const problems = sheetFor(charter, side).phases.flatMap(({ key: phase, questions }) =>
    questions.map((question) => {
      const given = answers.find((one) => one.phase === phase && one.question === question.key)
      const answer = given && { mark: given.mark ?? '', words: given.words }
      return problemsUnder(fieldOf(phase, question.key), question, answer)
    }),
  )
  return Object.assign({}, ...problems)
}

/** Whether the person speaks for this seat: for one of its parties, or, for a side from outside, as its reviewer. */
export function standsFor(actor: Actor, seat: Pick<Seat, 'party_ids' | 'is_city' | 'outside'>): boolean {
  if (seat.outside) return actor.posts.some(({ role }) => role === 'reviewer')
  return seat.party_ids.some(
    (party_id) => isIn(actor, party_id, 'representative', 'secretary', 'officer') || officerOf(actor, seat, party_id),
  )
}

function officerOf(actor: Actor, { is_city }: Pick<Seat, 'is_city'>, party_id: string): boolean {
  return is_city && actor.posts.some((post) => post.role !== 'reviewer' && post.department_id === party_id)
}

/** The city's own seat, where no department stands in it, is the section's. */
export function seatsOf(actor: Actor, round: Pick<Round, 'seats'>): Seat[] {
  return round.seats.filter((seat) => standsFor(actor, seat) || (seat.is_city && isSection(actor)))
}

/** The seats for which this person can still answer. */
export function openSeats(actor: Actor, round: Round): Seat[] {
  return seatsOf(actor, round).filter((seat) => answerRuling(actor, round, seat))
}

/** Whoever has seen one side's answer before the opening gives none for another: nobody evaluates knowing the other. */
export const answerRuling = rule((actor: Actor, round: Round, seat: Seat): Ruling => {
  if (round.state !== 'answering' && seat.answered_at !== null)
    return deny('回答が開かれたあとは、変えられません。気づいたことは、話し合いの記録に残してください。')
  const other = round.seats.find((one) => one.id !== seat.id && hasSeen(actor, one))
  if (other)
    return deny(`「${other.name}」の回答を書いた方は、「${seat.name}」の回答を書けません。別の方にお願いしてください。`)
  return allow()
})

const hasSeen = (actor: Actor, seat: Seat) =>
  actor.account_id !== null && (seat.answered_by === actor.account_id || seat.entered_by === actor.account_id)

/**
 * Who may read a seat's answer before the opening: whoever writes for it, and has neither written nor could read another.
 * A person who stands on two sides reads only what they wrote themselves.
 */
export function mayReadOwn(actor: Actor, round: Round, seat: Seat): boolean {
  const mine = seatsOf(actor, round)
  if (!mine.some(({ id }) => id === seat.id) || round.seats.some((one) => one.id !== seat.id && hasSeen(actor, one)))
    return false
  return mine.length === 1 || seat.answered_by === actor.account_id
}

export const mayAnswer = rule((actor: Actor, round: Round): Ruling => {
  const mine = seatsOf(actor, round)
  if (mine.length === 0) return deny('回答できるのは、評価する側の代表者・事務担当の方と、担当の職員です。')
  const rulings = mine.map((seat) => answerRuling.why(actor, round, seat))
  return rulings.find(({ allowed }) => allowed) ?? rulings[0]!
})

/** Paper answers are typed in by somebody who answers for no side. */
export const mayEnterPaper = rule((actor: Actor, round: Round): Ruling => {
  if (!isSection(actor)) return deny('紙の回答を入力できるのは、協働の担当課の職員だけです。')
  if (round.seats.every((seat) => seat.answered_at !== null)) return deny('すべての回答がそろっています。')
  return allow()
})

export function canSeeRound(actor: Actor, project: Inside): boolean {
  return canSeeProject(actor, project)
}

/** Who may begin a year's evaluation. */
export const mayBegin = rule((actor: Actor, project: Inside): Ruling => {
  if (project.state !== 'active' && project.state !== 'awaiting_evaluation')
    return deny('評価を始められるのは、実施中か評価待ちの事業です。')
  return mayWriteProject.why(actor, project)
})

/** The years of a project that have no evaluation yet. */
export const yearsToEvaluate = (project: Inside): number[] =>
  project.fiscal_years.filter((year) => !project.evaluations.some((one) => one.year === year))

/** The section closes at the deadline; earlier only when nobody is missing who must answer. */
export const mayClose = rule((actor: Actor, round: Round, day: string): Ruling => {
  if (!isSection(actor)) return deny('締め切って開けるのは、協働の担当課の職員だけです。')
  if (!lifecycle.canMove(round.state, 'close')) return deny('この評価は、すでに開かれています。')
  if (day > round.due_on || requiredIn(round.seats)) return allow()
  return deny(
    `期日（${plainDateLabel(round.due_on)}）を過ぎるまでは、締め切れません。回答がそろえば、そのときに開かれます。`,
  )
})

export const mayExtend = rule((actor: Actor, round: Round): Ruling => {
  if (!isSection(actor)) return deny('期日を延ばせるのは、協働の担当課の職員だけです。')
  return lifecycle.canMove(round.state, 'extend') ? allow() : deny('この評価は、すでに開かれています。')
})

/** After the opening both sides talk; either writes the notes. */
export const mayTalk = rule((actor: Actor, project: Inside, round: Round): Ruling => {
  if (!lifecycle.canMove(round.state, 'talk'))
    return deny(
      round.state === 'answering'
        ? '話し合いの記録は、回答が開かれてから書けます。'
        : 'この評価は、判断まで終わっています。',
    )
  return mayWriteProject.why(actor, project)
})

/** The decision is written down by those who answer for the project. */
export const mayDecide = rule((actor: Actor, project: Inside): Ruling => {
  if (project.state !== 'awaiting_evaluation' && project.state !== 'evaluated')
    return deny('これからのことを決められるのは、活動を終えた事業です。')
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  const withCity = project.parties.some(({ is_city }) => is_city)
  if (project.parties.some((party) => (party.is_city || !withCity) && speaksFor(actor, party))) return allow()
  return deny('これからのことを記録できるのは、担当課の職員です（市の加わらない事業では、取り組む団体の方です）。')
})

/** Whether the charter wants the opened answers talked over, and nobody has written that down yet. */
export const talkAwaited = (charter: Charter, round: Pick<Round, 'state' | 'talked_on'>): boolean =>
  round.state === 'opened' && charter.evaluation.jointTalk.required && round.talked_on === null

const afterTalk = (charter: Charter) =>
  deny(`公表のことは、${label(charter.evaluation.jointTalk.label)}の記録ができてから決めます。`)

/** Whoever was not asked in time is not made to look, afterwards, as if they had agreed beforehand. */
const alreadyOut = deny(
  'この評価は、すでに公表されています。公表について伝えたいことがあるときは、協働の担当課にご連絡ください。',
)

/** The seats for which this person can still agree to the publication. */
export function consentSeats(actor: Actor, round: Round): Seat[] {
  if (round.state === 'answering') return []
  return round.seats.filter(
    (seat) => seat.consented_at === null && (standsFor(actor, seat) || (seat.is_city && isSection(actor))),
  )
}

export const mayConsent = rule((actor: Actor, round: Round, charter: Charter): Ruling => {
  if (round.state === 'answering') return deny('回答が開かれてから、公表について答えられます。')
  if (round.published_at) return alreadyOut
  if (talkAwaited(charter, round)) return afterTalk(charter)
  return consentSeats(actor, round).length > 0 ? allow() : deny('公表について答えることは、いまはありません。')
})

/** The sides whose consent can come on paper: every group that has not said anything yet. */
export const silentGroups = (round: Round): Seat[] =>
  round.state === 'answering' ? [] : round.seats.filter((seat) => seat.consented_at === null && !seat.is_city)

/** For a group without an account the section writes down the consent that it gave on paper. */
export const mayEnterConsent = rule((actor: Actor, round: Round, charter: Charter): Ruling => {
  if (!isSection(actor)) return deny('紙で届いた同意を入力できるのは、協働の担当課の職員だけです。')
  if (round.state === 'answering') return deny('回答が開かれてから、公表についての同意を受け付けます。')
  if (round.published_at) return alreadyOut
  if (talkAwaited(charter, round)) return afterTalk(charter)
  return silentGroups(round).length > 0 ? allow() : deny('同意を待っている団体は、いまはありません。')
})

export const mayRelease = rule((actor: Actor, project: Inside, round: Round, charter: Charter): Ruling => {
  if (!isSection(actor)) return deny('評価を公表できるのは、協働の担当課の職員だけです。')
  if (round.state === 'answering') return deny('公表できるのは、開かれた評価だけです。')
  if (round.published_at) return deny('この評価は、すでに公表されています。')
  if (!project.published_at) return deny('評価を公表する前に、事業のページを公開してください。')
  return talkAwaited(charter, round) ? afterTalk(charter) : allow()
})

export const mayRetract = rule((actor: Actor, round: Pick<Evaluation, 'published_at'>): Ruling => {
  if (!isSection(actor)) return deny('公表をやめられるのは、協働の担当課の職員だけです。')
  return round.published_at ? allow() : deny('この評価は、公表されていません。')
})

/** Whether it counts as evaluated: it was opened, and at least one answer came in time. */
export const isEvaluated = (round: Round | undefined): boolean =>
  round !== undefined && round.opened_at !== null && round.seats.some(counted)

export const isHere = (actor: Actor): boolean => isStaff(actor) || actor.parties.length > 0
