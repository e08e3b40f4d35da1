import type { Actor } from '../../platform/actor.ts'
import { deny, type Ruling } from '../../platform/refusals.ts'

/** Everybody who has a part in this city has a desk. */
export function canUseOwnDesk(actor: Actor): Ruling {
  if (actor.parties.length || actor.posts.length) return true
  return deny(
    'この市では、まだ団体や職員としての登録がありません。団体の代表者の方か、協働の担当課にお声がけください。',
  )
}
