import { plainDateLabel } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { changedWords, flatten } from '../../../platform/web/index.ts'
import { mayEditProject } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { milestoneWording } from '../project/wording.ts'
import { milestone } from '../subject.tsx'
import type { Milestone } from '../tables.ts'
import { MilestoneForm, putMilestone, wrongMilestone } from './add-milestone.ts'
import { MilestonePage } from './milestone.page.tsx'

export const reviseMilestone = action(milestone, {
  path: 'milestones/:milestone',
  who: mayEditProject,
  form: MilestoneForm,
  wrong: wrongMilestone,
  edits: ({ thing }) => typedMilestone(thing.milestone),
  wording: () => milestoneWording,
  label: ({ milestone }) => `予定「${milestone.title}」を直す${milestone.done_on ? '' : '・済みにする'}`,
  title: '予定を直す',
  confirm: '保存する',
  tone: 'quiet',
  page: MilestonePage,
  undo: { by: 'milestones/:milestone' },
  as: asChosenParty,
  do: ({ tx }, one, { acting_for: _, ...input }) => {
    const changes = changedWords(milestoneWording, typedMilestone(one.milestone), typedMilestone(input))
    return putMilestone(tx, { project_id: one.id, id: one.milestone.id, ...input, changes })
  },
  done: '予定を保存しました。',
})

const typedMilestone = ({ title, due_on, done_on }: Pick<Milestone, 'title' | 'due_on' | 'done_on'>) =>
  flatten({ title, due_on: plainDateLabel(due_on), done_on: done_on && plainDateLabel(done_on) })
