import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { type Db, newId } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import type { SessionsTable } from '../tables.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Who signed in, and how surely; what they may do in a city is another question, asked per city and request. */
export interface Session {
  id: string
  account_id: string
  /** False until the second factor was given, where the account has one or must have one. */
  confirmed: boolean
  lang: Lang
  authenticated_at: Date
  /** The token is a day old: put a new one into the browser (`rotateSession`). */
  stale: boolean
  /** Not noted as in use for some time: note it (`touchSession`). */
  unseen: boolean
}

/** Signed in this recently, a person may change password, address and second factor. */
const FRESH_FOR = 30 * MINUTE
/** Staff sign in for a working day, everyone else for two weeks. */
const STAFF_SESSION = 12 * HOUR
const SESSION = 14 * DAY
const ROTATE_AFTER = DAY
const GRACE = MINUTE
const NOTE_EVERY = 10 * MINUTE
const KEPT = 30 * DAY

/** Whether the person showed who they are a short time ago. */
export function isFresh(session: { authenticated_at?: Date } | undefined, now: Date): boolean {
  return Boolean(session?.authenticated_at && now.getTime() - session.authenticated_at.getTime() < FRESH_FOR)
}

/** 256 random bits for a browser or a mail; only their hash is stored. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

/**
 * Signs a browser in and gives the token for its cookie; a session the browser had before (`before`) ends, so that a token
 * planted by somebody else is worth nothing (attack class 20). `second_factor`: it was given with the sign-in (a passkey).
 */
export async function startSession(
  db: Db,
  account: { id: string; must_have_second_factor: boolean },
  given: { browser?: string; before?: string; second_factor?: boolean },
  now: Date,
): Promise<string> {
  const { token, hash } = newToken()
  if (given.before) await endSession(db, given.before, now)
  await db
    .insertInto('house.sessions')
    .values({
      id: newId(),
      account_id: account.id,
      token_hash: hash,
      created_at: now,
      rotated_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + (account.must_have_second_factor ? STAFF_SESSION : SESSION)),
      authenticated_at: now,
      second_factor_at: given.second_factor ? now : null,
      browser: (given.browser ?? '').slice(0, 100),
    })
    .execute()
  return token
}

/** The session of a token, in one statement; undefined when it ended, expired, or its account was closed. */
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
  return {
    id: row.id,
    account_id: row.account_id,
    lang: row.lang,
    authenticated_at: row.authenticated_at,
    confirmed: row.second_factor_at !== null || !row.wants_second_factor,
    stale: row.token_hash === hash && now.getTime() - row.rotated_at.getTime() > ROTATE_AFTER,
    unseen: now.getTime() - row.last_seen_at.getTime() > NOTE_EVERY,
  }
}

/** Notes that the session is in use, for the person's list of browsers. */
export async function touchSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.updateTable('house.sessions').set({ last_seen_at: now }).where('id', '=', sessionId).execute()
}

/**
 * A new token for the same session. The old one serves a minute longer, for requests already on their way; `at once`
 * it serves no more. Undefined when another request was first.
 */
export async function rotateSession(
  db: Db,
  token: string,
  now: Date,
  old: 'a minute longer' | 'at once' = 'a minute longer',
): Promise<string | undefined> {
  const fresh = newToken()
  const graceful = old === 'a minute longer'
  const rotated = await db
    .updateTable('house.sessions')
    .set({
      token_hash: fresh.hash,
      previous_hash: graceful ? sha256(token) : null,
      previous_until: graceful ? new Date(now.getTime() + GRACE) : null,
      rotated_at: now,
      last_seen_at: now,
    })
    .where('token_hash', '=', sha256(token))
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return rotated && fresh.token
}

/** The second factor was given in this session: it counts from now on, under a new token and nothing but that. */
export async function confirmSession(db: Db, sessionId: string, now: Date): Promise<string> {
  const { token, hash } = newToken()
  await db
    .updateTable('house.sessions')
    .set({ token_hash: hash, previous_hash: null, previous_until: null, rotated_at: now, second_factor_at: now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow()
  return token
}

/** Signs one browser out. */
export async function endSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('house.sessions')
    .set({ ended_at: now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Signs the account out everywhere, or everywhere but here (`except`). */
export async function endAllSessions(db: Db, accountId: string, now: Date, except?: string): Promise<void> {
  await db
    .updateTable('house.sessions')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('id', '!=', except!))
    .execute()
}

export type OpenSession = Pick<Selectable<SessionsTable>, 'id' | 'created_at' | 'last_seen_at' | 'browser'>

/** The browsers in which the account is signed in, the last used first. */
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

/** Whose session this was, also after it ended or expired: for keeping what was being written in it. */
export async function accountOfEndedSession(db: Db, token: string): Promise<string | undefined> {
  const hash = sha256(token)
  const row = await db
    .selectFrom('house.sessions')
    .select('account_id')
    .where((eb) => eb.or([eb('token_hash', '=', hash), eb('previous_hash', '=', hash)]))
    .executeTakeFirst()
  return row?.account_id
}

/** Forgets sessions a month after they ended, and what else of signing in has had its day. */
export async function sweepSignIn(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db
    .deleteFrom('house.sessions')
    .where((eb) => eb.or([eb('ended_at', '<', before(KEPT)), eb('expires_at', '<', before(KEPT))]))
    .execute()
  await db.deleteFrom('house.held_forms').where('expires_at', '<', now).execute()
  await db.deleteFrom('house.attempts').where('at', '<', before(DAY)).execute()
  await db.deleteFrom('house.used_challenges').where('used_at', '<', before(DAY)).execute()
  await db.deleteFrom('house.tokens').where('expires_at', '<', before(KEPT)).execute()
  await db.deleteFrom('house.link_requests').where('requested_at', '<', before(DAY)).execute()
}
