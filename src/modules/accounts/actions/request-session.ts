import type { Context } from 'hono'
import { type Actor, nobody } from '../../../platform/actor.ts'
import type { Box } from '../../../platform/box.ts'
import type { Db, Door } from '../../../platform/db/index.ts'
import type { FormState } from '../../../platform/web/form.ts'
import type { SessionCookie } from '../../../platform/web/session-cookie.ts'
import { urls } from '../urls.ts'
import { findAccount } from './accounts.ts'
import { heldForm, holdForm } from './held-forms.ts'
import { accountOfEndedSession, findSession, rotateSession, type Session, touchSession } from './sessions.ts'

/** What signing in needs from the installation. */
export interface Entrance {
  house: Door
  box: Box
  cookie: SessionCookie
  now(): Date
}

/** Who is signed in, by the request's cookie header: a short transaction of its own. */
async function sessionOf(entrance: Entrance, cookieHeader: string | undefined): Promise<Session | undefined> {
  const token = entrance.cookie.read(cookieHeader)
  return token ? entrance.house.run((db) => findSession(db, token, entrance.now())) : undefined
}

/** The account outside of every city. */
async function houseActor(db: Db, session: { account_id: string }): Promise<Actor> {
  const account = await findAccount(db, session.account_id)
  return account ? { ...nobody(0), account_id: account.id, name: account.name } : nobody(0)
}

/**
 * What `Parts` wants of signing in: `{ ...sessionParts({ house: db.house, box: boxWith(env.SECRET),
 * cookie: sessionCookie(env.PUBLIC_URL), now }), … }`
 */
export function sessionParts(entrance: Entrance) {
  const { house, box, cookie, now } = entrance
  return {
    async session(c: Context): Promise<Session | undefined> {
      const session = await sessionOf(entrance, c.req.header('cookie'))
      if (session?.stale && c.req.method === 'GET') await renew(c, entrance)
      else if (session?.unseen) await house.run((db) => touchSession(db, session.id, now()))
      return session
    },
    sessionCookie: cookie.write,
    houseActor,
    signInUrl: (next: string) => urls.signIn({ next }),
    confirmUrl: (next: string) => urls.secondFactor({ next }),
    /** Gives the page's address with the word by which the form finds what was written; nothing for a stranger. */
    async hold(c: Context, page: string, values: FormState['values']): Promise<string | undefined> {
      const token = cookie.read(c.req.header('cookie'))
      if (!token) return undefined
      const word = await house.run(async (db) => {
        const account_id = await accountOfEndedSession(db, token)
        return account_id && holdForm(db, box, { account_id, page, values }, now())
      })
      return word ? `${page}${page.includes('?') ? '&' : '?'}held=${word}` : undefined
    },
    held: (door: Door, session: { account_id: string }, word: string, page: string) =>
      door.run((db) => heldForm(db, box, { account_id: session.account_id, page }, word, now())),
  }
}

async function renew(c: Context, { house, cookie, now }: Entrance): Promise<void> {
  const token = cookie.read(c.req.header('cookie'))!
  const fresh = await house.run((db) => rotateSession(db, token, now()))
  if (fresh) c.header('Set-Cookie', cookie.write(fresh), { append: true })
}
