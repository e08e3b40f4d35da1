import type { Db } from '../../platform/db/index.ts'

/** Lists the installation's cities in the order they were added. */
export function listCities(db: Db) {
  return db.selectFrom('house.cities').select(['id', 'slug', 'code']).orderBy('id').execute()
}

/** The cities that the installation's record names: those that were added, by their id, and those with a charter. */
export async function listCitiesInRecord(db: Db): Promise<{ added: Map<string, string>; begun: Set<string> }> {
  const rows = await db
    .selectFrom('house.record_entries as e')
    .leftJoin('house.record_payloads as p', 'p.entry_id', 'e.id')
    .select(['e.kind', 'e.subject_id', 'p.payload'])
    .where('e.kind', 'in', ['city.added', 'charter.applied'])
    .execute()
  const words = rows.map(({ kind, subject_id, payload }) => ({ kind, subject_id, ...payload }) as Named)
  return {
    added: new Map(
      words.flatMap(({ kind, subject_id, slug }) => (kind === 'city.added' ? [[subject_id, slug ?? subject_id]] : [])),
    ),
    begun: new Set(words.flatMap(({ city }) => city ?? [])),
  }
}

interface Named {
  kind: string
  subject_id: string
  slug?: string
  city?: string
}
