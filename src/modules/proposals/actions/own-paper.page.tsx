import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DrawnFields } from '../../../site/index.ts'
import { OwnPaper } from '../parts/own-paper.tsx'
import type { Proposal } from '../tables.ts'

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
