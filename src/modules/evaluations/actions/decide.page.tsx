import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, Notice, RadioField, TextAreaField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { goesOn } from '../../projects/index.ts'
import { asksCommittee, committeeLabel } from '../evaluation/future.ts'
import { limits } from '../evaluation/typed.ts'
import type { Future } from '../tables.ts'

/** What becomes of the project, with what stands in the way of going on. */
export function DecisionFields({ frame, form, thing, extra }: VerbPage<Future, { obstacle: string | undefined }>) {
  const { charter } = thing
  return (
    <>
      {extra.obstacle && (
        <Notice kind="warning" heading="いまは、続けると決められません">
          {extra.obstacle}
        </Notice>
      )}
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
        hint="通知書に印刷され、事業のページに載ります。"
      />
      <DateField form={form} name="decided_on" label="決めた日" required />
      {asksCommittee(charter) && <DateField form={form} name="committee_on" label={committeeLabel(charter)} />}
    </>
  )
}
