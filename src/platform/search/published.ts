import { type ExpressionBuilder, sql } from 'kysely'
import { asJson, cityOf, type Db, type Instant, type Json, type Tables } from '../db/index.ts'
import type { Module, Searchable, Shown } from '../module.ts'
import { fold } from './fold.ts'
import { grams, likePattern, queryGrams, searchWords } from './grams.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A published page for search, by words and facets, newest first. Publish, revise and withdraw write it. */
    'published.search': {
      city_id: number
      kind: string
      id: string
      ref: string
      title: string
      folded: string
      grams: string[]
      facets: string[]
      shown: Json<Shown>
      at: Instant
    }
  }
}

/** Adds or updates a row of the search, in the transaction that publishes. */
export async function putSearch(tx: Db, row: Searchable): Promise<void> {
  const folded = fold(`${row.title}\n${row.text}`)
  await sql`select published.put_search(${row.kind}, ${row.id}, ${row.ref}, ${row.title}, ${folded}, ${grams(folded)}, ${row.facets}, ${asJson(row.shown ?? {})}::jsonb, ${row.at})`.execute(
    tx,
  )
}

/** Removes a withdrawn row from every list and search. */
export async function dropSearch(tx: Db, kind: string, id: string): Promise<void> {
  await sql`select published.drop_search(${kind}, ${id})`.execute(tx)
}

/** The SQL condition for all words of a query: the index finds by grams, LIKE confirms. */
export function matching(query: string) {
  return (eb: ExpressionBuilder<Tables, 'published.search'>) => {
    const words = searchWords(query)
    return eb.and([
      sql<boolean>`grams @> ${queryGrams(query)}::text[]`,
      ...words.map((word) => eb('folded', 'like', likePattern(word))),
    ])
  }
}

/** Rebuilds a city's search rows from its modules' published rows, in one transaction. Returns their number. */
export async function rebuildSearch(tx: Db, modules: readonly Module[]): Promise<number> {
  const city_id = cityOf(tx)
  const before = await tx.selectFrom('published.search').select(['kind', 'id']).where('city_id', '=', city_id).execute()
  const gone = new Map(before.map((row) => [`${row.kind} ${row.id}`, row]))
  let count = 0
  for (const module of modules) {
    for await (const row of module.searchable?.(tx) ?? []) {
      await putSearch(tx, row)
      gone.delete(`${row.kind} ${row.id}`)
      count += 1
    }
  }
  for (const row of gone.values()) await dropSearch(tx, row.kind, row.id)
  return count
}
