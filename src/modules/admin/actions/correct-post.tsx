import { z } from 'zod'
import { reasonField } from '../../../platform/fields/drawn.ts'
import { fields } from '../../../platform/fields/index.ts'
import { about } from '../../../platform/record/event.ts'
import { plainDateLabel } from '../../../platform/time/index.ts'
import { action, type VerbPage } from '../../../platform/web/action/index.ts'
import { labelled } from '../../../platform/web/index.ts'
import { DateField, TextAreaField } from '../../../ui/index.ts'
import { changePost, impossible, isPossible, listDepartments, termLabel } from '../../parties/index.ts'
import { postCorrected } from '../events.ts'
import { mayChangePost } from '../may.ts'
import { type Post, post } from '../subject.tsx'
import { urls } from '../urls.ts'
import { roleNames } from '../words.ts'
import { type Departments, departmentName, PostFields, postRoles } from './post.page.tsx'

const MOST = 400

const CorrectionForm = z.object({
  role: fields.choice(postRoles, '役割'),
  department: z.string().default(''),
  starts_on: fields.date('この役割が始まる日'),
  ends_on: fields.optionalDate({ missing: 'この役割が終わる日を、年月日で入力してください。' }),
  reason: reasonField('訂正する理由', MOST),
})

export const correctPost = action(post, {
  path: 'correction',
  who: mayChangePost,
  load: (c) => listDepartments(c.db),
  form: CorrectionForm,
  wrong: (_, { starts_on, ends_on = null }) => ({
    ends_on: starts_on && !isPossible({ starts_on, ends_on }) ? impossible : undefined,
  }),
  edits: ({ thing: { role, department_id, starts_on, ends_on } }) => ({
    role,
    department: department_id ?? '',
    starts_on: plainDateLabel(starts_on),
    ends_on: ends_on ? plainDateLabel(ends_on) : '',
  }),
  wording: ({ extra: departments }) =>
    labelled(
      { role: '役割', department: '所属', starts_on: 'この役割が始まる日', ends_on: 'この役割が終わる日' },
      (name, value) => {
        if (name === 'role') return roleNames[value as keyof typeof roleNames]
        return name === 'department' ? departmentName(departments, value) : undefined
      },
    ),
  entered: inWords,
  label: '訂正する',
  title: ({ role }) => `「${roleNames[role]}」の役割の登録を訂正する`,
  leave: '訂正せずに戻る',
  before: () => [
    '誤って登録したことを、正しく直します。担当がほかの方に代わったときは、「引き継ぐ」をお使いください。',
    '前の登録と訂正した理由は、記録に残ります。',
  ],
  fields: CorrectionFields,
  undo: { by: 'correction' },
  do: async ({ tx, actor, now }, held, { reason, department, ...term }) => {
    const change = { ...term, department_id: department || null }
    await changePost({ db: tx, now, by: actor.account_id }, held, change)
    return about(postCorrected({ role: held.role, reason }), { id: held.person_id })
  },
  done: (_, { name }) => `${name}さんの役割の登録を訂正しました。`,
  then: urls.people,
})

function CorrectionFields({ form, extra: departments }: VerbPage<Post, Departments>) {
  return (
    <>
      <PostFields form={form} departments={departments} />
      <DateField form={form} name="starts_on" label="この役割が始まる日" required />
      <DateField form={form} name="ends_on" label="この役割が終わる日" />
      <TextAreaField form={form} name="reason" label="訂正する理由" rows={3} maxlength={MOST} required />
    </>
  )
}

function inWords(was: Post, is: z.output<typeof CorrectionForm>) {
  return [
    { label: '訂正の前', value: `${roleNames[was.role]}　${termLabel(was)}` },
    { label: '訂正の後', value: `${roleNames[is.role]}　${termLabel(is)}` },
    { label: '訂正する理由', value: is.reason },
  ]
}
