import type { Actor } from '../../platform/actor.ts'
import { allow, deny, type Ruling, rule } from '../../platform/ruling.ts'

export const mayUseOwnInbox = rule((actor: Actor): Ruling => {
  if (actor.parties.length || actor.posts.length) return allow()
  return deny(
    'この市では、まだ団体や職員としての登録がありません。団体の代表者の方か、協働の担当課にお声がけください。',
  )
})
