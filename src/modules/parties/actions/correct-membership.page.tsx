import { plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { TextAreaField } from '../../../ui/index.ts'
import { OwnPaper } from '../parts/own-paper.tsx'
import { RoleFields } from '../parts/role-fields.tsx'
import { roleLabels } from '../party/labels.ts'
import type { Membership } from '../subject.tsx'

export const LONGEST = 400

export function CorrectedFields({ frame, form, thing }: VerbPage<Membership>) {
  return (
    <>
      <OwnPaper frame={frame} form={form} party={thing.party} />
      <RoleFields form={form} />
      <TextAreaField
        form={form}
        name="reason"
        label="訂正する理由"
        hint="どこが違っていたかを書いてください。記録に残ります。"
        rows={3}
        maxlength={LONGEST}
        required
      />
    </>
  )
}

export type Corrected = Pick<Membership, 'name' | 'kana' | 'email' | 'role' | 'starts_on' | 'ends_on'>

/** Shows what was wrong beside what is right. */
export function correctedInWords(was: Corrected, is: Corrected & { reason: string }) {
  const [before, after] = [wordsOf(was), wordsOf(is)]
  const changes = before.flatMap(({ label, value }, at) => {
    const right = after[at]?.value
    return right === value ? [] : [{ label, value: `（誤）${value || 'なし'}　（正）${right || 'なし'}` }]
  })
  return [...changes, { label: '訂正する理由', value: is.reason }]
}

const wordsOf = ({ name, kana, email, role, starts_on, ends_on }: Corrected) => [
  { label: 'お名前', value: name },
  { label: 'ふりがな', value: kana },
  { label: 'メールアドレス', value: email ?? '' },
  { label: '役割', value: roleLabels[role] },
  { label: 'この役割が始まる日', value: plainDateLabel(starts_on) },
  { label: 'この役割が終わる日', value: ends_on ? plainDateLabel(ends_on) : '' },
]
