import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Instant, Tables } from '../db/index.ts'
import type { Searchable } from '../module.ts'
import { fold } from './fold.ts'
import { grams, likePattern, queryGrams, searchWords } from './grams.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A published page as it can be found: by words, by facets, newest first. Written by publish, revise and withdraw. */
    'published.search': {
      city_id: number
      kind: string
      id: string
      ref: string
      title: string
      folded: string
      grams: string[]
      facets: string[]
      at: Instant
    }
  }
}

/** Makes a published row findable, or tells the search what has changed in it; in the transaction that publishes. */
export async function putSearch(tx: Db, row: Searchable): Promise<void> {
  const folded = fold(`${row.title}\n${row.text}`)
  await sql`select published.put_search(${row.kind}, ${row.id}, ${row.ref}, ${row.title}, ${folded}, ${grams(folded)}, ${row.facets}, ${row.at})`.execute(tx)
}

/** Takes a withdrawn row out of every list and search. */
export async function dropSearch(tx: Db, kind: string, id: string): Promise<void> {
  await sql`select published.drop_search(${kind}, ${id})`.execute(tx)
}

/** The condition for all words of a query: the grams find (by index), LIKE makes sure. */
export function matching(query: string) {
  return (eb: ExpressionBuilder<Tables, 'published.search'>) => {
    const words = searchWords(query)
    return eb.and([
      sql<boolean>`grams @> ${queryGrams(query)}::text[]`,
      ...words.map((word) => eb('folded', 'like', likePattern(word))),
    ])
  }
}
