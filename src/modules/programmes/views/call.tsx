import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { DateField, Form, SelectField, SubmitRow, TextAreaField, TextField } from '../../../ui/index.ts'
import { label, type Programme } from '../../charters/index.ts'
import { limits } from '../forms/call.ts'
import type { Call } from '../tables.ts'
import { urls } from '../urls.ts'
import { title } from './list.tsx'

/** The section says from when to when a programme takes proposals. */
export function CallFormPage({
  frame,
  form,
  data,
}: Views<undefined, { programme: Programme; call: Call | undefined }>) {
  const { city, lang } = frame
  const { programme, call } = data
  const at = { city: city.slug, key: programme.key }
  const heading = call ? '受付の日程を変える' : '受付の日程を決める'
  const tracks = programme.tracks.map((track) => ({ value: track.key, label: label(track.label, lang) }))
  return (
    <CityPage
      frame={frame}
      title={heading}
      eyebrow={label(programme.label, lang)}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[
        { href: urls.list({ city: city.slug }), label: title[lang] },
        { href: urls.show(at), label: label(programme.label, lang) },
      ]}
    >
      <Form form={form}>
        {tracks.length > 1 && (
          <SelectField form={form} name="track" label="部門" options={tracks} empty="すべての部門" />
        )}
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
        <SubmitRow
          primary={call ? '日程を変える' : '日程を公開する'}
          cancel={{ href: urls.show(at), label: '変えずに戻る' }}
        />
      </Form>
    </CityPage>
  )
}
