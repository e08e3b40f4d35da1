import type { VerbPage } from '../../../platform/web/action/index.ts'
import { labelled, type Wording } from '../../../platform/web/index.ts'
import { DateField, Notice, RadioField, TextAreaField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { goesOn, mayCorrectTo } from '../../projects/index.ts'
import { asksCommittee, committeeLabel, type Decided } from '../evaluation/future.ts'
import { limits } from '../evaluation/typed.ts'
import type { Future } from '../tables.ts'

type Props = VerbPage<Future, { obstacle: string | undefined }>

export function DecisionFields(props: Props & { offers?: (decision: Decided['decision']) => boolean }) {
  const { frame, form, thing, extra, offers = () => true } = props
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
        options={charter.evaluation.decisions
          .filter(({ key }) => offers(key))
          .map((one) => ({
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
      {asksCommittee(charter) && <DateField form={form} name="committee_on" label={committeeLabel(charter)} />}
    </>
  )
}

/** The fields of a decision in words. */
export const decisionWording = ({ charter }: Future): Wording =>
  labelled(
    {
      decision: 'これからどうしますか',
      reasons: 'そのように決めた理由',
      decided_on: '決めた日',
      committee_on: committeeLabel(charter),
    },
    (name, value) =>
      name === 'decision'
        ? label(charter.evaluation.decisions.find(({ key }) => key === value)?.label) || undefined
        : undefined,
  )

export function CorrectionFields(props: Props) {
  const { form, thing } = props
  return (
    <>
      <DecisionFields {...props} offers={(decision) => mayCorrectTo(thing.project, decision)} />
      <TextAreaField
        form={form}
        name="reason"
        label="訂正の理由"
        required
        rows={4}
        maxlength={limits.reason}
        hint="事業のページに載ります。個人の事情は書かないでください。"
      />
    </>
  )
}
