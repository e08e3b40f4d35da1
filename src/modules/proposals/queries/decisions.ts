import { cityOf, type Db } from '../../../platform/db/index.ts'
import { Conflict } from '../../../platform/refusals.ts'

export function findDecision(db: Db, proposalId: string) {
  return db
    .selectFrom('proposal_decisions')
    .select(['id', 'corrects', 'reason', 'at'])
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function getDecision(db: Db, proposalId: string) {
  const found = await findDecision(db, proposalId)
  if (!found) throw new Conflict('この提案は、まだ決定されていません。')
  return found
}

/** Returns every decision, oldest first, with its correction or annulment. */
export function listDecisions(db: Db, proposalId: string) {
  return db
    .selectFrom('proposal_decisions as d')
    .leftJoin('proposal_decisions as c', (join) =>
      join.onRef('c.city_id', '=', 'd.city_id').onRef('c.corrects', '=', 'd.id'),
    )
    .leftJoin('proposal_annulments as a', (join) =>
      join.onRef('a.city_id', '=', 'd.city_id').onRef('a.decision_id', '=', 'd.id'),
    )
    .select(['d.id', 'd.decision', 'd.reasons', 'd.conditions', 'd.decided_on', 'd.letter_year', 'd.letter_number'])
    .select(['d.corrects', 'c.reason as correction', 'c.at as corrected_at'])
    .select(['a.reason as annulment', 'a.at as annulled_at'])
    .where('d.city_id', '=', cityOf(db))
    .where('d.proposal_id', '=', proposalId)
    .orderBy('d.at')
    .orderBy('d.id')
    .execute()
}
