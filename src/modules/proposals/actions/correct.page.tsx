import type { Actor } from '../../../platform/actor.ts'
import { plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { flatten, labelled, type Wording } from '../../../platform/web/index.ts'
import { DateField, TextAreaField } from '../../../ui/index.ts'
import { decisions } from '../lifecycle.ts'
import { mayCorrectTo } from '../may.ts'
import { DecidedFields } from '../parts/decision-fields.tsx'
import { type Begun, NotOffered, wayTo } from '../parts/led-on.tsx'
import { changesBetween, correctedBy, decidedOn, givenRelease, isReleased } from '../proposal/decision.ts'
import { limits } from '../proposal/draft.ts'
import { decisionLabel, offeredDecisions } from '../proposal/proposal.ts'
import type { CorrectionInput } from '../proposal/typed.ts'
import type { Proposal } from '../tables.ts'

export function CorrectionFields(props: VerbPage<Proposal, { begun: Begun }>) {
  const { frame, form, thing, extra } = props
  const next = thing.led_on_at ? wayTo(extra.begun, thing.charter, frame.city.slug) : undefined
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
      <NotOffered why={whyNotOffered(frame.actor, thing)} next={next} />
      <DecidedFields {...props} offers={(decision) => mayCorrectTo(frame.actor, thing, decision)} />
      {!isReleased(thing) && (
        <DateField
          form={form}
          name="released_on"
          label="公表する日"
          hint={`この日より前には公表されません。${releaseHint(thing)}`}
        />
      )}
    </>
  )
}

/** Returns the reasons, each once, why the decision cannot be corrected to some of the programme's decisions. */
function whyNotOffered(actor: Actor, thing: Proposal): string[] {
  const why = offeredDecisions(thing.charter, thing.programme).map((one) => mayCorrectTo.why(actor, thing, one))
  return [...new Set(why.flatMap((ruling) => (ruling.allowed ? [] : [ruling.because])))]
}

const releaseHint = (thing: Proposal) =>
  givenRelease(thing) ? '空にしても、いまの日のままです。' : '空のままにすると、決定した日から公表できます。'

export function correctionBlank(one: Proposal) {
  const { decision, reasons, conditions, decided_on } = one
  const released_on = givenRelease(one)
  return flatten({
    decision,
    reasons,
    conditions,
    decided_on: decided_on && plainDateLabel(decided_on),
    released_on: released_on && plainDateLabel(released_on),
  })
}

/** The fields of a decision in words. */
export const decisionWording = ({ charter, programme }: Proposal): Wording =>
  labelled(
    {
      decision: '決定',
      reasons: '理由',
      conditions: '採択の条件',
      decided_on: '決定した日',
      released_on: '公表する日',
    },
    (name, value) => {
      const found = name === 'decision' ? decisions.find((one) => one === value) : undefined
      return found && decisionLabel(charter, programme, found)
    },
  )

/** Returns wrong and right side by side for the officer who confirms. */
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
