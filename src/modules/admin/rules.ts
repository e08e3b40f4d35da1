import type { Actor } from '../../platform/actor.ts'
import { deny, type Ruling } from '../../platform/refusals.ts'
import { isStaff } from '../parties/index.ts'

/** The city's own administrator, and no other city's. */
export function canAdminister(actor: Actor): Ruling {
  return isStaff(actor, 'administrator') ? true : deny('このページは、市のシステム管理者だけが使えます。')
}

/** The mailbox exists where no mail leaves the house: in a demonstration, for whoever is signed in. */
export function canSeeMailbox(actor: Actor): Ruling {
  return actor.account_id ? true : deny('サインインすると見られます。')
}
