import type { Instant, InstantOrNull, Json } from '../../platform/db/tables.ts'
import type { Lang } from '../../platform/words/lang.ts'

/** The kind of this installation; one row, written when the database is created. */
export interface InstallationTable {
  one: boolean
  created_at: Instant
  demonstration: boolean
  /** The demonstration is complete since then; before, a start fills it again. */
  filled_at: InstantOrNull
}

/** A person who can sign in, one row per installation; gives no right by itself. */
export interface AccountsTable {
  id: string
  email: string
  name: string
  password_hash: string | null
  lang: Lang
  /** The person holds a post in some city. */
  must_have_second_factor: boolean
  created_at: Instant
  disabled_at: InstantOrNull
}

/** A browser in which a person signed in; only the hash of its token is stored. */
export interface SessionsTable {
  id: string
  account_id: string
  token_hash: string
  /** The previous token, still valid for requests that were already on their way. */
  previous_hash: string | null
  previous_until: InstantOrNull
  created_at: Instant
  rotated_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  /** The last proof of identity; sensitive changes need a recent one. */
  authenticated_at: Instant
  second_factor_at: InstantOrNull
  browser: string
  ended_at: InstantOrNull
}

/** A passkey of an account (WebAuthn credential), written when it is added. */
export interface PasskeysTable {
  id: string
  account_id: string
  public_key: string
  counter: number
  transports: Json<string[]>
  name: string
  created_at: Instant
  last_used_at: InstantOrNull
}

/** The secret of an authenticator app, sealed with the installation's SECRET. */
export interface TotpSecretsTable {
  account_id: string
  sealed: string
  enrolled_at: Instant
  confirmed_at: InstantOrNull
  /** The period of the last accepted code: each code works once. */
  last_step: number
}

/** A paper code for a lost telephone; ten are written at a time, each works once. */
export interface RecoveryCodesTable {
  account_id: string
  code_hash: string
  created_at: Instant
  used_at: InstantOrNull
}

export type TokenPurpose = 'sign-in' | 'invitation' | 'email'

/** A mailed link for one purpose and one account; works once and expires. */
export interface TokensTable {
  id: string
  hash: string
  purpose: TokenPurpose
  /** The link works only in the city that issued it. */
  city_id: number | null
  account_id: string
  /** The new address of an `email` token; where to go next of a `sign-in` token; the part that an `invitation` offers. */
  payload: string
  issued_by: string | null
  issued_at: Instant
  expires_at: Instant
  used_at: InstantOrNull
}

/** A request for a sign-in link, written alike for known and unknown addresses. */
export interface LinkRequestsTable {
  id: string
  email: string
  next: string
  requested_at: Instant
}

/** A form that was open when its session ended; kept a day, returned once, to the same account. */
export interface HeldFormsTable {
  token_hash: string
  account_id: string
  page: string
  sealed: string
  held_at: Instant
  expires_at: Instant
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    'house.installation': InstallationTable
    'house.accounts': AccountsTable
    'house.sessions': SessionsTable
    'house.passkeys': PasskeysTable
    /** A challenge that was answered, so that it cannot be answered again. */
    'house.used_challenges': { challenge: string; used_at: Instant }
    'house.totp_secrets': TotpSecretsTable
    'house.recovery_codes': RecoveryCodesTable
    'house.tokens': TokensTable
    'house.link_requests': LinkRequestsTable
    /** How many tries failed under a key, a hash, and until when they count. */
    'house.attempts': { key: string; tries: number; until: Instant }
    'house.held_forms': HeldFormsTable
  }
}
