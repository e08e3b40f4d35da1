import type { Instant, InstantOrNull, Json } from '../../platform/db/tables.ts'
import type { Lang } from '../../platform/words/lang.ts'

/** The kind of this installation; one row, written when the database is made. */
export interface InstallationTable {
  one: boolean
  created_at: Instant
  demonstration: boolean
  /** When the demonstration was whole; until then a start begins it again. */
  filled_at: InstantOrNull
}

/** A person who can sign in, one per installation whatever the number of cities; a right to nothing by itself. */
export interface AccountsTable {
  id: string
  email: string
  name: string
  password_hash: string | null
  lang: Lang
  /** Holds a post on some city's staff. */
  must_have_second_factor: boolean
  created_at: Instant
  disabled_at: InstantOrNull
}

/** A browser in which somebody signed in; the browser holds the token, we its hash. */
export interface SessionsTable {
  id: string
  account_id: string
  token_hash: string
  /** The token before the last daily change, good for requests that were already on their way. */
  previous_hash: string | null
  previous_until: InstantOrNull
  created_at: Instant
  rotated_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  /** When the person last showed who they are; delicate changes want it to be a short time ago. */
  authenticated_at: Instant
  second_factor_at: InstantOrNull
  browser: string
  ended_at: InstantOrNull
}

/** A passkey of an account (WebAuthn credential). */
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

/** The shared secret of an authenticator app, sealed with the installation's SECRET. */
export interface TotpSecretsTable {
  account_id: string
  sealed: string
  enrolled_at: Instant
  confirmed_at: InstantOrNull
  /** The last thirty seconds for which a code was taken: each code serves once. */
  last_step: number
}

/** A code on paper for the day the telephone is lost; ten are written at a time, each serves once. */
export interface RecoveryCodesTable {
  account_id: string
  code_hash: string
  created_at: Instant
  used_at: InstantOrNull
}

export type TokenPurpose = 'sign-in' | 'invitation' | 'email'

/** A link that went out by mail: for one purpose, one account, once, and not for long. */
export interface TokensTable {
  id: string
  hash: string
  purpose: TokenPurpose
  /** The city that gave it out; worthless anywhere else. */
  city_id: number | null
  account_id: string
  /** The new address of an `email` token; where to go next of a `sign-in` token; the part that an `invitation` offers. */
  payload: string
  issued_by: string | null
  issued_at: Instant
  expires_at: Instant
  used_at: InstantOrNull
}

/** Somebody asked for a sign-in link; written alike whether or not the address is known. */
export interface LinkRequestsTable {
  id: string
  email: string
  next: string
  requested_at: Instant
}

/** A form that was being written when a session had ended; for the same account, once, for a day. */
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
    /** A WebAuthn challenge that was answered: it is answered once. */
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
