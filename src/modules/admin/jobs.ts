import { system } from '../../platform/actor.ts'
import {
  urls as account,
  type Box,
  createAccount,
  findAccount,
  findAccountByEmail,
  issueToken,
  requireSecondFactor,
  resetSecondFactors,
} from '../../platform/auth/index.ts'
import { cityOf, type Door, type Doors } from '../../platform/db/index.ts'
import { houseMailLater, slowJob } from '../../platform/jobs/index.ts'
import { record } from '../../platform/record/index.ts'
import { listCities } from '../cities/index.ts'
import { findPersonToInvite, linkAccount } from '../parties/index.ts'
import { invitationMail } from './outputs.ts'
import { findHolder, hasPostHere } from './queries.ts'

interface House {
  house: Door
  box: Box
  publicUrl: string
  now(): Date
}

/** Makes the account of an invited person (or finds it), writes the letter with its link, and ties both together. */
export function invitationJob({ house, box, publicUrl, now }: House) {
  return slowJob({
    read: async ({ db, payload }) => {
      const person = await findPersonToInvite(db, payload.person!)
      return person?.email ? { ...person, email: person.email, city_id: cityOf(db) } : undefined
    },
    perform: (person) =>
      house.run(async (db) => {
        const found =
          (await findAccountByEmail(db, person.email)) ??
          (await createAccount(db, { email: person.email, name: person.name }, now()))
        if (person.staff) await requireSecondFactor(db, found.id, true, now())
        const token = await issueToken(
          db,
          { purpose: 'invitation', account_id: found.id, city_id: person.city_id },
          now(),
        )
        const link = publicUrl + account.invitation({ token })
        await houseMailLater(
          db,
          box,
          { to: person.email, ...invitationMail(person.name, link), about: { kind: 'account', id: found.id } },
          now(),
        )
        return found.id
      }),
    write: ({ db }, person, accountId) => linkAccount(db, person.id, accountId),
  })
}

/**
 * Takes an account's second factor away, as a city's administrator asked. An account that another city trusts with a post
 * is left alone: naming somebody in one's own books must not open the door to another city's (attack class 12).
 */
export function resetJob({ doors, box, publicUrl, now }: Omit<House, 'house'> & { doors: Doors }) {
  return slowJob({
    read: async ({ db, payload }) => {
      const person = await findHolder(db, payload.person!)
      return person?.account_id
        ? { id: person.id, account_id: person.account_id, by: payload.by!, city_id: cityOf(db) }
        : undefined
    },
    perform: async ({ account_id, by, city_id }) => {
      const others = (await doors.house.run(listCities)).filter(({ id }) => id !== city_id)
      for (const { id } of others) if (await doors.city(id).run((db) => hasPostHere(db, account_id))) return 'elsewhere'
      return doors.house.run(async (db) => {
        const account = await findAccount(db, account_id)
        if (!account) return 'gone'
        await resetSecondFactors(db, { box, publicUrl }, account, by, now())
        return 'done'
      })
    },
    write: async ({ db, now: at }, { id, city_id }, result) => {
      const kind = result === 'done' ? 'person.second-factor-reset' : 'person.second-factor-kept'
      record(db, { actor: system(city_id), now: at }, kind, { id }, { result })
    },
  })
}
