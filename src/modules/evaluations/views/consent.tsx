import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { DateField, FileField, Form, RadioField, SelectField, SubmitRow } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { projectRef } from '../../projects/index.ts'
import { silentGroups, yearInUrl } from '../rules.ts'
import { urls } from '../urls.ts'
import type { Handling } from './verbs.tsx'

/** The consent of a group that gives it on paper: whose, when, how, and its scan. */
export function PaperConsentPage({ frame, form, data }: Views<undefined, Handling>) {
  const { project, charter, round } = data
  const at = { city: frame.city.slug, ref: projectRef(project), year: yearInUrl(round.year) }
  return (
    <CityPage
      frame={frame}
      title="紙や電話で届いた同意を入力する"
      eyebrow={project.title}
      lead="公表への同意を、団体の名前で記録します。だれが入力したかも記録に残ります。"
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.show(at), label: word(charter, 'evaluation', frame.lang) }]}
    >
      <Form form={form} multipart>
        <SelectField
          form={form}
          name="seat"
          label="だれの同意か"
          required
          options={silentGroups(round).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField form={form} name="consented_on" label="同意のあった日" required />
        <RadioField
          form={form}
          name="channel"
          label="どのように受け取ったか"
          required
          inline
          options={[
            { value: 'paper', label: '書面' },
            { value: 'counter', label: '窓口' },
            { value: 'phone', label: '電話' },
          ]}
        />
        <FileField
          form={form}
          name="scan"
          label="書面の写し"
          accept=".pdf,.jpg,.jpeg,.png"
          hint="電話や窓口で聞いたときは、なくても構いません。公表はしません。"
        />
        <SubmitRow primary="同意を記録する" cancel={{ href: urls.show(at), label: '入力せずに戻る' }} />
      </Form>
    </CityPage>
  )
}
