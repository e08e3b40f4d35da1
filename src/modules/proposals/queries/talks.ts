import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import type { Side } from '../tables.ts'

/** The talks, oldest first, each with its files. */
export function listMessages(db: Db, proposalId: string) {
  return db
    .selectFrom('proposal_messages as m')
    .selectAll('m')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('files as f')
          .select(['f.id', 'f.name', 'f.type', 'f.bytes'])
          .where('f.city_id', '=', cityOf(db))
          .where('f.subject_kind', '=', 'proposal-message')
          .whereRef('f.subject_id', '=', 'm.id')
          .orderBy('f.position'),
      ).as('files'),
    )
    .where('m.city_id', '=', cityOf(db))
    .where('m.proposal_id', '=', proposalId)
    .orderBy('m.at')
    .orderBy('m.id')
    .limit(500)
    .execute()
}

/** The text as it stood at each submission and joint revision, oldest first. */
export function listVersions(db: Db, proposalId: string) {
  return db
    .selectFrom('proposal_versions')
    .select(['version', 'title', 'contents', 'at', 'written_by'])
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .orderBy('version')
    .execute()
}

/** Whether both sides have spoken before the decision: the evidence of 協議. */
export async function talksHeld(db: Db, proposalId: string): Promise<boolean> {
  const sides = await db
    .selectFrom('proposal_messages')
    .select('side')
    .distinct()
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .execute()
  return sides.length === 2
}

/** The talks on a proposal in the order they were written down: which side spoke, and on which day it was. */
export async function listTalks(db: Db, proposalId: string): Promise<{ side: Side; on: IsoDate }[]> {
  const rows = await db
    .selectFrom('proposal_messages')
    .select(['side', 'at', 'met_on'])
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .orderBy('at')
    .execute()
  return rows.map(({ side, at, met_on }) => ({ side, on: met_on ?? today(at) }))
}
