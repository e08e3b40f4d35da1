import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DrawnFields } from '../../../site/index.ts'
import { FileField } from '../../../ui/index.ts'
import { maySpeakForProposer } from '../may.ts'
import type { Proposal } from '../tables.ts'

type Props = Pick<VerbPage<Proposal>, 'frame' | 'form' | 'thing'>

/** Asks whoever types in what the proposer says for the paper on which it came. */
export function OwnPaper({ frame, form, thing }: Props) {
  if (maySpeakForProposer(frame.actor, thing)) return null
  return (
    <FileField
      form={form}
      name="scan"
      label="団体から届いた書面の写し"
      required
      multiple
      accept=".pdf,.jpg,.jpeg,.png"
      hint="提案した団体の方と担当の職員が見られます。公開しません。"
    />
  )
}

/** The paper, and the fields of the verb. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb on a proposal
export function WithOwnPaper(props: VerbPage<Proposal, any>) {
  return (
    <>
      <OwnPaper {...props} />
      <DrawnFields {...props} />
    </>
  )
}
