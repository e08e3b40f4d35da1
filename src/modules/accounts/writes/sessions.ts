import { type Db, newId } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import { newToken } from '../session.ts'
import { sweepTries } from './attempts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** In milliseconds: a working day for staff, two weeks for everyone else. */
const STAFF_SESSION = 12 * HOUR
const SESSION = 14 * DAY
const GRACE = MINUTE
const KEPT = 30 * DAY

/** Returns the cookie's token; the session `before` ends, so that a planted token is void (attack class 20). */
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

export async function touchSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.updateTable('house.sessions').set({ last_seen_at: now }).where('id', '=', sessionId).execute()
}

/** Returns a new token; the old one works for another minute. Undefined where a concurrent request was first. */
export async function rotateSession(db: Db, token: string, now: Date): Promise<string | undefined> {
  const fresh = newToken()
  const rotated = await db
    .updateTable('house.sessions')
    .set({
      token_hash: fresh.hash,
      previous_hash: sha256(token),
      previous_until: new Date(now.getTime() + GRACE),
      rotated_at: now,
      last_seen_at: now,
    })
    .where('token_hash', '=', sha256(token))
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return rotated && fresh.token
}

/** Confirms the session under a new token. */
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

const endOpen = (db: Db, now: Date) =>
  db.updateTable('house.sessions').set({ ended_at: now }).where('ended_at', 'is', null)

export async function endSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await endOpen(db, now).where('id', '=', sessionId).execute()
}

/** Ends every session of the account, or every other one (`except`). */
export async function endAllSessions(db: Db, accountId: string, now: Date, except?: string): Promise<void> {
  const all = endOpen(db, now).where('account_id', '=', accountId)
  await (except ? all.where('id', '!=', except) : all).execute()
}

/** Deletes sessions a month after their end, and everything else of signing in that has expired. */
export async function sweepSignIn(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db
    .deleteFrom('house.sessions')
    .where((eb) => eb.or([eb('ended_at', '<', before(KEPT)), eb('expires_at', '<', before(KEPT))]))
    .execute()
  await db.deleteFrom('house.held_forms').where('expires_at', '<', now).execute()
  await sweepTries(db, now)
  await db.deleteFrom('house.used_challenges').where('used_at', '<', before(DAY)).execute()
  await db.deleteFrom('house.tokens').where('expires_at', '<', before(KEPT)).execute()
  await db.deleteFrom('house.link_requests').where('requested_at', '<', before(DAY)).execute()
}
