import type { Db } from '../../../platform/db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import type { FormState, Reading } from '../../../platform/web/index.ts'
import { type Charter, charterInForce } from '../../charters/index.ts'
import { listChoosableParties } from '../../parties/index.ts'
import { beginning, type Source, sourceSummary } from '../project/beginning.ts'
import type { Choosable, Signed } from '../tables.ts'
import { findSigned } from './agreed.ts'
import { listSources } from './sources.ts'

export interface Entering {
  begun: FormState['values']
  /** The source in words. */
  from: string | null
  choosable: Choosable[]
  /** The signed agreement that fixes roles, money and term. */
  signed: Signed | undefined
  sources: {
    proposals: { id: string; title: string; party_name: string }[]
    agreements: { id: string; title: string }[]
  }
}

export async function getCharterOn(db: Db, day: IsoDate) {
  const found = await charterInForce(db, day)
  if (!found) throw new NotFound()
  return found
}

export async function findEntering(
  c: Reading,
  { charter, source }: { charter: Charter; source: Source },
): Promise<Entering> {
  const choosable = await listChoosableParties(c.db, c.actor)
  const begun = beginning({ charter, source, choosable, zone: c.query.get('zone'), day: today(c.now) })
  const plain = !source.previous && !source.agreement && !source.proposal
  return {
    begun,
    from: plain ? null : sourceSummary(charter, source, begun),
    choosable,
    signed: await findSigned(c.db, source.agreement?.id ?? null),
    sources: plain ? await listSources(c.db, c.actor) : { proposals: [], agreements: [] },
  }
}
