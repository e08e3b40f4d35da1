import type { FormState, Frame } from '../../../platform/web/index.ts'
import { DateField, SelectField, TextAreaField, TextField } from '../../../ui/index.ts'
import { label, type Programme } from '../../charters/index.ts'
import { limits } from '../programme/call.ts'

export function CallFields({ form, frame, programme }: { form: FormState; frame: Frame; programme: Programme }) {
  const tracks = programme.tracks.map((track) => ({ value: track.key, label: label(track.label, frame.lang) }))
  return (
    <>
      {tracks.length > 1 && <SelectField form={form} name="track" label="部門" options={tracks} empty="すべての部門" />}
      <TextField form={form} name="fiscal_year" label="年度" required width="medium" hint="例：令和8年度" />
      <DateField form={form} name="opens_on" label="受付を始める日" required />
      <DateField
        form={form}
        name="closes_on"
        label="受付を終える日"
        required
        hint="この日の終わり（24時）まで受け付けます。例：令和8年5月29日"
      />
      <TextAreaField
        form={form}
        name="note"
        label="お知らせ"
        rows={3}
        maxlength={limits.note}
        hint="日程といっしょに載せる一言です。"
      />
    </>
  )
}
