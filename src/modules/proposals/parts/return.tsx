import { dateLabel } from '../../../platform/time/index.ts'
import { Notice, Paragraphs } from '../../../ui/index.ts'
import type { Proposal } from '../tables.ts'

export function ReturnNotice({ proposal }: { proposal: Proposal }) {
  return (
    <Notice kind="warning" heading="直してほしいところ">
      <Paragraphs text={proposal.return_note} />
      {proposal.return_by && <p>{`${dateLabel(proposal.return_by)}までに、直して提出してください。`}</p>}
    </Notice>
  )
}
