import { z } from 'zod'
import type { Lang } from '../../platform/words/lang.ts'

/** The part in a city that an invitation offers: whose it is there, and whether it is on the staff. */
const Offered = z.object({ person: z.string(), staff: z.boolean() })
export type Offered = z.output<typeof Offered>

export const asPayload = (offered: Offered): string => JSON.stringify(offered)

/** Undefined for an invitation from before invitations offered a part. */
export const offeredIn = (payload: string): Offered | undefined =>
  payload === '' ? undefined : Offered.parse(JSON.parse(payload))

/** How a city invites a person: the part it offers, and what it is called in each language. */
export interface Invitation extends Offered {
  email: string
  name: string
  city_id: number
  city: Record<Lang, string>
  by: string | null
}
