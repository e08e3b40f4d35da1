import type { Reading, Request } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import type { Place } from '../actions/begin.ts'
import { findAgreement } from '../queries/one.ts'
import { type Dossier, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

export interface About {
  d: Dossier
  charter: Charter
}

/** The agreement of the address with its charter: the one in force while the first text is written, later its own. */
export async function about(c: Reading): Promise<(About & { charter_id: string }) | undefined> {
  const d = await findAgreement(c.db, c.actor, c.params.ref!)
  if (!d) return undefined
  if (d.state === 'draft') return { d, charter: c.charter, charter_id: c.charter_id }
  return { d, charter: await getCharter(c.db, d.charter_id), charter_id: d.charter_id }
}

export const placeOf = (c: Request, data: { charter: Charter; charter_id: string }): Place => ({
  ...data,
  city: c.city,
})

export const here = (c: Request, one: Parameters<typeof refOf>[0]) => ({ city: c.city.slug, ref: refOf(one) })

export const shown = (c: Request, d: Parameters<typeof refOf>[0], flash: string) => ({
  to: urls.show(here(c, d)),
  flash,
})
