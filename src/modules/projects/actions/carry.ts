import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically } from '../../../platform/db/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Conflict, Invalid, NotFound } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { getCharter } from '../../charters/index.ts'
import type { FinishInput, StartInput, StepInput, StopInput } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { findProjectById, type Inside } from '../queries.ts'
import {
  inVoiceOf,
  mayEditProject,
  mayFinish,
  mayStart,
  mayStop,
  missingSteps,
  readinessProblems,
  stepsBefore,
} from '../rules.ts'
import type { ProjectsTable } from '../tables.ts'
import { changed, settle } from './settle.ts'

const elsewhere = () =>
  new Conflict('ほかの方が先に手続きを進めました。画面を読み込み直して、最新の状態をご確認ください。')

type Set = Partial<
  Pick<
    ProjectsTable,
    'state' | 'started_on' | 'finished_on' | 'actual_yen' | 'decision' | 'decision_reasons' | 'decided_on' | 'steps'
  >
>

/** What was done was done by today. */
function notAhead({ now }: Pick<Act, 'now'>, days: Record<string, string>): void {
  for (const [field, day] of Object.entries(days))
    if (day > today(now)) throw new Invalid({ [field]: '今日までの日付にしてください。' })
}

async function move({ db, now }: Act, project: Inside, set: Set): Promise<void> {
  const moved = set.state && set.state !== project.state ? { state_since: now } : {}
  const updated = await changed(db, project, now)
    .set({ ...(set as object), ...moved })
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) throw elsewhere()
}

/** The work begins, once everything that its forms ask for is in place. */
export async function startProject(act: Act, project: Inside, input: StartInput): Promise<Inside> {
  return atomically(act.db, async (tx) => {
    ensure(mayStart.why(act.actor, project))
    const state = lifecycle.move(project.state, 'start')
    const fresh = await settle({ db: tx }, project.id)
    const problems = readinessProblems(await getCharter(tx, project.charter_id), fresh)
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    if (input.started_on > today(act.now))
      throw new Invalid({
        started_on:
          '始めた日は、今日までの日付にしてください。これから始まる事業は、その日まで「準備中」のままにしておけます。',
      })
    await move({ ...act, db: tx }, project, { state, started_on: input.started_on })
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    record(tx, { actor, now: act.now }, 'project.started', project, { public: { on: input.started_on } })
    return settle({ db: tx }, project.id)
  })
}

/** The work of the year is done; now it is looked at by each side alone. */
export async function finishProject(act: Act, project: Inside, input: FinishInput): Promise<Inside> {
  return atomically(act.db, async (tx) => {
    ensure(mayFinish.why(act.actor, project))
    const state = lifecycle.move(project.state, 'finish')
    const charter = await getCharter(tx, project.charter_id)
    const steps = missingSteps(charter, project, 'evaluation')
    if (steps.length > 0)
      throw new Invalid({ '': `評価に進む前に、${steps.map((one) => `「${one.label.ja}」`).join('')}が必要です。` })
    if (project.started_on && input.finished_on < project.started_on)
      throw new Invalid({ finished_on: '活動を終えた日は、始めた日より後にしてください。' })
    const { finished_on } = input
    notAhead(act, { finished_on })
    await move({ ...act, db: tx }, project, { state, finished_on, actual_yen: input.actual_yen ?? project.actual_yen })
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    record(tx, { actor, now: act.now }, 'project.finished', project, { public: { on: finished_on } })
    return settle({ db: tx }, project.id)
  })
}

/** It ends before its time, with the reason; nothing is evaluated and nothing goes on. */
export async function stopProject(act: Act, project: Inside, input: StopInput): Promise<Inside> {
  return atomically(act.db, async (tx) => {
    ensure(mayStop.why(act.actor, project))
    const state = lifecycle.move(project.state, 'stop')
    const { decided_on, reasons } = input
    notAhead(act, { decided_on })
    await move({ ...act, db: tx }, project, { state, decision: 'end', decided_on, decision_reasons: reasons })
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    record(tx, { actor, now: act.now }, 'project.stopped', project, { public: { on: decided_on } })
    return settle({ db: tx }, project.id)
  })
}

/** A step that the charter wants before a stage was done on a day. */
export async function recordStep(act: Act, project: Inside, key: string, input: StepInput): Promise<Inside> {
  return atomically(act.db, async (tx) => {
    ensure(mayEditProject.why(act.actor, project))
    const charter = await getCharter(tx, project.charter_id)
    const step = stepsBefore(charter, project.forms, 'decision').find((one) => one.key === key)
    if (!step) throw new NotFound()
    notAhead(act, { done_on: input.done_on })
    await move({ ...act, db: tx }, project, { steps: asJson({ ...project.steps, [key]: input.done_on }) as never })
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    record(tx, { actor, now: act.now }, 'project.step-done', project, { step: step.label.ja, on: input.done_on })
    return settle({ db: tx }, project.id)
  })
}

/** The project as it is now, locked until the transaction ends: so that two verbs at once come one after the other. */
export async function lockProject({ db }: Pick<Act, 'db'>, id: string): Promise<Inside> {
  await db.selectFrom('projects').select('id').where('id', '=', id).forUpdate().execute()
  const project = await findProjectById(db, id)
  if (!project) throw new NotFound()
  return project
}

export { elsewhere, move }
