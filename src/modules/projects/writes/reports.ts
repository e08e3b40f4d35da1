import type { Act } from '../../../platform/actor.ts'
import { asJson, cityOf } from '../../../platform/db/index.ts'
import { attachFiles, publishFiles, retractFiles } from '../../../platform/files/attached.ts'
import type { Wrong } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import type { Inside } from '../project/project.ts'
import type { ReportInput } from '../project/report.ts'

export const wrongReport = (_: unknown, { held_on }: Partial<ReportInput>, now: Date): Wrong => ({
  held_on: held_on && held_on > today(now) ? '行った日は、今日までの日付にしてください。' : undefined,
})

/** Returns the columns of a report. */
export function contentOf(input: ReportInput, project: Inside, now: Date) {
  const known = new Set(project.parties.map(({ party_id }) => party_id))
  const { kind, title, held_on, text, active_count, passive_count } = input
  const attended = kind === 'meeting' ? input.attended.filter((id) => known.has(id)) : []
  const withheld_at = input.withheld ? now : null
  return { kind, title, held_on, text, active_count, passive_count, attended, withheld_at }
}

export async function addPhotos(
  act: Act,
  id: string,
  input: ReportInput,
  stay: readonly { id: string; words: string }[],
): Promise<void> {
  const { db: tx } = act
  const files = input.photos.map(({ file }) => file)
  const added = await attachFiles(tx, act, { kind: 'project-report', id, purpose: 'photo' }, files)
  const words = [
    ...stay.map((photo) => [photo.id, input.kept.find((one) => one.id === photo.id)?.words || photo.words]),
    ...added.map((photo, at) => [photo.id, input.photos[at]?.words ?? '']),
  ]
  await tx
    .updateTable('project_reports')
    .set({ photo_words: asJson(Object.fromEntries(words)) })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .execute()
}

/** Photos are public only while their report and its project are. */
export async function showPhotos(
  { db: tx, now }: Pick<Act, 'db' | 'now'>,
  project: Inside,
  id: string,
  withheld: boolean,
): Promise<void> {
  const subject = { kind: 'project-report', id }
  if (project.published_at && !withheld) await publishFiles(tx, subject, ['photo'], now)
  else await retractFiles(tx, subject, ['photo'])
}
