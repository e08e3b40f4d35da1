import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import type { Session } from '../session.ts'
import type { SessionsTable } from '../tables.ts'

const MINUTE = 60_000
const ROTATE_AFTER = 24 * 60 * MINUTE
const NOTE_EVERY = 10 * MINUTE

/** Returns the session of a token in one statement; undefined once it ended or expired, or its account was closed. */
export async function findSession(db: Db, token: string, now: Date): Promise<Session | undefined> {
  const hash = sha256(token)
  const row = await db
    .selectFrom('house.sessions as s')
    .innerJoin('house.accounts as a', 'a.id', 's.account_id')
    .leftJoin('house.totp_secrets as t', (join) =>
      join.onRef('t.account_id', '=', 's.account_id').on('t.confirmed_at', 'is not', null),
    )
    .select([
      's.id',
      's.account_id',
      's.authenticated_at',
      's.second_factor_at',
      's.rotated_at',
      's.last_seen_at',
      's.token_hash',
      'a.lang',
    ])
    .select(sql<boolean>`a.must_have_second_factor or t.account_id is not null`.as('wants_second_factor'))
    .where((eb) =>
      eb.or([
        eb('s.token_hash', '=', hash),
        eb.and([eb('s.previous_hash', '=', hash), eb('s.previous_until', '>', now)]),
      ]),
    )
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, account_id, lang, authenticated_at } = row
  return {
    id,
    account_id,
    lang,
    authenticated_at,
    confirmed: row.second_factor_at !== null || !row.wants_second_factor,
    stale: row.token_hash === hash && now.getTime() - row.rotated_at.getTime() > ROTATE_AFTER,
    unseen: now.getTime() - row.last_seen_at.getTime() > NOTE_EVERY,
  }
}

export type OpenSession = Pick<Selectable<SessionsTable>, 'id' | 'created_at' | 'last_seen_at' | 'browser'>

export function listSessions(db: Db, accountId: string, now: Date): Promise<OpenSession[]> {
  return db
    .selectFrom('house.sessions')
    .select(['id', 'created_at', 'last_seen_at', 'browser'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute()
}

/** Returns the account of a session that has ended, to keep the form that was open in it. */
export async function accountOfEndedSession(db: Db, token: string): Promise<string | undefined> {
  const hash = sha256(token)
  const row = await db
    .selectFrom('house.sessions')
    .select('account_id')
    .where((eb) => eb.or([eb('token_hash', '=', hash), eb('previous_hash', '=', hash)]))
    .executeTakeFirst()
  return row?.account_id
}

/** The account of a session by its id, open or ended. The id is no secret: it only decides who may get words back. */
export async function accountOfSession(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('house.sessions').select('account_id').where('id', '=', id).executeTakeFirst()
  return row?.account_id
}
