import { entriesOf } from '../../../platform/record/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { Notice } from '../../../ui/index.ts'
import { proposalRef } from '../../proposals/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { started } from '../events.ts'
import { listProposalOf } from '../queries/one.ts'
import type { Agreement, FromProposal } from '../tables.ts'

export interface CarriedOver {
  from: FromProposal
  carried: string[]
  left: string[]
}

/** Returns undefined once the text has been offered. */
export async function findCarriedOver(c: Reading, agreement: Agreement): Promise<CarriedOver | undefined> {
  if (!agreement.proposal_id || agreement.state !== 'draft' || agreement.number !== null) return undefined
  const [from] = await listProposalOf(c.db, agreement)
  const begun = (await entriesOf(c.db, [{ kind: 'agreement', id: agreement.id }])).find(started.is)
  const { carried = [], left = [] } = begun ? started.read(begun) : {}
  return from && { from, carried, left }
}

/** Lists every carried part, so that nobody assumes that more was carried over. */
export function FromTheProposal({ city, from, carried, left }: CarriedOver & { city: string }) {
  return (
    <>
      <Notice kind="info" heading="採択された提案から書き始めた案です">
        <p>
          <a href={proposals.show({ city, ref: proposalRef(from) })}>{from.title}</a>
          から写したところ　{carried.join('、')}。どれも、話し合いで決めたとおりに直せます。
        </p>
      </Notice>
      {left.length > 0 && (
        <Notice kind="warning" heading="提案からは写しきれず、書き足していただくところ">
          <ul>
            {left.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
