import { type IsoDate, plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField } from '../../../ui/index.ts'
import type { Decision } from '../lifecycle.ts'
import { DecidedFields } from '../parts/decision-fields.tsx'
import { decisionLabel } from '../proposal/proposal.ts'
import type { Proposal } from '../tables.ts'

export function DecisionFields(props: VerbPage<Proposal>) {
  return (
    <>
      <DecidedFields {...props} />
      <DateField
        form={props.form}
        name="released_on"
        label="公表する日"
        hint="この日より前には公表されません。空のままにすると、決定した日から公表できます。"
      />
    </>
  )
}

interface Entered {
  decision: Decision
  reasons: string
  conditions: string
  decided_on: IsoDate
  released_on: IsoDate | null
}

export function decisionEntered({ charter, programme }: Proposal, input: Entered): { label: string; value: string }[] {
  const { decision, reasons, conditions, decided_on, released_on } = input
  return [
    { label: '決定', value: decisionLabel(charter, programme, decision) },
    { label: '理由', value: reasons },
    ...(conditions ? [{ label: '採択の条件', value: conditions }] : []),
    { label: '決定した日', value: plainDateLabel(decided_on) },
    { label: '公表する日', value: released_on ? plainDateLabel(released_on) : '決定した日から' },
  ]
}
