import { plainDateLabel } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { mayEditProject } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { milestone } from '../subject.tsx'
import { MilestoneForm, putMilestone, wrongMilestone } from './add-milestone.ts'
import { MilestonePage } from './milestone.page.tsx'

export const reviseMilestone = action(milestone, {
  path: 'milestones/:milestone',
  who: mayEditProject,
  form: MilestoneForm,
  wrong: wrongMilestone,
  blank: ({ thing: { milestone } }) => {
    const { title, due_on, done_on } = milestone
    return flatten({ title, due_on: plainDateLabel(due_on), done_on: done_on && plainDateLabel(done_on) })
  },
  label: ({ milestone }) => `予定「${milestone.title}」を直す${milestone.done_on ? '' : '・済みにする'}`,
  title: '予定を直す',
  confirm: '保存する',
  tone: 'quiet',
  page: MilestonePage,
  undo: { by: 'milestones/:milestone' },
  as: asChosenParty,
  do: ({ tx }, one, input) => putMilestone(tx, { project_id: one.id, id: one.milestone.id, ...input }),
  done: '予定を保存しました。',
})
