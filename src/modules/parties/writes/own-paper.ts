import { type Actor, onPaperFor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import type { Uploaded } from '../../../platform/uploads/index.ts'
import { maySpeakFor } from '../may.ts'
import type { Party } from '../tables.ts'

type Whose = Pick<Party, 'id' | 'name' | 'is_city'>

/** Whoever may not speak for the party acts for it on its paper. */
export const asOnPaper = (actor: Actor, party: Whose, { scan }: { scan: readonly Uploaded[] }): Actor =>
  scan.length > 0 && !maySpeakFor(actor, party) ? onPaperFor(actor, party.id) : actor

/** Keeps the paper on which the party said it; 422 at `scan` without one from whoever may not speak for the party (law 6). */
export async function keepOwnPaper(
  act: { tx: Db; actor: Actor; now: Date },
  party: Whose,
  scan: readonly Uploaded[],
): Promise<void> {
  const speaks = maySpeakFor.why(act.actor, party)
  if (speaks.allowed) return
  if (scan.length === 0) throw new Invalid({ scan: speaks.because })
  await attachFiles(act.tx, act, { kind: 'party', id: party.id, purpose: 'notice' }, scan)
}
