import { sql } from 'kysely'
import { type Db, newId } from '../src/platform/db/index.ts'

/** Names and titles with rare characters, great length, repetition, markup, and formulas. */
const hardNames = [
  '髙﨑𠮷の会',
  '<b>見守り</b>隊',
  `長い名前の会${'あ'.repeat(180)}`,
  '佐藤 花子',
  '佐藤 花子',
  '=1+1の会',
]

export const hardName = (n: number) => hardNames[n % hardNames.length]!

type Row = Record<string, unknown>

/** A row, with the tables and columns that refer to it. */
export interface Family {
  table: string
  id: string
  belongs?: [table: string, column: string][]
  /** The most copies. */
  most?: number
  /** The columns that differ in the copy with this number: unique ones, and its name. */
  change(row: Row, n: number): Row
  /** The same for the rows that belong to it. */
  changeOf?: Record<string, (row: Row, n: number) => Row>
}

/** Copies a row and all that belongs to it, as the owner of the tables, from one number up to another. */
export async function crowd(owner: Db, family: Family, from: number, to: number): Promise<void> {
  const tables: [string, string][] = [[family.table, 'id'], ...(family.belongs ?? [])]
  const originals = await Promise.all(tables.map(([table, column]) => rowsOf(owner, table, column, family.id)))
  const own = [...new Set(originals.flat().flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))]
  const end = Math.min(to, family.most ?? to)
  for (let start = from; start < end; start += 250) {
    const numbers = Array.from({ length: Math.min(250, end - start) }, (_, at) => start + at)
    const ids = numbers.map(() => new Map(own.map((id) => [id, newId()])))
    for (const [at, [table]] of tables.entries()) {
      const change = at === 0 ? family.change : (family.changeOf?.[table] ?? ((row: Row) => row))
      const copies = numbers.flatMap((n, k) => originals[at]!.map((row) => change(copyOf(row, ids[k]!), n)))
      if (copies.length) await put(owner, table, copies)
    }
  }
}

async function rowsOf(owner: Db, table: string, column: string, id: string): Promise<Row[]> {
  const asked = sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(table)} t where ${sql.ref(column)} = ${id}`
  return (await asked.execute(owner)).rows.map(({ row }) => row)
}

function copyOf(row: Row, ids: Map<string, string>): Row {
  let text = JSON.stringify(row)
  for (const [old, fresh] of ids) text = text.replaceAll(old, fresh)
  return JSON.parse(text) as Row
}

async function put(owner: Db, table: string, rows: Row[]): Promise<void> {
  const into = sql.table(table)
  await sql`insert into ${into} select * from jsonb_populate_recordset(null::${into}, ${JSON.stringify(rows)}::jsonb)`.execute(
    owner,
  )
}
