import { plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { DateField, TextAreaField } from '../../../ui/index.ts'
import { mayCorrectTo } from '../may.ts'
import { DecidedFields } from '../parts/decision-fields.tsx'
import { changesBetween, correctedBy, decidedOn, isReleased } from '../proposal/decision.ts'
import { limits } from '../proposal/draft.ts'
import type { CorrectionInput } from '../proposal/typed.ts'
import type { Proposal } from '../tables.ts'

/** Why it was wrong, and the decision as it stands, to be put right. */
export function CorrectionFields(props: VerbPage<Proposal>) {
  const { frame, form, thing } = props
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
      <DecidedFields {...props} offers={(decision) => mayCorrectTo(frame.actor, thing, decision)} />
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
