import type { VerbPage } from '../../../platform/web/action/index.ts'
import { Confirmation } from '../../../site/index.ts'
import { Notice } from '../../../ui/index.ts'
import type { Proposal } from '../tables.ts'

export function ReviewPage(props: VerbPage<Proposal, { talked: boolean }>) {
  return (
    <>
      {!props.extra.talked && (
        <Notice kind="warning" heading="話し合いの記録がそろっていません">
          団体と市の両方の発言がまだ残っていません。電話や対面で話し合ったときは、その記録を先に書き残してください。
        </Notice>
      )}
      <Confirmation {...props} />
    </>
  )
}
