import { plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { DateField, RadioField, TextAreaField } from '../../../ui/index.ts'
import { mayCorrectTo } from '../may.ts'
import { changesBetween, correctedBy, decidedOn, isReleased } from '../proposal/decision.ts'
import { limits } from '../proposal/draft.ts'
import { decisionLabel, offeredDecisions } from '../proposal/standing.ts'
import type { CorrectionInput } from '../proposal/typed.ts'
import type { Proposal } from '../tables.ts'

/** Why it was wrong, and the decision as it stands, to be put right. */
export function CorrectionFields({ frame, form, thing }: VerbPage<Proposal>) {
  const { charter, programme } = thing
  const options = offeredDecisions(charter, programme)
    .filter((one) => mayCorrectTo(frame.actor, thing, one))
    .map((one) => ({ value: one, label: decisionLabel(charter, programme, one, frame.lang) }))
  return (
    <>
      <TextAreaField
        form={form}
        name="reason"
        label="訂正の理由"
        required
        rows={3}
        maxlength={limits.reason}
        hint="通知書に印刷され、公表のページにもそのまま載ります。個人の事情は書かないでください。"
      />
      <RadioField form={form} name="decision" label="決定" required options={options} />
      <TextAreaField form={form} name="reasons" label="理由" required rows={8} maxlength={limits.reasons} />
      <TextAreaField
        form={form}
        name="conditions"
        label="採択の条件"
        rows={4}
        maxlength={limits.conditions}
        hint="条件をつけて採択するときだけ書いてください。"
      />
      <DateField form={form} name="decided_on" label="決定した日" required />
      {!isReleased(thing) && (
        <DateField form={form} name="released_on" label="公表する日" hint="この日より前には公表されません。" />
      )}
    </>
  )
}

/** The decision as it stands. */
export function correctionBlank(one: Proposal) {
  const { decision, reasons, conditions, decided_on, released_on } = one
  return flatten({
    decision,
    reasons,
    conditions,
    decided_on: decided_on && plainDateLabel(decided_on),
    released_on: released_on && plainDateLabel(released_on),
  })
}

/** What was wrong and what is right, as the officer who confirms it reads it. */
export function correctionEntered(one: Proposal, { reason, ...typed }: CorrectionInput) {
  const changes = changesBetween(one, decidedOn(one), correctedBy(one, typed))
  return [
    { label: '訂正の理由', value: reason },
    ...changes.flatMap(({ label, wrong, right }) => [
      { label: `${label}（誤）`, value: wrong },
      { label: `${label}（正）`, value: right },
    ]),
  ]
}
