import type { Actor } from '../../../platform/actor.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { mayChooseDepartment, mayWriteShare } from '../may.ts'
import { type Agreed, agreedFor } from '../project/agreed.ts'
import { typedOf } from '../project/entry.ts'
import type { Inside } from '../project/project.ts'
import { type Share, shareParts } from '../project/share.ts'
import type { Signed } from '../tables.ts'

type PartyIn = Inside['parties'][number]

/** Returns what a project's signed agreement fixes of it. */
export const agreedIn = (project: Pick<Inside, 'fiscal_years' | 'parties'>, signed: Signed | undefined) =>
  signed && agreedFor(signed, project.fiscal_years, project.parties)

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

/** Returns a project's entry as form values, without what the form shows to this person as text. */
export function offeredOf(actor: Actor, project: Inside, signed: Signed | undefined): FormState['values'] {
  const agreed = agreedIn(project, signed)
  const shown = new Set<string>([
    ...Object.keys(agreed?.term ?? {}),
    ...(mayChooseDepartment(actor) ? [] : ['department_id']),
    ...project.parties.flatMap((party, at) => {
      const own = writableParts(actor, project, party, agreed)
      return shareParts.filter((part) => !own.includes(part)).map((part) => `parties.${at}.${part}`)
    }),
  ])
  return Object.fromEntries(Object.entries(typedOf(project)).filter(([name]) => !shown.has(name)))
}
