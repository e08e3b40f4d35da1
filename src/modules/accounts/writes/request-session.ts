import type { Context } from 'hono'
import { type Actor, nobody } from '../../../platform/actor.ts'
import type { Box } from '../../../platform/box.ts'
import type { Db, Door } from '../../../platform/db/index.ts'
import type { FormToHold } from '../../../platform/web/parts.ts'
import type { SessionCookie } from '../../../platform/web/session-cookie.ts'
import { findAccount } from '../queries/accounts.ts'
import { accountOfEndedSession, accountOfSession, findSession } from '../queries/sessions.ts'
import type { Session } from '../session.ts'
import { urls } from '../urls.ts'
import { heldForm, holdForm } from './held-forms.ts'
import { rotateSession, touchSession } from './sessions.ts'

export interface Entrance {
  house: Door
  box: Box
  cookie: SessionCookie
  now(): Date
}

async function houseActor(db: Db, session: { account_id: string }): Promise<Actor> {
  const account = await findAccount(db, session.account_id)
  return account ? { ...nobody(0), account_id: account.id, name: account.name } : nobody(0)
}

/** `sessionParts({ house: db.house, box: boxWith(env.SECRET), cookie: sessionCookie(env.PUBLIC_URL), now })` */
export function sessionParts(entrance: Entrance) {
  const { house, box, cookie, now } = entrance
  return {
    async session(c: Context): Promise<Session | undefined> {
      const token = cookie.read(c.req.header('cookie'))
      if (!token) return undefined
      const session = await house.run((db) => findSession(db, token, now()))
      if (session?.stale && c.req.method === 'GET') await renew(c, token, entrance)
      else if (session?.unseen) await house.run((db) => touchSession(db, session.id, now()))
      return session
    },
    sessionCookie: cookie.write,
    houseActor,
    signInUrl: (next: string) => urls.signIn({ next }),
    confirmUrl: (next: string) => urls.secondFactor({ next }),
    /** Returns the address with the key of the kept form; without a key for a stranger. */
    async hold(c: Context, { page, values, session }: FormToHold): Promise<string | undefined> {
      const token = cookie.read(c.req.header('cookie'))
      if (!token && !session) return undefined
      const word = await house.run(async (db) => {
        // Signing out in another tab took the cookie away; the form still knows in which session it was shown.
        const account_id =
          (session && (await accountOfSession(db, session))) ?? (token && (await accountOfEndedSession(db, token)))
        return account_id && holdForm(db, box, { account_id, page, values }, now())
      })
      return word ? `${page}${page.includes('?') ? '&' : '?'}held=${word}` : undefined
    },
    ownerOf: (session: string) => house.run((db) => accountOfSession(db, session)),
    held: (door: Door, { account_id }: { account_id: string }, word: string, page: string) =>
      door.run((db) => heldForm(db, box, { account_id, page, word }, now())),
  }
}

async function renew(c: Context, token: string, { house, cookie, now }: Entrance): Promise<void> {
  const fresh = await house.run((db) => rotateSession(db, token, now()))
  if (fresh) c.header('Set-Cookie', cookie.write(fresh), { append: true })
}
