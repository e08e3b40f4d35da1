import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { later } from '../../../platform/jobs/index.ts'
import { about } from '../../../platform/record/event.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made, type VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, EmailField, SelectField, TextField } from '../../../ui/index.ts'
import {
  addMembership,
  addPerson,
  addPost,
  inviteAccount,
  listDepartments,
  type PostRole,
} from '../../parties/index.ts'
import { invited } from '../events.ts'
import { mayAdminister } from '../may.ts'
import { staff } from '../subject.tsx'
import { urls } from '../urls.ts'
import { roleNames } from '../words.ts'

/** Posts whose holders write for their department. */
const officers = new Set<PostRole>(['section', 'department'])

const postRoles = ['section', 'department', 'administrator', 'coordinator', 'reviewer'] as const

export const InvitationForm = z.object({
  name: fields.text('お名前', 100),
  kana: fields.optionalKana(),
  email: fields.mail(),
  role: fields.choice(postRoles, '役割'),
  department: z.string().default(''),
  starts_on: fields.date('この役割が始まる日'),
})

/**
 * The administrator gives a person a post and has them invited. The account is the house's: it is made, and the letter
 * written, by a job behind this transaction, so that nobody learns here whether the address had an account already.
 */
export const invitePerson = action(staff, {
  path: 'new',
  who: mayAdminister,
  load: (c) => listDepartments(c.db),
  form: InvitationForm,
  blank: (_, { now }) => ({ starts_on: today(now) }),
  label: '職員を招く',
  confirm: '招く',
  leave: '招かずに戻る',
  before: () => ['登録の案内をメールでお送りします。ご本人がパスワードを決めると、使い始められます。'],
  fields: InvitationFields,
  undo: { by: 'end' },
  do: async ({ tx, actor, now }, _, { name, kana, email, role, department, starts_on }) => {
    const person_id = await addPerson(tx, { name, kana, email }, now)
    const department_id = department || null
    const entered = { person_id, starts_on, entered_at: now }
    await addPost(tx, { ...entered, role, department_id, entered_by: actor.account_id })
    if (department_id && officers.has(role))
      await addMembership(tx, { ...entered, party_id: department_id, role: 'officer' })
    await later(tx, inviteAccount, { person: person_id }, now)
    return made(about(invited({ role }), { id: person_id }), name)
  },
  done: ({ made: name }) => `${name}さんに、登録の案内をお送りします。`,
  then: urls.people,
})

type Departments = Awaited<ReturnType<typeof listDepartments>>

function InvitationFields({ form, extra: departments }: VerbPage<unknown, Departments>) {
  return (
    <>
      <TextField form={form} name="name" label="お名前" required maxlength={100} />
      <TextField form={form} name="kana" label="ふりがな" maxlength={100} />
      <EmailField form={form} name="email" label="メールアドレス" required />
      <SelectField
        form={form}
        name="role"
        label="役割"
        required
        options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        form={form}
        name="department"
        label="所属"
        options={[{ value: '', label: '全庁' }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <DateField form={form} name="starts_on" label="この役割が始まる日" required />
    </>
  )
}
