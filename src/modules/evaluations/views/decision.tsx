import type { Views } from '../../../platform/web/index.ts'
import { DateField, Form, Notice, RadioField, SubmitRow, TextAreaField } from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { goesOn, type Inside, projectRef } from '../../projects/index.ts'
import { limits } from '../forms.ts'
import { yearInUrl } from '../rules.ts'
import { urls } from '../urls.ts'
import { VerbPage } from './verbs.tsx'

export interface Deciding {
  project: Inside
  charter: Charter
  year: number
  /** Why it cannot go on as it stands, or undefined. */
  obstacle: string | undefined
}

export function DecisionPage({ frame, form, data }: Views<undefined, Deciding>) {
  const { project, charter, year, obstacle } = data
  const at = { city: frame.city.slug, ref: projectRef(project), year: yearInUrl(year) }
  return (
    <VerbPage frame={frame} form={form} project={project} charter={charter} year={year} title="これからを決める">
      {obstacle && (
        <Notice kind="warning" heading="いまは、続けると決められません">
          {obstacle}
        </Notice>
      )}
      <Form form={form}>
        <RadioField
          form={form}
          name="decision"
          label="これからどうしますか"
          required
          options={charter.evaluation.decisions.map((one) => ({
            value: one.key,
            label: label(one.label, frame.lang),
            hint: one.summary
              ? label(one.summary, frame.lang)
              : goesOn(one.key)
                ? '次の年度の事業を、この事業につなげてつくります。'
                : undefined,
          }))}
        />
        <TextAreaField
          form={form}
          name="reasons"
          label="そのように決めた理由"
          required
          rows={6}
          maxlength={limits.agreed}
          hint="事業のページに載ります。"
        />
        <DateField form={form} name="decided_on" label="決めた日" required />
        {charter.timeLimit?.renewalNeeds.includes('committee-opinion') && (
          <DateField form={form} name="committee_on" label={`${word(charter, 'committee')}の意見を聞いた日`} />
        )}
        <SubmitRow primary="決定を記録する" cancel={{ href: urls.show(at), label: '決めずに戻る' }} />
      </Form>
    </VerbPage>
  )
}
