import type { Actor } from '../../../platform/actor.ts'
import { mayWriteShare } from '../may.ts'
import type { Agreed } from '../project/agreed.ts'
import type { Inside } from '../project/project.ts'
import { type Share, shareParts } from '../project/share.ts'

type PartyIn = Inside['parties'][number]

/** Returns the parts of a party's share that this person may write. */
export function writableParts(
  actor: Actor,
  project: Pick<Inside, 'department_id'>,
  party: Pick<PartyIn, 'party_id' | 'name' | 'is_city' | 'unit'>,
  agreed: Agreed | undefined,
): (keyof Share)[] {
  if (!mayWriteShare(actor, project, party)) return []
  const fixed = (party.party_id && agreed?.shares.get(party.party_id)) || {}
  return shareParts.filter((part) => !(part in fixed))
}
