import type { Act } from '../../../platform/actor.ts'
import { atomically, type Db } from '../../../platform/db/index.ts'
import { publishFiles, withdrawFiles } from '../../../platform/files/attached.ts'
import { record } from '../../../platform/record/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { dropSearch } from '../../../platform/search/index.ts'
import type { RetractionInput } from '../forms.ts'
import type { Inside } from '../queries.ts'
import { mayRelease, mayRetract } from '../rules.ts'
import { changed, settle } from './settle.ts'

const elsewhere = 'ほかの方が先に保存しました。画面を読み込み直してください。'

/** The project's page becomes everyone's: list, search, feed and open data at once. */
export async function releaseProject({ db, actor, now }: Act, project: Inside): Promise<Inside> {
  return atomically(db, async (tx) => {
    ensure(mayRelease.why(actor, project))
    if (project.published_at) throw new Conflict('この事業のページは、すでに公開されています。')
    await setPublished(tx, project, now, now)
    for (const report of project.reports.filter(({ withheld }) => !withheld))
      await publishFiles(tx, { kind: 'project-report', id: report.id }, ['photo'], now)
    record(tx, { actor, now }, 'project.released', project, { title: project.title })
    return settle({ db: tx }, project.id)
  })
}

/** It is taken back, and gone everywhere at once; the reason stays in the record. */
export async function retractProject({ db, actor, now }: Act, project: Inside, input: RetractionInput): Promise<void> {
  await atomically(db, async (tx) => {
    ensure(mayRetract.why(actor, project))
    await setPublished(tx, project, now, null)
    for (const report of project.reports) await withdrawFiles(tx, { kind: 'project-report', id: report.id }, ['photo'])
    await dropSearch(tx, 'project', project.id)
    record(tx, { actor, now }, 'project.retracted', project, { reason: input.reason })
  })
}

async function setPublished(tx: Db, project: Inside, now: Date, at: Date | null): Promise<void> {
  const updated = await changed(tx, project, now).set({ published_at: at }).executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) throw new Conflict(elsewhere)
}
