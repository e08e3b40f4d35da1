import type { Actor } from '../../platform/actor.ts'
import { allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { isStaff } from '../parties/index.ts'

export const mayAdminister = rule((actor: Actor) =>
  isStaff(actor, 'administrator') ? allow() : deny('このページは、市のシステム管理者だけが使えます。'),
)

export const mayResetSecondFactor = rule((actor: Actor, person: { account_id: string | null }) => {
  if (!mayAdminister(actor)) return mayAdminister.why(actor)
  if (person.account_id === null)
    return notNow('この方は、まだ登録を終えていません。登録の案内のメールから、はじめの設定をしていただいてください。')
  if (person.account_id !== actor.account_id) return allow()
  return deny(
    'ご自分の確認コードは、アカウントのページで変えられます。使えなくなったときは、ほかのシステム管理者に頼んでください。',
  )
})

/** A post is ended, corrected and handed over by another: nobody makes more of their own than was given to them. */
export const mayChangePost = rule((actor: Actor, post: { account_id: string | null }) => {
  if (!mayAdminister(actor)) return mayAdminister.why(actor)
  if (post.account_id !== actor.account_id) return allow()
  return deny('ご自分の役割は、ご自分では改められません。ほかのシステム管理者に頼んでください。')
})

/** The mailbox exists in a demonstration only, for every signed-in person. */
export const maySeeMailbox = rule((actor: Actor) => (actor.account_id ? allow() : deny('サインインすると見られます。')))
