import { z } from 'zod'
import { fields, reasonField } from '../../../platform/fields/index.ts'
import type { Wrong } from '../../../platform/refusals.ts'
import { type IsoDate, plainDateLabel } from '../../../platform/time/index.ts'
import { asksFourEyes, type Charter, continuationRuling, label, word } from '../../charters/index.ts'
import { continuation, type DecisionMade, decisionLabel, decisions, missingSteps } from '../../projects/index.ts'
import type { Future, Round, Year } from '../tables.ts'
import { isEvaluated } from './seats.ts'
import { limits } from './typed.ts'
import { isRound } from './year.ts'

/** Returns the project's future as seen from one of its years. */
export const futureOf = (one: Year | Round): Future => ({
  id: one.project.id,
  project: one.project,
  charter: one.charter,
  year: one.year,
  round: isRound(one) ? one : undefined,
})

/** Answers whether the city decides by letter; groups without the city decide among themselves. */
export const isDecidedByCity = ({ project }: Pick<Future, 'project'>): boolean =>
  project.parties.some(({ is_city }) => is_city)

export const isDecidedByTwo = (one: Future): boolean =>
  isDecidedByCity(one) && asksFourEyes(one.charter, 'project.decision')

/** Returns the charter's conditions for a continuation that the evaluation meets. */
export function conditionsMet(round: Round | undefined): Pick<DecisionMade, 'evaluated' | 'done'> {
  const done: DecisionMade['done'] = []
  if (round?.talked_on) done.push('joint-talk')
  if (round?.published_at) done.push('publication')
  return { evaluated: isEvaluated(round), done }
}

/** Returns the reason why the project cannot continue, or undefined. */
export function obstacleTo({ project, charter, round }: Future): string | undefined {
  const ruling = continuationRuling.why(charter, continuation(project, conditionsMet(round)))
  return ruling.allowed ? undefined : ruling.because
}

export const asksCommittee = ({ timeLimit }: Charter): boolean =>
  timeLimit?.renewalNeeds.includes('committee-opinion') ?? false

export const DecisionForm = z.object({
  decision: fields.choice(decisions, 'これからのこと'),
  reasons: fields.text('そのように決めた理由', limits.agreed),
  decided_on: fields.date('決めた日'),
  committee_on: fields.optionalDate('委員会の意見を聞いた日'),
})
export type Decided = z.output<typeof DecisionForm>

/** What no decision can be: not before the work was finished and talked over, and not after today. */
export function wrongIn(one: Future, { decision, decided_on, committee_on }: Partial<Decided>, day: IsoDate): Wrong {
  const offered = one.charter.evaluation.decisions.some(({ key }) => key === decision)
  const steps = missingSteps(one.charter, one.project, 'decision').map((step) => `「${label(step.label)}」`)
  return {
    '': steps.length > 0 ? `決める前に、${steps.join('')}が必要です。` : undefined,
    decision: decision && !offered ? 'これからのことを、一覧から選んでください。' : undefined,
    decided_on: decided_on && wrongDay(one, decided_on, day),
    committee_on: committee_on ? wrongCommitteeDay(committee_on, decided_on, day) : undefined,
  }
}

function wrongDay({ project, round, charter }: Future, on: IsoDate, day: IsoDate): string | undefined {
  if (on > day) return '決めた日は、今日までの日付にしてください。'
  const before: [what: string, on: IsoDate | null | undefined][] = [
    [`${label(charter.evaluation.jointTalk.label)}で話し合った日`, round?.talked_on],
    ['活動を終えた日', project.finished_on],
  ]
  const [found] = before.flatMap(([what, earlier]) => (earlier && on < earlier ? [{ what, earlier }] : []))
  return found && `決めた日は、${found.what}（${plainDateLabel(found.earlier)}）か、それより後の日にしてください。`
}

function wrongCommitteeDay(on: IsoDate, decided_on: IsoDate | undefined, day: IsoDate): string | undefined {
  if (on > day) return '意見を聞いた日は、今日までの日付にしてください。'
  if (!decided_on || on <= decided_on) return undefined
  return `意見を聞いた日は、決めた日（${plainDateLabel(decided_on)}）か、それより前の日にしてください。`
}

/** A correction is a decision as every other one is, and says something else than what it corrects. */
export function wrongCorrection(one: Future, typed: Partial<Decided>, day: IsoDate): Wrong {
  const wrong = wrongIn(one, typed, day)
  return isAsDecided(one, typed) ? { ...wrong, '': '訂正するところを直してください。いまの決定と同じです。' } : wrong
}

export const CorrectionForm = DecisionForm.extend({ reason: fields.text('訂正の理由', limits.reason) })

export const AnnulmentForm = z.object({
  reason: reasonField('取消しの理由', limits.reason, {
    hint: '事業のページに載ります。個人の事情は書かないでください。',
    rows: 4,
  }),
})

export function decidedIn({ project, round }: Future): Decided | undefined {
  const { decision, decision_reasons: reasons, decided_on } = project
  return decision && decided_on
    ? { decision, reasons, decided_on, committee_on: round?.committee_on ?? null }
    : undefined
}

function isAsDecided(one: Future, entered: Partial<Decided>): boolean {
  const keys = ['decision', 'reasons', 'decided_on', 'committee_on'] as const
  const before = decidedIn(one)
  return keys.every((key) => before?.[key] === entered[key])
}

export const committeeLabel = (charter: Charter): string => `${word(charter, 'committee')}の意見を聞いた日`

/** Returns the entered decision for the officer who confirms it. */
export function enteredIn({ charter }: Future, { decision, reasons, decided_on, committee_on }: Decided) {
  return [
    { label: 'これからのこと', value: decisionLabel(charter, decision) },
    { label: 'そのように決めた理由', value: reasons },
    { label: '決めた日', value: plainDateLabel(decided_on) },
    ...(committee_on ? [{ label: committeeLabel(charter), value: plainDateLabel(committee_on) }] : []),
  ]
}
