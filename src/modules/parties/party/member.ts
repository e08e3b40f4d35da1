import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { plainDateLabel } from '../../../platform/time/index.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { type FormState, labelled, type Wording } from '../../../platform/web/index.ts'
import { roleLabels } from './labels.ts'

/** An officer has the role by a post. */
const roles = ['representative', 'secretary', 'signatory', 'member'] as const

/** The paper of a group on which it said what somebody else types in. */
export const ownPaper = { scan: fields.files({ kinds: scanKinds }) }

export const MemberForm = z.object({
  name: fields.text('お名前', 100),
  kana: fields.optionalKana(),
  email: fields.optionalMail(),
  role: fields.choice(roles, '役割'),
  starts_on: fields.date('この役割が始まる日'),
  ends_on: fields.optionalDate({ missing: 'この役割が終わる日を、年月日で入力してください。' }),
  ...ownPaper,
})

interface Typed {
  name: string
  kana: string
  email: string | null
  role: string
  starts_on: string
  ends_on: string | null
}

/** A member as form values. */
export const typedMember = ({ name, kana, email, role, starts_on, ends_on }: Typed): FormState['values'] => ({
  name,
  kana,
  email: email ?? '',
  role,
  starts_on: plainDateLabel(starts_on),
  ends_on: ends_on ? plainDateLabel(ends_on) : '',
})

/** The fields of a member in words. */
export const memberWording: Wording = labelled(
  {
    name: 'お名前',
    kana: 'ふりがな',
    email: 'メールアドレス',
    role: '役割',
    starts_on: 'この役割が始まる日',
    ends_on: 'この役割が終わる日',
  },
  (name, value) => (name === 'role' ? roleLabels[value as keyof typeof roleLabels] : undefined),
)

export function memberInWords(
  _: unknown,
  { name, kana, email, role, starts_on, ends_on }: z.output<typeof MemberForm>,
) {
  return [
    { label: 'お名前', value: kana ? `${name}（${kana}）` : name },
    ...(email ? [{ label: 'メールアドレス', value: email }] : []),
    { label: '役割', value: roleLabels[role] },
    { label: 'この役割が始まる日', value: plainDateLabel(starts_on) },
    ...(ends_on ? [{ label: 'この役割が終わる日', value: plainDateLabel(ends_on) }] : []),
  ]
}
