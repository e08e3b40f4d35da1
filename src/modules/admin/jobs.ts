import { system } from '../../platform/actor.ts'
import { cityOf } from '../../platform/db/index.ts'
import { job, slow } from '../../platform/jobs/index.ts'
import { write } from '../../platform/record/event.ts'
import { findAccount, resetSecondFactors } from '../accounts/index.ts'
import { listCities } from '../cities/index.ts'
import { type ResetResult, secondFactorKept, secondFactorReset } from './events.ts'
import { findHolder, hasPostHere } from './queries.ts'

/** Leaves an account alone that another city trusts with a post: one city cannot weaken another's (attack class 12). */
export const takeAwayFactors = job<{ person: string; by: string }>(
  'account.reset',
  slow({
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
  }),
)
