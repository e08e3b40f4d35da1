import { cityOf, type Db } from '../../platform/db/index.ts'
import { job, slow, timed } from '../../platform/jobs/index.ts'
import type { Module } from '../../platform/module.ts'
import { today } from '../../platform/time/index.ts'
import { invite, requireSecondFactor } from '../accounts/index.ts'
import { charterInForce, label } from '../charters/index.ts'
import { findPersonToInvite } from './queries/people.ts'
import { doDueChanges } from './writes/departments.ts'
import { linkAccount } from './writes/people.ts'

/** Invites a person to the part they have in the books; it is theirs when they accept (`enterAccepted`). */
export const inviteAccount = job<{ person: string }>(
  'account.invite',
  slow({
    read: async ({ db, now, payload }) => {
      const person = await findPersonToInvite(db, payload.person, now)
      if (!person?.email) return undefined
      return { ...person, email: person.email, city_id: cityOf(db), city: await cityIn(db, now) }
    },
    perform: async ({ id, ...person }, { installation, now }) => {
      const invitation = { ...person, person: id, by: null }
      await installation.doors.house.run((db) => invite({ db, now, installation }, invitation))
    },
    write: async () => {},
  }),
  { urgent: true },
)

async function cityIn(db: Db, now: Date) {
  const name = (await charterInForce(db, today(now)))?.charter.city.name
  return { ja: label(name), easy: label(name, 'easy'), en: label(name, 'en') }
}

/** Links an account that has accepted to its person. A part that has ended meanwhile is nobody's any more. */
export const enterAccepted: Module['accepted'] = async ({ account, person, city_id }, { installation, now }) => {
  const { city, house } = installation.doors
  const found = await city(city_id).run((db) => findPersonToInvite(db, person, now))
  if (!found) return
  // Before the rights are there, so that no session from before has them.
  if (found.staff) await house.run((db) => requireSecondFactor(db, account, true, now))
  await city(city_id).run((db) => linkAccount(db, person, account))
}

/** Just after midnight departments get their new names and end. */
export const changeDepartments = timed('department.change', '1 0 * * *', doDueChanges)
