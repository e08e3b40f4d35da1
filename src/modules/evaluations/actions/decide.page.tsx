import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, Form, Notice, RadioField, SubmitRow, TextAreaField } from '../../../ui/index.ts'
import { label, word } from '../../charters/index.ts'
import { goesOn, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { limits } from '../evaluation/typed.ts'
import { isRound } from '../evaluation/year.ts'
import { Before } from '../parts/before.tsx'
import type { Round, Year } from '../tables.ts'

/** What becomes of the project, with what stands in the way of going on. */
export function DecisionPage(props: VerbPage<Year | Round, { obstacle: string | undefined }>) {
  const { frame, form, thing, extra, verb, back } = props
  const { charter, project } = thing
  const city = frame.city.slug
  return (
    <>
      {extra.obstacle && (
        <Notice kind="warning" heading="いまは、続けると決められません">
          {extra.obstacle}
        </Notice>
      )}
      <Before sentences={verb.before(props)} />
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
        <SubmitRow
          primary={verb.confirm(thing)}
          cancel={{
            href: isRound(thing) ? back : projects.show({ city, ref: projectRef(project) }),
            label: '決めずに戻る',
          }}
        />
      </Form>
    </>
  )
}
