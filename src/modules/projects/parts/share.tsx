import type { FormState } from '../../../platform/web/index.ts'
import { SummaryList, TextAreaField, TextField, YenField } from '../../../ui/index.ts'
import { limits } from '../project/limits.ts'
import { type Share, shareLabels } from '../project/share.ts'

type Part = keyof Share

/** The fields of a party's share; `row` is the row of a list, `parties.0.`. */
export function ShareFields({ form, parts, row = '' }: { form: FormState; parts: readonly Part[]; row?: string }) {
  return <>{parts.map((part) => fieldOf(form, part, `${row}${part}`))}</>
}

function fieldOf(form: FormState, part: Part, name: string) {
  const field = { form, name, label: shareLabels[part] }
  if (part === 'role') return <TextField {...field} maxlength={40} hint="例　主催、協力、会場の提供" />
  if (part === 'does') return <TextAreaField {...field} rows={2} maxlength={limits.does} />
  if (part === 'brings') return <TextField {...field} maxlength={limits.brings} hint="人手、場所、もの、知識など" />
  return <YenField {...field} />
}

/** A party's share as text, for whom may not write it. */
export function ShareText({ share, parts }: { share: Share; parts: readonly Part[] }) {
  if (parts.length === 0) return null
  return (
    <SummaryList
      compact
      facts={parts.map((part) => ({
        label: shareLabels[part],
        value: <span class="as-typed">{inWords(share[part])}</span>,
      }))}
    />
  )
}

const inWords = (value: Share[Part]) =>
  typeof value === 'number' ? `${value.toLocaleString('ja-JP')}円` : value || '（まだ書かれていません）'
