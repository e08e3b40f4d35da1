import { action } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { departmentRevised } from '../events.ts'
import { mayReviseDepartment } from '../may.ts'
import { DepartmentForm } from '../party/department.ts'
import { party } from '../subject.tsx'
import { changeParty } from '../writes/departments.ts'
import { DepartmentFields } from './department.page.tsx'

/** What is said of a department is put right; a new name from a day on is a renaming. */
export const reviseDepartment = action(party, {
  path: 'department',
  who: mayReviseDepartment,
  form: DepartmentForm,
  blank: ({ thing: { name, kana, purpose, phone, email } }) => flatten({ name, kana, purpose, phone, email }),
  label: '部署の情報を直す',
  title: ({ name }) => `${name}の情報を直す`,
  confirm: '保存する',
  tone: 'primary',
  lead: '名前の書きまちがいも、ここで直せます。組織が変わって名前が変わるときは「改称する」を使うと、前の名前も残ります。',
  before: () => ['直した内容が、すぐに部署のページに出ます。'],
  fields: DepartmentFields,
  undo: { by: 'department' },
  fresh: true,
  do: async ({ tx }, one, input) => {
    await changeParty(tx, one, input)
    return departmentRevised({ name: input.name })
  },
  done: '部署の情報を保存しました。',
})
