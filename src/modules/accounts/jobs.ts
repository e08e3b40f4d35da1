import { houseJob, houseTimed, slow } from '../../platform/jobs/index.ts'
import { writeLetter } from './letters.ts'
import { findAccountByEmail } from './queries/accounts.ts'
import { countLinks } from './queries/links.ts'
import { urls } from './urls.ts'
import { sweepTries } from './writes/attempts.ts'
import { issueToken } from './writes/links.ts'
import { sweepSignIn } from './writes/sessions.ts'

/** The most sign-in links for one account within ten minutes (attack class 26). */
const MOST_LINKS = 10

export const sendLink = houseJob<{ request: string }>('auth.sign-in-link', async (c) => {
  const { db, now, payload } = c
  const request = await db
    .deleteFrom('house.link_requests')
    .where('id', '=', payload.request)
    .returning(['email', 'next'])
    .executeTakeFirst()
  const account = request && (await findAccountByEmail(db, request.email))
  if (!account || account.disabled_at || (await countLinks(db, account.id, now)) >= MOST_LINKS) return
  const token = await issueToken(db, { purpose: 'sign-in', account_id: account.id, payload: request.next }, now)
  await writeLetter(c, 'signIn', account, urls.followLink({ token }))
})

/** An invitation was accepted: every module enters it in the city that invited, which the house's books do not know. */
export const invitationTaken = houseJob<{ account: string; person: string; city: string }>(
  'account.invitation-taken',
  slow({
    read: async ({ payload: { city, ...taken } }) => ({ ...taken, city_id: Number(city) }),
    perform: async (taken, outside) => {
      for (const { accepted } of outside.installation.modules) await accepted?.(taken, outside)
    },
    write: async () => {},
  }),
)

/** What accounts do later, in the house's own books. */
export const jobs = [
  sendLink,
  invitationTaken,
  houseTimed('sign-in.sweep', '17 3 * * *', ({ db, now }) => sweepSignIn(db, now)),
  houseTimed('sign-in.tries', '*/10 * * * *', ({ db, now }) => sweepTries(db, now)),
]
