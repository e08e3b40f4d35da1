import { action } from '../../../platform/web/action/index.ts'
import { changedWords, flatten, labelled } from '../../../platform/web/index.ts'
import { departmentRevised } from '../events.ts'
import { mayReviseDepartment } from '../may.ts'
import { DepartmentForm } from '../party/department.ts'
import { party } from '../subject.tsx'
import type { Party } from '../tables.ts'
import { changeParty } from '../writes/departments.ts'
import { DepartmentFields } from './department.page.tsx'

/** What is said of a department is put right; a new name from a day on is a renaming. */
export const reviseDepartment = action(party, {
  path: 'department',
  who: mayReviseDepartment,
  form: DepartmentForm,
  edits: ({ thing }) => typedDepartment(thing),
  wording: () => departmentWording,
  label: '部署の情報を直す',
  title: ({ name }) => `${name}の情報を直す`,
  confirm: '保存する',
  tone: 'primary',
  lead: '名前の書きまちがいも、ここで直せます。組織が変わって名前が変わるときは「改称する」を使うと、前の名前も残ります。',
  before: () => ['直した内容が、すぐに部署のページに出ます。'],
  fields: DepartmentFields,
  undo: { by: 'department' },
  do: async ({ tx }, one, input) => {
    await changeParty(tx, one, input)
    const changes = changedWords(departmentWording, typedDepartment(one), typedDepartment({ ...one, ...input }))
    return departmentRevised({ name: input.name, changes })
  },
  done: '部署の情報を保存しました。',
})

const typedDepartment = ({ name, kana, purpose, phone, email }: Party) => flatten({ name, kana, purpose, phone, email })

const departmentWording = labelled({
  name: '部署の名前',
  kana: 'ふりがな',
  purpose: '仕事の内容',
  phone: '電話番号',
  email: 'メールアドレス',
})
