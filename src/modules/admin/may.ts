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

/** Another administrator must end the post, so that no city loses its last one by mistake. */
export const mayEndPost = rule((actor: Actor, post: { role: string; account_id: string | null }) => {
  if (!mayAdminister(actor)) return mayAdminister.why(actor)
  if (post.role !== 'administrator' || post.account_id !== actor.account_id) return allow()
  return deny('ご自分のシステム管理者の役割は終えられません。後任の方に、終えてもらってください。')
})

/** The mailbox exists in a demonstration only, for every signed-in person. */
export const maySeeMailbox = rule((actor: Actor) => (actor.account_id ? allow() : deny('サインインすると見られます。')))
