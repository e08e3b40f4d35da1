import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, RadioField, TextAreaField } from '../../../ui/index.ts'
import type { Decision } from '../lifecycle.ts'
import { limits } from '../proposal/draft.ts'
import { decisionLabel, offeredDecisions } from '../proposal/proposal.ts'
import type { Proposal } from '../tables.ts'

type Props = Pick<VerbPage<Proposal>, 'frame' | 'form' | 'thing'> & { offers?: (decision: Decision) => boolean }

export function DecidedFields({ frame, form, thing, offers = () => true }: Props) {
  const { charter, programme } = thing
  const options = offeredDecisions(charter, programme)
    .filter((one) => offers(one))
    .map((one) => ({ value: one, label: decisionLabel(charter, programme, one, frame.lang) }))
  return (
    <>
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
    </>
  )
}
