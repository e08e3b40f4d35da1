import { sql } from 'kysely'
import { cityOf, type Db } from '../db/doors.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** The last number given, per city, kind and fiscal year; one row locked while a number is being given. */
    number_counters: { city_id: number; kind: string; fiscal_year: number; last: number }
  }
}

/**
 * The next number of its kind in the fiscal year: 1, 2, 3 … without gaps, because the counter's row is locked until the
 * transaction that uses the number ends, and a refused transaction gives its number back.
 */
export async function nextNumber(tx: Db, kind: string, fiscalYear: number): Promise<number> {
  const row = await tx
    .insertInto('number_counters')
    .values({ city_id: cityOf(tx), kind, fiscal_year: fiscalYear, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'kind', 'fiscal_year']).doUpdateSet({ last: sql`number_counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
