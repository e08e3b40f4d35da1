import { system } from '../../platform/actor.ts'
import { cityOf } from '../../platform/db/index.ts'
import { slowJob } from '../../platform/jobs/index.ts'
import { record } from '../../platform/record/index.ts'
import { findAccount, invite, resetSecondFactors } from '../accounts/index.ts'
import { listCities } from '../cities/index.ts'
import { findPersonToInvite, linkAccount } from '../parties/index.ts'
import { findHolder, hasPostHere } from './queries.ts'

/**
 * Makes the account of an invited person, or finds the one they use already, which is told by another letter and keeps
 * its sign-in; then ties person and account together.
 */
const invitation = slowJob({
  read: async ({ db, payload }) => {
    const person = await findPersonToInvite(db, payload.person!)
    return person?.email ? { ...person, email: person.email, city_id: cityOf(db) } : undefined
  },
  perform: (person, { installation, now }) =>
    installation.doors.house.run(async (db) => {
      const input = { ...person, must_have_second_factor: person.staff, by: null }
      const { id } = await invite(db, installation, input, now)
      return id
    }),
  write: ({ db }, person, accountId) => linkAccount(db, person.id, accountId),
})

/**
 * Takes an account's second factor away, as a city's administrator asked. An account that another city trusts with a post
 * is left alone: naming somebody in one's own books must not open the door to another city's (attack class 12).
 */
const reset = slowJob({
  read: async ({ db, payload }) => {
    const person = await findHolder(db, payload.person!)
    return person?.account_id
      ? { id: person.id, account_id: person.account_id, by: payload.by!, city_id: cityOf(db) }
      : undefined
  },
  perform: async ({ account_id, by, city_id }, { installation, now }) => {
    const { doors } = installation
    const others = (await doors.house.run(listCities)).filter(({ id }) => id !== city_id)
    for (const { id } of others) if (await doors.city(id).run((db) => hasPostHere(db, account_id))) return 'elsewhere'
    return doors.house.run(async (db) => {
      const account = await findAccount(db, account_id)
      if (!account) return 'gone'
      await resetSecondFactors(db, installation, account, by, now)
      return 'done'
    })
  },
  write: async ({ db, now: at }, { id, city_id }, result) => {
    const kind = result === 'done' ? 'person.second-factor-reset' : 'person.second-factor-kept'
    record(db, { actor: system(city_id), now: at }, kind, { id }, { result })
  },
})

export const jobs = { 'account.invite': invitation, 'account.reset': reset }
