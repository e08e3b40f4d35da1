import type { VerbPage } from '../../../platform/web/action/index.ts'
import { PaperField } from '../../../site/index.ts'
import { maySpeakForProposer } from '../may.ts'
import type { Proposal } from '../tables.ts'

type Props = Pick<VerbPage<Proposal>, 'frame' | 'form' | 'thing'>

/** Asks whoever types in what the proposer says for the paper on which it came. */
export function OwnPaper({ frame, form, thing }: Props) {
  if (maySpeakForProposer(frame.actor, thing)) return null
  return <PaperField form={form} required hint="提案した団体の方と担当の職員が見られます。" />
}
