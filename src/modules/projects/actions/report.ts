import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { attachFiles, detachFile, publishFiles, withdrawFiles } from '../../../platform/files/attached.ts'
import { record } from '../../../platform/record/index.ts'
import { Invalid, NotFound } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import type { MilestoneInput, ReportInput, TargetsInput } from '../forms.ts'
import type { Inside } from '../queries.ts'
import { inVoiceOf, mayEditProject, mayReport, targetsAreSet } from '../rules.ts'
import { settle } from './settle.ts'

/** A party or the department says what was done, or what was talked over and who was there. */
export async function reportOnProject(act: Act, project: Inside, input: ReportInput): Promise<string> {
  return atomically(act.db, async (tx) => {
    ensure(mayReport.why(act.actor, project))
    if (input.held_on > today(act.now)) throw new Invalid({ held_on: '行った日は、今日までの日付にしてください。' })
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    const id = newId()
    await tx
      .insertInto('project_reports')
      .values({
        city_id: cityOf(tx),
        id,
        project_id: project.id,
        ...contentOf(input, project),
        photo_words: asJson({}),
        by_party_id: actor.acting_for,
        by_name: actor.parties.find((one) => one.party_id === actor.acting_for)?.name ?? actor.name,
        reported_at: act.now,
        withheld_at: input.withheld ? act.now : null,
      })
      .execute()
    await addPhotos(tx, act, id, input, [])
    await showPhotos(tx, project, id, Boolean(input.withheld), act.now)
    const kind = input.kind === 'meeting' ? 'project.talked' : 'project.reported'
    record(tx, { actor, now: act.now }, kind, project, { report: id, on: input.held_on, title: input.title })
    await settle({ db: tx }, project.id)
    return id
  })
}

/** A report is put right, or kept from the public page. */
export async function reviseReport(act: Act, project: Inside, id: string, input: ReportInput): Promise<void> {
  await atomically(act.db, async (tx) => {
    ensure(mayReport.why(act.actor, project))
    const before = project.reports.find((one) => one.id === id)
    if (!before) throw new NotFound()
    const gone = new Set(input.kept.flatMap(({ id, removed }) => (removed ? [id] : [])))
    for (const photo of before.photos) if (gone.has(photo.id)) await detachFile(tx, photo.id)
    await tx
      .updateTable('project_reports')
      .set({ ...contentOf(input, project), withheld_at: input.withheld ? act.now : null })
      .where('city_id', '=', cityOf(tx))
      .where('project_id', '=', project.id)
      .where('id', '=', id)
      .execute()
    const stay = before.photos.filter((photo) => !gone.has(photo.id))
    await addPhotos(tx, act, id, input, stay)
    await showPhotos(tx, project, id, Boolean(input.withheld), act.now)
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    record(tx, { actor, now: act.now }, 'project.report-revised', project, { report: id, title: input.title })
    await settle({ db: tx }, project.id)
  })
}

function contentOf(input: ReportInput, project: Inside) {
  const known = new Set(project.parties.map(({ party_id }) => party_id))
  const { kind, title, held_on, text, active_count, passive_count } = input
  const attended = kind === 'meeting' ? input.attended.filter((id) => known.has(id)) : []
  return { kind, title, held_on, text, active_count, passive_count, attended }
}

/** New photos come after those that stay; each with what it shows in words. */
async function addPhotos(
  tx: Db,
  act: Act,
  id: string,
  input: ReportInput,
  stay: readonly { id: string; words: string }[],
): Promise<void> {
  const files = input.photos.map(({ file }) => file)
  const added = await attachFiles(tx, act, { kind: 'project-report', id }, 'photo', files)
  const words = [
    ...stay.map((photo) => [photo.id, input.kept.find((one) => one.id === photo.id)?.words || photo.words]),
    ...added.map((photo, at) => [photo.id, input.photos[at]!.words]),
  ]
  await tx
    .updateTable('project_reports')
    .set({ photo_words: asJson(Object.fromEntries(words)) })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .execute()
}

