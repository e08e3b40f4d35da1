import { system } from '../../platform/actor.ts'
import { cityOf } from '../../platform/db/index.ts'
import { slowJob } from '../../platform/jobs/index.ts'
import { write } from '../../platform/record/event.ts'
import { findAccount, invite, resetSecondFactors } from '../accounts/index.ts'
import { listCities } from '../cities/index.ts'
import { findPersonToInvite, linkAccount } from '../parties/index.ts'
import { type ResetResult, secondFactorKept, secondFactorReset } from './events.ts'
import { findHolder, hasPostHere } from './queries.ts'

/**
 * Makes the account of an invited person, or finds the one they use already, which is told by another letter and keeps
 * its sign-in; then ties person and account together.
 */
export const makeAccount = slowJob({
  read: async ({ db, payload }) => {
    const person = await findPersonToInvite(db, payload.person ?? '')
    return person?.email ? { ...person, email: person.email, city_id: cityOf(db) } : undefined
  },
  perform: (person, { installation, now }) =>
    installation.doors.house.run(async (db) => {
      const input = { ...person, must_have_second_factor: person.staff, by: null }
      return (await invite({ db, now, installation }, input)).id
    }),
  write: ({ db }, person, accountId) => linkAccount(db, person.id, accountId),
})

/**
 * Takes an account's second factor away, as a city's administrator asked. An account that another city trusts with a post
 * is left alone: naming somebody in one's own books must not open the door to another city's (attack class 12).
 */
export const takeAwayFactors = slowJob({
  read: async ({ db, payload: { person, by } }) => {
    const found = await findHolder(db, person)
    return found?.account_id
      ? { id: found.id, account_id: found.account_id, by: by || null, city_id: cityOf(db) }
      : undefined
  },
  perform: async ({ account_id, by, city_id }, { installation, now }): Promise<ResetResult> => {
    const { doors } = installation
    const others = (await doors.house.run(listCities)).filter(({ id }) => id !== city_id)
    for (const { id } of others) if (await doors.city(id).run((db) => hasPostHere(db, account_id))) return 'elsewhere'
    return doors.house.run(async (db) => {
      const found = await findAccount(db, account_id)
      if (!found) return 'gone'
      await resetSecondFactors({ db, now, installation }, found, by)
      return 'done'
    })
  },
  write: async ({ db, now }, { id, city_id }, result) => {
    const happened = result === 'done' ? secondFactorReset({ result }) : secondFactorKept({ result })
    write(db, { actor: system(city_id), now }, happened, { id })
  },
})
