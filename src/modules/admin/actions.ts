import type { Act } from '../../platform/actor.ts'
import { later, record } from '../../platform/record/index.ts'
import { ensure } from '../../platform/refusals.ts'
import { addMembership, addPerson, addPost } from '../parties/index.ts'
import type { Invitation } from './forms.ts'
import { canAdminister } from './rules.ts'

/**
 * The administrator gives a person a post and has them invited. The account is the house's: it is made, and the letter
 * written, by a job behind this transaction, so that nobody learns here whether the address had an account already.
 */
export async function invitePerson({ db, actor, now }: Act, input: Invitation): Promise<void> {
  ensure(canAdminister(actor))
  const person_id = await addPerson(db, { name: input.name, kana: input.kana, email: input.email }, now)
  const department_id = input.department || null
  await addPost(db, { person_id, role: input.role, department_id, starts_on: input.starts_on })
  if (department_id)
    await addMembership(db, { party_id: department_id, person_id, role: 'officer', starts_on: input.starts_on })
  record(db, { actor, now }, 'person.invited', { id: person_id }, { role: input.role })
  await later(db, 'account.invite', { person: person_id }, now)
}
