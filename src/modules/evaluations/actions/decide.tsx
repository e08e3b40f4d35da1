import { z } from 'zod'
import type { Db } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { everyInRecord } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made, subject } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { Confirmation } from '../../../site/index.ts'
import { listAgreementsOf } from '../../agreements/index.ts'
import { continuationRuling } from '../../charters/index.ts'
import {
  continuation,
  type DecisionMade,
  decideProject,
  decisions,
  findProjectById,
  type Inside,
  projectRef,
} from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { isEvaluated } from '../evaluation/seats.ts'
import { limits } from '../evaluation/typed.ts'
import { concernedBy, isRound, placeOf } from '../evaluation/year.ts'
import { decisionMail } from '../letters.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayDecide } from '../may.ts'
import { findRound, findYear, lockRound } from '../queries/one.ts'
import type { WaitingEvaluation } from '../queries/waiting.ts'
import { EvaluationPage } from '../subject.tsx'
import type { Round, Year } from '../tables.ts'
import { urls } from '../urls.ts'
import { changeRound, copyAnew } from '../writes.ts'
import { DecisionPage } from './decide.page.tsx'

/** A year of a project that may never have been evaluated: it can be decided all the same that it ends. */
const projectYear = subject<Year | Round, never, never, WaitingEvaluation>({
  kind: 'evaluation',
  url: urls.show,
  at: placeOf,
  find: findYear,
  every: everyYear,
  concerns: concernedBy,
  lock: lockYear,
  page: ({ thing, ...props }) => (
    <EvaluationPage
      {...props}
      project={thing.project}
      charter={thing.charter}
      year={isRound(thing) ? thing.year : undefined}
    />
  ),
  confirm: Confirmation,
})

async function everyYear({ db }: Pick<Reading, 'db'>): Promise<(Year | Round)[]> {
  const found: (Year | Round)[] = []
  for (const project of await everyInRecord(db, 'project', findProjectById))
    for (const year of project.fiscal_years)
      found.push((await findRound(db, project.id, year)) ?? { project, charter: project.charter, year })
  return found
}

async function lockYear(tx: Db, one: Year | Round): Promise<Year | Round> {
  const round = isRound(one) ? one : await findRound(tx, one.project.id, one.year)
  if (round) return lockRound(tx, round)
  return { ...one, project: (await findProjectById(tx, one.project.id)) ?? one.project }
}

const DecisionForm = z.object({
  decision: fields.choice(decisions, 'これからのこと'),
  reasons: fields.text('そのように決めた理由', limits.agreed),
  decided_on: fields.date('決めた日'),
  committee_on: fields.optionalDate('委員会の意見を聞いた日'),
})
type Decided = z.output<typeof DecisionForm>

/** What becomes of the project. Where the charter wants it evaluated first, an unevaluated one cannot go on. */
export const decideOn = action(projectYear, {
  path: 'decision',
  who: mayDecide,
  load: async (_: Reading, one) => ({ obstacle: obstacleTo(one) }),
  form: DecisionForm,
  blank: (_, { now }) => ({ decided_on: plainDateLabel(today(now)) }),
  label: 'これからを決める',
  confirm: '決定を記録する',
  before: () => ['決めたことと理由は、事業のページに載ります。'],
  undo: { never: '記録した決定は、元に戻せません。' },
  page: DecisionPage,
  do: async (act, one, input) => {
    if (!one.charter.evaluation.decisions.some(({ key }) => key === input.decision))
      throw new Invalid({ decision: 'これからのことを、一覧から選んでください。' })
    if (input.committee_on && input.committee_on > today(act.now))
      throw new Invalid({ committee_on: '意見を聞いた日は、今日までの日付にしてください。' })
    const { made: decided } = await decideProject(act, one.project, await decisionMade(act.tx, one, input))
    if (isRound(one)) await concludeRound(act, one, input.committee_on)
    return made([], decided)
  },
  tells: () => [decisionMail],
  done: 'これからのことを記録しました。',
  then: ({ city }, { made: decided }) => projects.show({ city, ref: projectRef(decided) }),
  waits: ({ what, since, due, who }) =>
    what === 'decide' ? [{ kind: 'これからを決める', since, due: due ?? undefined, who }] : [],
})

/** Why the project cannot go on as it stands, or undefined. */
function obstacleTo(one: Year | Round): string | undefined {
  const round = isRound(one) ? one : undefined
  const facts = continuation(one.project, { evaluated: isEvaluated(round), done: doneIn(round) })
  const ruling = continuationRuling.why(one.charter, facts)
  return ruling.allowed ? undefined : ruling.because
}

function doneIn(round: Round | undefined): DecisionMade['done'] {
  return [
    ...(round?.talked_on ? (['joint-talk'] as const) : []),
    ...(round?.published_at ? (['publication'] as const) : []),
  ]
}

async function decisionMade(tx: Db, one: Year | Round, input: Decided): Promise<DecisionMade> {
  const { decision, reasons, decided_on, committee_on } = input
  const round = isRound(one) ? one : undefined
  const done = doneIn(round)
  if (committee_on) done.push('committee-opinion')
  if (await hasNewAgreement(tx, one.project)) done.push('new-agreement')
  return { decision, reasons, decided_on, done, evaluated: isEvaluated(round) }
}

/** Whether its partners have agreed on something that holds beyond this project's end. */
async function hasNewAgreement(tx: Db, project: Inside): Promise<boolean> {
  const partners = project.parties.flatMap(({ party_id, is_city }) => (party_id && !is_city ? [party_id] : []))
  const agreements = await listAgreementsOf(tx, partners)
  return agreements.some(
    ({ state, ends_on }) =>
      state === 'in_force' && (ends_on === null || project.ends_on === null || ends_on > project.ends_on),
  )
}

/** The evaluation is decided upon with its project, if answers were ever opened. */
async function concludeRound({ tx, now }: { tx: Db; now: Date }, round: Round, committee_on: string | null) {
  if (round.state !== 'answering') {
    const state = lifecycle.move(round.state, 'decide')
    await changeRound(tx, round, { state, state_since: now, committee_on })
  }
  await copyAnew(tx, round.id)
}
