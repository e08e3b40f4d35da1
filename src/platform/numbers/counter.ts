import { sql } from 'kysely'
import { cityOf, type Db } from '../db/doors.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** The last number given, per city, kind and fiscal year; the row is locked while a number is given. */
    number_counters: { city_id: number; kind: string; fiscal_year: number; last: number }
  }
}

/** Takes the next number of its kind in the fiscal year, without gaps: the row stays locked until the commit. */
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
