import { cityOf, type Db } from '../../../platform/db/index.ts'

export function listVersions(db: Db, proposalId: string) {
  return db
    .selectFrom('proposal_versions')
    .select(['version', 'title', 'contents', 'at', 'written_by'])
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .orderBy('version')
    .execute()
}
