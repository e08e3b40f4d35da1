import { cityOf } from '../../platform/db/index.ts'
import { job, slow, timed } from '../../platform/jobs/index.ts'
import { invite } from '../accounts/index.ts'
import { findPersonToInvite } from './queries/people.ts'
import { doDueChanges } from './writes/departments.ts'
import { linkAccount } from './writes/people.ts'

/** Makes or finds the account of an invited person and links the two; an existing account keeps its sign-in. */
export const inviteAccount = job<{ person: string }>(
  'account.invite',
  slow({
    read: async ({ db, payload }) => {
      const person = await findPersonToInvite(db, payload.person)
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

/** Just after midnight departments get their new names and end. */
export const changeDepartments = timed('department.change', '1 0 * * *', doDueChanges)
