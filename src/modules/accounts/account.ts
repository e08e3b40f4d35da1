import type { Selectable } from 'kysely'
import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import type { AccountsTable } from './tables.ts'
import { NAME_MAX, said } from './words/index.ts'

export type Account = Omit<Selectable<AccountsTable>, 'password_hash'>

/** Returns an address as it is stored and compared: trimmed, half-width, lower case. */
export function asEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

export const entry = {
  email: fields.mail({ missing: said.emailMissing, tooLong: said.emailLong, unreadable: said.emailShape }),
  name: fields.text({ missing: said.nameMissing, tooLong: said.nameLong }, NAME_MAX),
  /** The page checks the address again before it redirects there. */
  next: z.string().max(2000).default(''),
}
