import { z } from 'zod'
import type { Db } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { action } from '../../../platform/web/action/index.ts'
import { flatten, labelled, type Wording } from '../../../platform/web/index.ts'
import { listDepartments } from '../../parties/index.ts'
import { assigned } from '../events.ts'
import { assignmentMail } from '../letters.ts'
import { mayAssign } from '../may.ts'
import { proposal } from '../subject.tsx'
import { changeProposal } from '../writes/proposal.ts'
import { ChosenDepartment } from './assign.page.tsx'

export const assignProposal = action(proposal, {
  path: 'department',
  who: mayAssign,
  load: ({ db }) => listDepartments(db),
  form: z.object({ department_id: fields.chosen('担当課') }),
  edits: ({ thing }) => flatten({ department_id: thing.department_id }),
  wording: ({ extra }) => departmentWording(extra),
  label: ({ department_id }) => (department_id ? '担当課を変える' : '担当課を決める'),
  title: '担当課を決める',
  confirm: 'この課に決める',
  leave: '変えずに戻る',
  tone: 'quiet',
  before: ({ thing }) => [
    'この課の職員が、提案を読み、話し合えるようになります。',
    ...(thing.department_id ? ['いまの担当課の職員は、読めなくなります。'] : []),
  ],
  undo: { by: 'department' },
  fields: ChosenDepartment,
  do: async ({ tx }, one, { department_id }) => {
    const { id, name } = await departmentOf(tx, department_id)
    await changeProposal(tx, one, { department_id: id })
    return assigned({ department: name })
  },
  tells: () => [assignmentMail],
  done: '担当課を決めました。',
})

/** The choice of a department in words. */
export const departmentWording = (departments: readonly { id: string; name: string }[]): Wording =>
  labelled({ department_id: '担当課' }, (_, value) => departments.find(({ id }) => id === value)?.name)

/** Returns the department with this id; refuses any other party. */
export async function departmentOf(tx: Db, id: string): Promise<{ id: string; name: string }> {
  const found = (await listDepartments(tx)).find((one) => one.id === id)
  if (!found) throw new Invalid({ department_id: '担当課を一覧から選んでください。' })
  return found
}
