import { sql } from 'kysely'
import type { QueryConfig, QueryResult } from 'pg'

/** A statement is worth a name from its third time on. */
const WORTH = 3
/** Each connection keeps the plans of all names, some 30 kB each on the server. */
const MOST_NAMES = 400
const MOST_SEEN = 4_000

const MARK = '/* planned each time */'

/**
 * Ends a statement that is better planned anew: what to read first depends on its values, as in a search. For `modifyEnd`.
 */
export const plannedEachTime = sql.raw(MARK)

type Query = (config: QueryConfig) => Promise<QueryResult>

/** The names under which the connections of one pool keep their plans. */
export class PlanNames {
  #seen = new Map<string, number>()
  #names = new Map<string, string>()
  #generation = 0

  /** Returns the name of a statement; undefined while it is rare, and for the newest where there are many. */
  of(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= MOST_NAMES || text.endsWith(MARK)) return known
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times < WORTH) {
      if (this.#seen.size >= MOST_SEEN) this.#seen.clear()
      this.#seen.set(text, times)
      return undefined
    }
    this.#seen.delete(text)
    const name = `t${this.#generation}_${this.#names.size}`
    this.#names.set(text, name)
    return name
  }

  /** Sends a statement under its name. It has values: without them it may be several, which cannot be prepared. */
  async send(query: Query, text: string, values: unknown[]): Promise<QueryResult> {
    try {
      return await query({ text, values, name: this.of(text) })
    } catch (error) {
      if (isStale(error)) this.#forget()
      throw error
    }
  }

  /** PostgreSQL refuses a kept plan for ever once its table has other columns; under a new name it plans anew. */
  #forget(): void {
    this.#generation += 1
    this.#names.clear()
  }
}

const isStale = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan')
