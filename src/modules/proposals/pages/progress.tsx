import type { Frame } from '../../../platform/web/index.ts'
import { Notice } from '../../../ui/index.ts'
import { ReturnNotice } from '../parts/return.tsx'
import { isReleased } from '../proposal/decision.ts'
import type { Inside } from '../queries/inside.ts'
import { Next } from './next.tsx'
import { ProgressSteps } from './progress-steps.tsx'

export function Progress({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, entries } = data
  return (
    <>
      <ProgressSteps proposal={proposal} entries={entries} />
      {proposal.state === 'returned' && <ReturnNotice proposal={proposal} />}
      {proposal.published_at && (
        <Notice>
          {isReleased(proposal)
            ? 'この提案の決定は公表されています。'
            : '取り消された決定が、取り消されたことと理由とともに、公表のページに残っています。'}
          このページの下の「話し合い」などは、公表されていません。
        </Notice>
      )}
      <Next frame={frame} data={data} />
    </>
  )
}
