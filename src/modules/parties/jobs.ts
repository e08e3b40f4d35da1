import { cityOf } from '../../platform/db/index.ts'
import { job, slow } from '../../platform/jobs/index.ts'
import { invite } from '../accounts/index.ts'
import { findPersonToInvite } from './queries/people.ts'
import { linkAccount } from './writes/people.ts'

/** Makes or finds the account of an invited person and links the two; an existing account keeps its sign-in. */
export const inviteAccount = job<{ person: string }>(
  'account.invite',
  slow({
    read: async ({ db, now, payload }) => {
      const person = await findPersonToInvite(db, payload.person, now)
      return person?.email ? { ...person, email: person.email, city_id: cityOf(db) } : undefined
    },
    perform: (person, { installation, now }) =>
      installation.doors.house.run(async (db) => {
        const input = { ...person, must_have_second_factor: person.staff, by: null }
        return (await invite({ db, now, installation }, input)).id
      }),
    write: ({ db }, person, accountId) => linkAccount(db, person.id, accountId),
  }),
  { urgent: true },
)
