import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { cityOf, type Db } from '../../platform/db/index.ts'
import { type IsoDate, today } from '../../platform/time/index.ts'
import type { Audience } from './tables.ts'
import { type About, filesOfMessages } from './talk.ts'

/** Returns at most 500 messages for these audiences, oldest first, with their files. */
export function listMessages(db: Db, about: About, audiences: readonly Audience[]) {
  return thread(db, about)
    .selectAll('m')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('files as f')
          .select(['f.id', 'f.name', 'f.type', 'f.bytes'])
          .where('f.city_id', '=', cityOf(db))
          .where('f.subject_kind', '=', filesOfMessages(about.kind))
          .whereRef('f.subject_id', '=', 'm.id')
          .orderBy('f.position'),
      ).as('files'),
    )
    .where('m.audience', 'in', audiences)
    .limit(500)
    .execute()
}

/** A message with its files. */
export type Message = Awaited<ReturnType<typeof listMessages>>[number]

/** Lists which side wrote or met on which day, earliest first. */
export async function listTalks(db: Db, about: About): Promise<{ side: string; on: IsoDate }[]> {
  const rows = await thread(db, about)
    .select(['m.side', 'm.at', 'm.met_on'])
    .where('m.audience', '=', 'parties')
    .execute()
  return rows.map(({ side, at, met_on }) => ({ side, on: met_on ?? today(at) }))
}

/** Returns the id of a message's subject of this kind. */
export async function findSubjectOfMessage(db: Db, kind: string, messageId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('messages')
    .select('subject_id')
    .where('city_id', '=', cityOf(db))
    .where('subject_kind', '=', kind)
    .where('id', '=', messageId)
    .executeTakeFirst()
  return found?.subject_id
}

function thread(db: Db, { kind, id }: About) {
  return db
    .selectFrom('messages as m')
    .where('m.city_id', '=', cityOf(db))
    .where('m.subject_kind', '=', kind)
    .where('m.subject_id', '=', id)
    .orderBy('m.at')
    .orderBy('m.id')
}
