import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { later } from '../../../platform/jobs/index.ts'
import { about } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made, type VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, EmailField, TextField } from '../../../ui/index.ts'
import { addPerson, appoint, findMailOf, inviteAccount, listDepartments } from '../../parties/index.ts'
import { invited } from '../events.ts'
import { mayAdminister } from '../may.ts'
import { staff } from '../subject.tsx'
import { urls } from '../urls.ts'
import { type Departments, PostFields, postRoles } from './post.page.tsx'

export const InvitationForm = z.object({
  name: fields.text('お名前', 100),
  kana: fields.optionalKana(),
  email: fields.mail(),
  role: fields.choice(postRoles, '役割'),
  department: z.string().default(''),
  starts_on: fields.date('この役割が始まる日'),
})

/** A job makes the account and its letter later, so that nobody learns here whether the address has an account. */
export const invitePerson = action(staff, {
  path: 'new',
  who: mayAdminister,
  load: (c) => listDepartments(c.db),
  form: InvitationForm,
  blank: (_, { now }) => ({ starts_on: today(now) }),
  label: '職員を招く',
  confirm: '招く',
  leave: '招かずに戻る',
  before: () => ['登録の案内をメールでお送りします。ご本人が引き受けると、使い始められます。'],
  fields: InvitationFields,
  undo: { by: 'end' },
  do: async ({ tx, actor, now }, _, { name, kana, email, role, department, starts_on }) => {
    await ensureAnother(tx, actor, email)
    const person_id = await addPerson(tx, { name, kana, email }, now)
    const given = { role, department_id: department || null, starts_on, ends_on: null }
    await appoint(tx, { ...given, person_id, entered_at: now, entered_by: actor.account_id })
    await later(tx, inviteAccount, { person: person_id }, now)
    return made(about(invited({ role }), { id: person_id }), name)
  },
  done: ({ made: name }) => `${name}さんに、登録の案内をお送りします。`,
  then: urls.people,
})

/** Nobody gives a post to themselves; one that came about by another address gives no authority either. */
export async function ensureAnother(tx: Db, { person_id }: Actor, email: string): Promise<void> {
  const own = person_id && (await findMailOf(tx, person_id))
  if (own && own.toLowerCase() === email.toLowerCase())
    throw new Invalid({ email: 'ご自分に役割を加えることはできません。ほかのシステム管理者に頼んでください。' })
}

function InvitationFields({ form, extra: departments }: VerbPage<unknown, Departments>) {
  return (
    <>
      <TextField form={form} name="name" label="お名前" required maxlength={100} />
      <TextField form={form} name="kana" label="ふりがな" maxlength={100} />
      <EmailField form={form} name="email" label="メールアドレス" required />
      <PostFields form={form} departments={departments} />
      <DateField form={form} name="starts_on" label="この役割が始まる日" required />
    </>
  )
}
