import {
  urls as account,
  type Box,
  createAccount,
  findAccountByEmail,
  issueToken,
  requireSecondFactor,
} from '../../platform/auth/index.ts'
import { cityOf, type Door } from '../../platform/db/index.ts'
import { houseMailLater, slowJob } from '../../platform/jobs/index.ts'
import { findPersonToInvite, linkAccount } from '../parties/index.ts'
import { invitationMail } from './outputs.ts'

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
        if (person.staff) await requireSecondFactor(db, found.id, true)
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
