import type { Actor } from '../../platform/actor.ts'
import { all, allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { fiscalYearLabel, plainDateLabel, today } from '../../platform/time/index.ts'
import { type Charter, label } from '../charters/index.ts'
import { isSection } from '../parties/index.ts'
import {
  canSeeProject,
  type Inside,
  lastYear,
  mayAnnulDecision,
  mayAnswerForProject,
  mayBeginEvaluation,
  mayCorrectDecision,
  mayWriteProject,
} from '../projects/index.ts'
import { hasSeen, isTiedToSeat, joinedLate, requiredAnswered, seatsOf, silentGroups } from './evaluation/seats.ts'
import { talkAwaited } from './evaluation/year.ts'
import { lifecycle } from './lifecycle.ts'
import type { Future, Round, Seat } from './tables.ts'

const sides = 'evaluation.sides'
const deadline = 'evaluation.deadline'
const jointTalk = 'evaluation.jointTalk'
const decisions = 'evaluation.decisions'
const publication = 'evaluation.publication'

export const mayBegin = rule((actor: Actor, { project }: { project: Inside }) => mayBeginEvaluation.why(actor, project))

/** A person who has seen one side's answer before the opening may not answer for another side (blind evaluation). */
export const mayAnswerFor = rule((actor: Actor, round: Round, seat: Seat) => {
  const other = round.seats.find((one) => one.id !== seat.id && hasSeen(actor, one))
  if (other)
    return deny(`「${other.name}」の回答を書いた方は、「${seat.name}」の回答を書けません。別の方にお願いしてください。`)
  const tied = round.seats.find((one) => one.id !== seat.id && isTiedToSeat(actor, one))
  if (tied)
    return deny(
      `「${tied.name}」のために書く方は、「${seat.name}」の回答を書けません。ほかの職員にお願いしてください。`,
    )
  if (joinedLate(actor, round, seat) && !mayStartFresh(actor, seat)) return cameLate(seat)
  if (isOf(actor, round, seat) && isWrittenByOther(actor, seat) && !mayReadOwn(actor, round, seat))
    return deny(
      `「${seat.name}」の回答は、別の方が書いています。あなたは読めないため、書きかえられません。その方にお願いしてください。`,
    )
  if (round.state !== 'answering' && seat.answered_at !== null)
    return notNow('回答が開かれたあとは、変えられません。気づいたことは、話し合いの記録に残してください。')
  return allow()
})

const isOf = (actor: Actor, round: Round, seat: Seat) => seatsOf(actor, round).some(({ id }) => id === seat.id)

const isWrittenByOther = (actor: Actor, { answered_by }: Seat) =>
  answered_by !== null && answered_by !== actor.account_id

/** City staff change in the middle of a year: a new officer may answer where no colleague has begun to. */
const mayStartFresh = (actor: Actor, { is_city, answered_by, entered_by }: Seat): boolean =>
  is_city && entered_by === null && (answered_by === null || answered_by === actor.account_id)

const cameLate = ({ name, is_city }: Seat) =>
  deny(
    is_city
      ? `「${name}」の回答は、評価が始まったあとに担当になった方には、開かれるまで見えません。書き始めた職員にお願いしてください。`
      : `評価が始まったあとに「${name}」に加わった方は、回答が開かれるまで、読むことも書くこともできません。前からの方に書いていただくか、用紙か電話で協働の担当課に届けてください。`,
    sides,
  )

/** Returns the seats for which this person can still answer. */
export const openSeats = (actor: Actor, round: Round): Seat[] =>
  seatsOf(actor, round).filter((seat) => mayAnswerFor(actor, round, seat))

/**
 * Before the opening an answer is open to its writers; a person on two sides, or who joined after the beginning, reads only
 * what they wrote themselves.
 */
export const mayReadOwn = rule((actor: Actor, round: Round, seat: Seat) => {
  const own = seatsOf(actor, round)
  const sawOther = round.seats.some((one) => one.id !== seat.id && hasSeen(actor, one))
  if (own.some(({ id }) => id === seat.id) && !sawOther) {
    if (seat.answered_by === actor.account_id) return allow(sides)
    if (own.length === 1 && !joinedLate(actor, round, seat)) return allow(sides)
  }
  return deny('回答は、そろって開かれるまで、その回答をする側の方だけが読めます。', sides)
})

export const mayAnswer = rule((actor: Actor, round: Round) => {
  const [first, ...others] = seatsOf(actor, round).map((seat) => mayAnswerFor.why(actor, round, seat))
  if (!first) return deny('回答できるのは、評価する側の代表者・事務担当の方と、担当の職員です。', sides)
  return [first, ...others].find(({ allowed }) => allowed) ?? first
})

export const mayEnterAnswer = rule((actor: Actor, round: Round) => {
  if (!isSection(actor)) return deny('紙の回答を入力できるのは、協働の担当課の職員だけです。')
  if (round.seats.every((seat) => seat.answered_at !== null)) return notNow('すべての回答がそろっています。')
  return allow()
})

/** The section closes after the deadline, or earlier once every required seat has answered. */
export const mayClose = rule((actor: Actor, round: Round, now: Date) => {
  if (!isSection(actor)) return deny('締め切って開けるのは、協働の担当課の職員だけです。')
  if (!lifecycle.canMove(round.state, 'close')) return notNow('この評価は、すでに開かれています。')
  if (today(now) > round.due_on) return allow(deadline)
  if (requiredAnswered(round.seats)) return allow(sides)
  return notNow(
    `期日（${plainDateLabel(round.due_on)}）を過ぎるまでは、締め切れません。回答がそろえば、そのときに開かれます。`,
    deadline,
  )
})

export const mayExtend = rule((actor: Actor, round: Round) => {
  if (!isSection(actor)) return deny('期日を延ばせるのは、協働の担当課の職員だけです。')
  return lifecycle.canMove(round.state, 'extend') ? allow() : notNow('この評価は、すでに開かれています。')
})

export const mayTalk = rule((actor: Actor, { project, state }: Round) => {
  const writer = mayWriteProject.why(actor, project)
  if (!writer.allowed || lifecycle.canMove(state, 'talk')) return writer
  return notNow(
    state === 'answering' ? '話し合いの記録は、回答が開かれてから書けます。' : 'この評価は、判断まで終わっています。',
  )
})

/** A decision waits for the last year, for the opening of running answers, and for a talk that the charter requires. */
export const mayDecide = rule((actor: Actor, { project, charter, year, round }: Future) => {
  const decider = mayAnswerForProject.why(actor, project)
  if (!decider.allowed) return decider
  if (project.state !== 'awaiting_evaluation' && project.state !== 'evaluated')
    return notNow('これからのことを決められるのは、活動を終えた事業です。')
  if (year !== lastYear(project)) return onLastYearsPage(project)
  if (round?.state === 'answering' && round.seats.some(({ answered_at }) => answered_at !== null))
    return notNow('いま回答を受け付けています。回答がそろって開かれるか、期日に締め切ってから、決めてください。')
  if (round?.state === 'opened' && charter.evaluation.jointTalk.required)
    return notNow(`決める前に、${label(charter.evaluation.jointTalk.label)}の記録が必要です。`, jointTalk)
  return all(decider, allow(decisions))
})

const onLastYearsPage = (project: Inside) =>
  notNow(`これからのことは、${fiscalYearLabel(lastYear(project))}の評価のページで決めます。`)

export const mayCorrect = rule((actor: Actor, { project, year }: Future) => {
  const ruling = mayCorrectDecision.why(actor, project)
  return ruling.allowed && year !== lastYear(project) ? onLastYearsPage(project) : all(ruling, allow(decisions))
})

export const mayAnnul = rule((actor: Actor, { project, year }: Future) => {
  const ruling = mayAnnulDecision.why(actor, project)
  return ruling.allowed && year !== lastYear(project) ? onLastYearsPage(project) : all(ruling, allow(decisions))
})

const afterTalk = (charter: Charter) =>
  notNow(`公表のことは、${label(charter.evaluation.jointTalk.label)}の記録ができてから決めます。`, jointTalk)

/** A consent entered after the release would falsely look like one given beforehand. */
const alreadyOut = notNow(
  'この評価は、すでに公表されています。公表について伝えたいことがあるときは、協働の担当課にご連絡ください。',
)

export const mayConsent = rule((actor: Actor, round: Round) => {
  const nothing = '公表について答えることは、いまはありません。'
  const own = seatsOf(actor, round)
  if (own.length === 0) return deny(nothing, sides)
  if (round.state === 'answering') return notNow('回答が開かれてから、公表について答えられます。')
  if (round.published_at) return alreadyOut
  if (talkAwaited(round)) return afterTalk(round.charter)
  return own.some(({ consented_at }) => consented_at === null) ? allow(sides) : notNow(nothing)
})

/** A group without an account consents on paper, and the section enters it. */
export const mayEnterConsent = rule((actor: Actor, round: Round) => {
  if (!isSection(actor)) return deny('紙で届いた同意を入力できるのは、協働の担当課の職員だけです。')
  if (round.state === 'answering') return notNow('回答が開かれてから、公表についての同意を受け付けます。')
  if (round.published_at) return alreadyOut
  if (talkAwaited(round)) return afterTalk(round.charter)
  return silentGroups(round).length > 0 ? allow() : notNow('同意を待っている団体は、いまはありません。')
})

export const mayRelease = rule((actor: Actor, round: Round) => {
  if (!isSection(actor)) return deny('評価を公表できるのは、協働の担当課の職員だけです。')
  if (round.state === 'answering') return notNow('公表できるのは、開かれた評価だけです。')
  if (round.published_at) return notNow('この評価は、すでに公表されています。')
  if (!round.project.published_at) return notNow('評価を公表する前に、事業のページを公開してください。')
  return talkAwaited(round) ? afterTalk(round.charter) : allow(publication)
})

export const mayRetract = rule((actor: Actor, round: Pick<Round, 'published_at'>) => {
  if (!isSection(actor)) return deny('公表をやめられるのは、協働の担当課の職員だけです。')
  return round.published_at ? allow() : notNow('この評価は、公表されていません。')
})

/** A scan shows an answer, so before the opening only the side that gave it may see it. */
export const maySeeScan = rule((actor: Actor, { round, seat }: { round: Round; seat: Seat }) => {
  if (round.state === 'answering') return mayReadOwn.why(actor, round, seat)
  if (isSection(actor) || canSeeProject(actor, round.project)) return allow()
  return deny('届いた用紙を見られるのは、取り組む団体の方と市の職員です。')
})
