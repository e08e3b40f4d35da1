import { z } from 'zod'
import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import type { Happened } from '../../../platform/record/event.ts'
import type { Wrong } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import type { Changed } from '../../../platform/web/index.ts'
import { milestoneReached, milestoneSet } from '../events.ts'
import { mayEditProject } from '../may.ts'
import { acting_for, asChosenParty } from '../project/acting.ts'
import { project } from '../subject.tsx'
import { refreshCopies } from '../writes/row.ts'
import { MilestonePage } from './milestone.page.tsx'

export const MilestoneForm = z.object({
  acting_for,
  title: fields.text('何をするか', 100),
  due_on: fields.date('いつまでにか'),
  done_on: fields.optionalDate('行った日'),
})

export const wrongMilestone = (_: unknown, { done_on }: { done_on?: string | null }, now: Date): Wrong => ({
  done_on: done_on && done_on > today(now) ? '行った日は、今日までの日付にしてください。' : undefined,
})

export const addMilestone = action(project, {
  path: 'milestones/new',
  who: mayEditProject,
  form: MilestoneForm,
  wrong: wrongMilestone,
  label: '予定を加える',
  confirm: '保存する',
  tone: 'quiet',
  page: MilestonePage,
  undo: { by: 'milestones/:milestone' },
  as: asChosenParty,
  do: ({ tx }, one, input) => putMilestone(tx, { project_id: one.id, id: newId(), ...input }),
  done: '予定を加えました。',
})

type Row = Omit<z.output<typeof MilestoneForm>, 'acting_for'> & { project_id: string; id: string; changes?: Changed[] }

export async function putMilestone(
  tx: Db,
  { project_id, id, title, due_on, done_on, changes }: Row,
): Promise<Happened> {
  await tx
    .insertInto('project_milestones')
    .values({ city_id: cityOf(tx), id, project_id, title, due_on, done_on })
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doUpdateSet({ title, due_on, done_on }))
    .execute()
  await refreshCopies(tx, project_id)
  return (done_on ? milestoneReached : milestoneSet)({ changes, public: { milestone: id, title, on: done_on } })
}
