import type { ColumnType, Generated } from 'kysely'

/**
 * Every table and published view of the house, for the query builder.
 * Each module adds its own rows by declaration merging:
 * `declare module '../../platform/db/tables.ts' { interface Tables { proposals: ProposalsTable } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in each module's tables.ts
export interface Tables {}

/** An instant (`timestamptz`): read as `Date`, written as `Date`. */
export type Instant = ColumnType<Date, Date, Date>
/** An instant that may not have come yet. */
export type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
/** A Japanese calendar date, ISO 8601 text both ways. */
export type DateOn = string
/** JSON: read as the value, written as its text (`asJson`). */
export type Json<T> = ColumnType<T, string, string>
export type { Generated }

/** A value for a jsonb column; Kysely would turn a bare array into a PostgreSQL array. */
export function asJson(value: unknown): string {
  return JSON.stringify(value)
}
