import type { ColumnType, Generated } from 'kysely'

/** Every table and view; modules add theirs: `declare module '…/db/tables.ts' { interface Tables { … } }` */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in each module's tables.ts
export interface Tables {}

export type Instant = ColumnType<Date, Date, Date>
export type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
/** A Japanese calendar date as ISO 8601 text, read and written. */
export type DateOn = string
/** JSON: read as the value, written as text by `asJson`. */
export type Json<T> = ColumnType<T, string, string>
export type { Generated }

/** A value for a jsonb column; Kysely would turn a bare array into a PostgreSQL array. */
export function asJson(value: unknown): string {
  return JSON.stringify(value)
}
