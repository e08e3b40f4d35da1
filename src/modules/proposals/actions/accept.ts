import { z } from 'zod'
import { action } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { listDepartments } from '../../parties/index.ts'
import { accepted } from '../events.ts'
import { acceptanceMail } from '../letters.ts'
import { mayHandleProposal } from '../may.ts'
import { proposal } from '../subject.tsx'
import { moveProposal } from '../writes/proposal.ts'
import { AcceptancePage, GivenDepartment } from './accept.page.tsx'
import { departmentOf, departmentWording } from './assign.ts'

/** Accepts a submitted proposal, and may give it to a department at once. */
export const acceptProposal = action(proposal, {
  path: 'acceptance',
  moves: 'accept',
  who: mayHandleProposal,
  load: ({ db }) => listDepartments(db),
  form: z.object({ department_id: z.string().default('') }),
  edits: ({ thing }) => flatten({ department_id: thing.department_id }),
  wording: ({ extra }) => departmentWording(extra),
  label: '受理する',
  lead: '書類がそろい、この制度で扱える提案であることを確かめて受理します。',
  question: 'この提案を受理しますか',
  leave: '受理せずに戻る',
  before: () => ['担当課を決めると、その課の職員も提案を読めるようになります。'],
  undo: { never: '受理したことは、元に戻せません。担当課は、あとから変えられます。' },
  page: AcceptancePage,
  fields: GivenDepartment,
  do: async (act, one, { department_id }) => {
    const department = department_id ? await departmentOf(act.tx, department_id) : undefined
    await moveProposal(act, one, department ? { department_id: department.id } : {})
    return accepted({ department: department?.name, public: {} })
  },
  tells: () => [acceptanceMail],
  done: '提案を受理しました。',
})
