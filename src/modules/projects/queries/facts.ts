import { cityOf, type Db } from '../../../platform/db/index.ts'
import { keptOfAgreement } from '../../agreements/index.ts'
import { keptOfProposal } from '../../proposals/index.ts'
import type { Project, RecordFacts } from '../tables.ts'

export const factsOf = async (
  db: Db,
  { proposal_id, agreement_id }: Pick<Project, 'proposal_id' | 'agreement_id'>,
): Promise<RecordFacts> => ({
  ...(proposal_id && (await keptOfProposal(db, proposal_id))),
  ...(agreement_id && (await keptOfAgreement(db, agreement_id))),
})

export function listProjectsOn(db: Db, on: { proposal_id?: string; agreement_id?: string }) {
  return db
    .selectFrom('projects')
    .select('id')
    .where('city_id', '=', cityOf(db))
    .where((eb) =>
      eb.or([
        ...(on.proposal_id ? [eb('proposal_id', '=', on.proposal_id)] : []),
        ...(on.agreement_id ? [eb('agreement_id', '=', on.agreement_id)] : []),
      ]),
    )
    .execute()
}
