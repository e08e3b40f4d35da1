import type { Selectable } from 'kysely'
import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import type { AccountsTable } from './tables.ts'
import { NAME_MAX, said } from './words/index.ts'

/** An account as everybody in the house may know it. */
export type Account = Omit<Selectable<AccountsTable>, 'password_hash'>

/** An address as it is stored and compared: without spaces around it, half-width, in small letters. */
export function asEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

export const entry = {
  email: fields.mail({ missing: said.emailMissing, tooLong: said.emailLong, unreadable: said.emailShape }),
  name: fields.text({ missing: said.nameMissing, tooLong: said.nameLong }, NAME_MAX),
  /** Where to go afterwards; looked at again before anybody is sent there. */
  next: z.string().max(2000).default(''),
}
