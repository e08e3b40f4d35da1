import type { Child } from 'hono/jsx'
import { Conflict } from '../../refusals.ts'
import type { Reading } from '../page.ts'
import { confirmationAt } from './address.ts'
import { nameOf } from './declared.ts'
import { voidBecause } from './four-eyes.ts'
import type { VerbOf } from './pages.ts'
import { subjectId } from './perform.ts'
import { findPrepared, hasComeBack, type PreparedAct } from './prepared.ts'

/** The preparation that came back to this person, sent back or void. Refuses while one waits to be confirmed. */
export async function cameBackTo<Thing extends object, Extra>(
  verb: VerbOf<Thing, Extra>,
  c: Reading,
  thing: Thing,
): Promise<PreparedAct | undefined> {
  const found = await findPrepared(c.db, nameOf(verb.subject, verb.spec), subjectId(thing))
  if (!found) return undefined
  const because = found.settled ? undefined : voidBecause(verb, thing, found, c.now)
  if (because || hasComeBack(found))
    return found.prepared_by === c.actor.account_id
      ? { ...found, settled_reason: because ?? found.settled_reason }
      : undefined
  if (found.settled) return undefined
  throw new Conflict(`この手続きは、${found.prepared_name}さんが起案し、確認を待っています。`, undefined, {
    heading: '確認を待っています',
    back: { href: confirmationAt(verb, c, thing), label: '起案を見る' },
  })
}

/** The reason why a preparation came back, in words for its maker. */
export const whyItCameBack = ({ settled, settled_name, settled_reason }: PreparedAct): string =>
  settled === 'dismissed'
    ? `${settled_name ?? ''}さんが起案を差し戻しました。理由：${settled_reason}`
    : `あなたの起案は、無効になりました。${settled_reason}`

/** The lead of the page where it is prepared anew, with the way to drop it. */
export function cameBackLead(prepared: PreparedAct, confirmation: string): Child {
  return (
    <>
      {whyItCameBack(prepared)}
      <br />
      起案し直さないときは、<a href={confirmation}>この起案を取り下げる</a>ことができます。
    </>
  )
}
