import type { Act } from '../../platform/actor.ts'
import { later, listFailedJobs, retryJob } from '../../platform/jobs/index.ts'
import { record } from '../../platform/record/index.ts'
import { Conflict, Invalid } from '../../platform/refusals.ts'
import { ensure } from '../../platform/ruling.ts'
import { addMembership, addPerson, addPost, endPost, inviteAccount } from '../parties/index.ts'
import type { EndOfPost, Invitation, ResetInput } from './forms.ts'
import { resetSecondFactor } from './jobs.ts'
import { mayAdminister, mayEndPost, mayResetSecondFactor } from './rules.ts'

/**
 * The administrator gives a person a post and has them invited. The account is the house's: it is made, and the letter
 * written, by a job behind this transaction, so that nobody learns here whether the address had an account already.
 */
export async function invitePerson({ db, actor, now }: Act, input: Invitation): Promise<void> {
  ensure(mayAdminister.why(actor))
  const person_id = await addPerson(db, { name: input.name, kana: input.kana, email: input.email }, now)
  const department_id = input.department || null
  await addPost(db, { person_id, role: input.role, department_id, starts_on: input.starts_on })
  if (department_id)
    await addMembership(db, { party_id: department_id, person_id, role: 'officer', starts_on: input.starts_on })
  record(db, { actor, now }, 'person.invited', { id: person_id }, { role: input.role })
  await later(db, inviteAccount, { person: person_id }, now)
}

/**
 * A colleague has lost the app and the paper: the administrator, who knows them, has their second factor taken away. The
 * account is the house's, so a job behind this transaction does it; it looks first whether another city trusts the account.
 */
export async function askForReset(
  { db, actor, now }: Act,
  person: { id: string; account_id: string | null },
  input: ResetInput,
): Promise<void> {
  ensure(mayResetSecondFactor.why(actor, person))
  record(db, { actor, now }, 'person.reset-asked', person, { reason: input.reason })
  await later(db, resetSecondFactor, { person: person.id, by: actor.account_id! }, now)
}

/** A post ends on a day; what was done in it stays. */
export async function closePost(
  { db, actor, now }: Act,
  post: { id: string; role: string; starts_on: string; person_id: string; account_id: string | null },
  input: EndOfPost,
): Promise<void> {
  ensure(mayEndPost.why(actor, post))
  if (input.ends_on < post.starts_on) throw new Invalid({ ends_on: '役割が終わる日は、始まる日より後にしてください。' })
  await endPost(db, post.id, input.ends_on)
  record(db, { actor, now }, 'person.post-ended', { id: post.person_id }, { role: post.role, on: input.ends_on })
}

/** What could not be done is tried again, from the beginning. Says how many. */
export async function retryStopped({ db, actor, now }: Act, job: string): Promise<number> {
  ensure(mayAdminister.why(actor))
  const stopped = await listFailedJobs(db)
  const chosen = job === 'all' ? stopped : stopped.filter(({ id }) => id === job)
  if (!chosen.length) throw new Conflict('この作業は、すでに済んだか、もう一度試されています。')
  for (const one of chosen) {
    await retryJob(db, one.id, now)
    record(db, { actor, now }, 'job.retried', one, { job: one.job })
  }
  return chosen.length
}