/** Photos are as public as their report, and a report is as public as its project. */
async function showPhotos(tx: Db, project: Inside, id: string, withheld: boolean, now: Date): Promise<void> {
  const subject = { kind: 'project-report', id }
  if (project.published_at && !withheld) await publishFiles(tx, subject, ['photo'], now)
  else await withdrawFiles(tx, subject, ['photo'])
}

/** What is to be reached, as long as the work has not begun; how far it was reached, until it is decided what follows. */
export async function setTargets(act: Act, project: Inside, input: TargetsInput): Promise<void> {
  await atomically(act.db, async (tx) => {
    ensure(mayEditProject.why(act.actor, project))
    if (targetsAreSet(project)) await writeResults(tx, project, input, act.now)
    else await writeTargets(tx, project, input, act.now)
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    record(tx, { actor, now: act.now }, 'project.targets-set', project, { count: input.targets.length })
    await settle({ db: tx }, project.id)
  })
}

async function writeTargets(tx: Db, project: Inside, input: TargetsInput, now: Date): Promise<void> {
  for (const [index, row] of input.targets.entries()) {
    if (!row.indicator) throw new Invalid({ [`targets.${index}.indicator`]: '何で測るか（指標）を入力してください。' })
    if (!row.value) throw new Invalid({ [`targets.${index}.value`]: 'どこまで目指すか（値）を入力してください。' })
  }
  const city_id = cityOf(tx)
  await tx.deleteFrom('project_targets').where('city_id', '=', city_id).where('project_id', '=', project.id).execute()
  if (input.targets.length === 0) return
  await tx
    .insertInto('project_targets')
    .values(
      input.targets.map((row, position) => ({
        city_id,
        id: newId(),
        project_id: project.id,
        position,
        ...row,
        ...resultOf(row, undefined, now),
      })),
    )
    .execute()
}

/** Rows stand in the order of the targets; an indicator or a value that differs would be another target. */
async function writeResults(tx: Db, project: Inside, input: TargetsInput, now: Date): Promise<void> {
  for (const [index, target] of project.targets.entries()) {
    const row = input.targets[index]
    if (!row) continue
    const same = (['indicator', 'value', 'direction'] as const).every((part) => row[part] === target[part])
    if (!same)
      throw new Invalid({
        [`targets.${index}.result`]: '始めたあとは、目標そのものは変えられません。結果だけを書いてください。',
      })
    await tx
      .updateTable('project_targets')
      .set(resultOf(row, target, now))
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', target.id)
      .execute()
  }
}

type Result = Pick<TargetsInput['targets'][number], 'result' | 'result_note'>

function resultOf(
  { result, result_note }: Result,
  before: { result: string | null; result_on: string | null } | undefined,
  now: Date,
) {
  const result_on = result && result === before?.result ? before.result_on : result ? today(now) : null
  return { result: result || null, result_note, result_on }
}

/** A point on the way is set, moved or reached. */
export async function setMilestone(act: Act, project: Inside, input: MilestoneInput, id?: string): Promise<void> {
  await atomically(act.db, async (tx) => {
    ensure(mayEditProject.why(act.actor, project))
    const { title, due_on, done_on } = input
    if (done_on && done_on > today(act.now))
      throw new Invalid({ done_on: '行った日は、今日までの日付にしてください。' })
    if (id && !project.milestones.some((one) => one.id === id)) throw new NotFound()
    const row = { city_id: cityOf(tx), id: id ?? newId(), project_id: project.id, title, due_on, done_on }
    await tx
      .insertInto('project_milestones')
      .values(row)
      .onConflict((conflict) => conflict.columns(['city_id', 'id']).doUpdateSet({ title, due_on, done_on }))
      .execute()
    const actor = inVoiceOf(act.actor, project.parties, input.acting_for)
    record(tx, { actor, now: act.now }, done_on ? 'project.milestone-reached' : 'project.milestone-set', project, {
      public: { milestone: row.id, title, on: done_on },
    })
    await settle({ db: tx }, project.id)
  })
}
