import type { Channel } from '../actor.ts'
import { cityOf, type Db } from '../db/index.ts'
import { digestOf, GENESIS, hashOf, wordsOf } from './chain.ts'

export interface Verification {
  entries: number
  erased: number
  /** The first entry that does not fit, and why; undefined when the chain is sound. */
  broken: { seq: number; why: string } | undefined
  head: string
}

/** Reads a city's chain from its first entry, a thousand at a time, and compares every hash. */
export function verifyCity(db: Db): Promise<Verification> {
  const city_id = cityOf(db)
  const read = (after: number) =>
    db
      .selectFrom('record_entries as e')
      .leftJoin('record_payloads as p', (join) =>
        join.onRef('p.city_id', '=', 'e.city_id').onRef('p.entry_id', '=', 'e.id'),
      )
      .selectAll('e')
      .select(['p.salt', 'p.names', 'p.payload', 'p.act'])
      .where('e.city_id', '=', city_id)
      .where('e.seq', '>', after)
      .orderBy('e.seq')
      .limit(1000)
      .execute()
      .then((rows) =>
        rows.map(({ names, payload, act, ...row }) => ({
          ...row,
          words: row.salt === null ? null : wordsOf({ names, payload, act }),
        })),
      )
  const head = () =>
    db.selectFrom('record_heads').select(['seq', 'hash']).where('city_id', '=', city_id).executeTakeFirst()
  return walk(`city:${city_id}`, read, head)
}

/** Verifies the installation's own chain. */
export function verifyHouse(db: Db): Promise<Verification> {
  const read = (after: number) =>
    db
      .selectFrom('house.record_entries as e')
      .leftJoin('house.record_payloads as p', 'p.entry_id', 'e.id')
      .selectAll('e')
      .select(['p.salt', 'p.payload'])
      .where('e.seq', '>', after)
      .orderBy('e.seq')
      .limit(1000)
      .execute()
      .then((rows) =>
        rows.map((row) => ({
          ...row,
          party_id: null,
          channel: 'system' as const,
          entered_by: null,
          words: row.salt === null ? null : row.payload,
        })),
      )
  const head = () => db.selectFrom('house.record_heads').select(['seq', 'hash']).executeTakeFirst()
  return walk('house', read, head)
}

interface ChainRow {
  id: string
  seq: number
  at: Date
  kind: string
  subject_kind: string
  subject_id: string
  account_id: string | null
  party_id: string | null
  channel: Channel
  entered_by: string | null
  digest: string
  prev_hash: string
  hash: string
  salt: string | null
  words: unknown
}

async function walk(
  scope: string,
  read: (after: number) => Promise<ChainRow[]>,
  findHead: () => Promise<{ seq: number; hash: string } | undefined>,
): Promise<Verification> {
  const seen: Verification = { entries: 0, erased: 0, broken: undefined, head: GENESIS }
  for (let rows = await read(0); rows.length; rows = await read(seen.entries)) {
    for (const row of rows) {
      const why = faultOf(scope, seen, row)
      if (why) return { ...seen, broken: { seq: row.seq, why } }
      seen.entries += 1
      seen.erased += row.salt === null ? 1 : 0
      seen.head = row.hash
    }
  }
  const head = await findHead()
  const short = head && (head.seq !== seen.entries || head.hash !== seen.head)
  return short ? { ...seen, broken: { seq: head.seq, why: '最後の記録が失われています。' } } : seen
}

function faultOf(scope: string, seen: Verification, row: ChainRow): string | undefined {
  if (row.seq !== seen.entries + 1) return '番号が続いていません（記録が抜かれています）。'
  if (row.prev_hash !== seen.head) return '前の記録とつながっていません。'
  if (row.hash !== hashOf(seen.head, { ...row, scope })) return '見出しが書き換えられています。'
  if (row.salt !== null && digestOf(row.words, row.salt).digest !== row.digest) return '内容が書き換えられています。'
  return undefined
}
