import { system } from '../../platform/actor.ts'
import { cityOf } from '../../platform/db/index.ts'
import { job, slow } from '../../platform/jobs/index.ts'
import { record } from '../../platform/record/index.ts'
import { findAccount, resetSecondFactors } from '../accounts/index.ts'
import { listCities } from '../cities/index.ts'
import { findHolder, hasPostHere } from './queries.ts'

/**
 * Takes an account's second factor away, as a city's administrator asked. An account that another city trusts with a post
 * is left alone: naming somebody in one's own books must not open the door to another city's (attack class 12).
 */
export const resetSecondFactor = job<{ person: string; by: string }>(
  'account.reset',
  slow({
    read: async ({ db, payload }) => {
      const person = await findHolder(db, payload.person)
      return person?.account_id
        ? { id: person.id, account_id: person.account_id, by: payload.by, city_id: cityOf(db) }
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
  }),
)
