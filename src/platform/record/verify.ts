import { sql } from 'kysely'
import type { Channel } from '../actor.ts'
import { cityOf, type Db } from '../db/index.ts'
import { dateLabel, today } from '../time/index.ts'
import { digestOf, GENESIS, hashOf, wordsOf } from './chain.ts'

export interface Doubt {
  /** `settled`: it differs from an anchor that was given up with a reason since, which is said and no doubt. */
  about: 'chain' | 'anchor' | 'erasure' | 'settled'
  /** The number of the entry. */
  seq: number
  why: string
}

export interface Verification {
  entries: number
  /** The numbers of the entries whose words were erased, as entries of erasure say. */
  erased: number[]
  /** Everything that does not fit. A break of the chain ends the reading, since nothing after it can be told. */
  doubts: Doubt[]
  head: string
}

/** The end of a chain as it was kept outside the database. */
export interface AnchoredHead {
  seq: number
  hash: string
  at: Date
  /** Whether it was given up since, after a restored backup or a lost file. */
  settled?: boolean
}

/** Reads a city's chain from its first entry, a thousand at a time, and compares every hash, also with the anchored ones. */
export function verifyCity(db: Db, anchored: readonly AnchoredHead[] = []): Promise<Verification> {
  const city_id = cityOf(db)
  const read = (after: number) =>
    db
      .selectFrom('record_entries as e')
      .leftJoin('record_payloads as p', (join) =>
        join.onRef('p.city_id', '=', 'e.city_id').onRef('p.entry_id', '=', 'e.id'),
      )
      .selectAll('e')
      .select(['p.salt', 'p.names', 'p.payload', 'p.act', 'p.attested'])
      .where('e.city_id', '=', city_id)
      .where('e.seq', '>', after)
      .orderBy('e.seq')
      .limit(1000)
      .execute()
      .then((rows) =>
        rows.map(({ names, payload, act, attested, ...row }) => ({
          ...row,
          words: row.salt === null ? null : wordsOf({ names, payload, act, attested }),
        })),
      )
  const head = () =>
    db.selectFrom('record_heads').select(['seq', 'hash']).where('city_id', '=', city_id).executeTakeFirst()
  return walk({ scope: `city:${city_id}`, read, head, kept: () => keptThoughErased(db, city_id) }, anchored)
}

/** Verifies the installation's own chain, of which nothing is ever erased. */
export function verifyHouse(db: Db, anchored: readonly AnchoredHead[] = []): Promise<Verification> {
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
  return walk({ scope: 'house', read, head, kept: async () => [] }, anchored)
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

interface Chain {
  scope: string
  read(after: number): Promise<ChainRow[]>
  head(): Promise<{ seq: number; hash: string } | undefined>
  /** The numbers of entries that have words although an entry says that they were erased. */
  kept(): Promise<number[]>
}

interface Seen extends Verification {
  /** The entries without words, by id. */
  wordless: Map<string, number>
  anchored: ReadonlyMap<number, readonly AnchoredHead[]>
}

async function walk(chain: Chain, anchored: readonly AnchoredHead[]): Promise<Verification> {
  const bySeq = Map.groupBy(anchored, ({ seq }) => seq)
  const seen: Seen = { entries: 0, erased: [], doubts: [], head: GENESIS, wordless: new Map(), anchored: bySeq }
  const unbroken = await readOn(chain, seen)
  if (unbroken) {
    await endAtHead(chain, seen)
    for (const one of anchored)
      if (one.seq > seen.entries) doubt(seen, anchorOf(one), one.seq, shortOf(one, seen.entries))
  }
  for (const [, seq] of seen.wordless) doubt(seen, 'erasure', seq, '本文が、消去の記録なしに失われています。')
  for (const seq of await chain.kept())
    doubt(seen, 'erasure', seq, '消去したと記録されているのに、本文が残っています。')
  const { entries, erased, doubts, head } = seen
  return { entries, erased, doubts, head }
}

const doubt = (seen: Seen, about: Doubt['about'], seq: number, why: string) =>
  void seen.doubts.push({ about, seq, why })

/** Reads every entry after the last one; returns false where the chain breaks. */
async function readOn(chain: Chain, seen: Seen): Promise<boolean> {
  for (let rows = await chain.read(seen.entries); rows.length; rows = await chain.read(seen.entries)) {
    for (const row of rows) {
      const why = faultOf(chain.scope, seen, row)
      if (why) {
        doubt(seen, 'chain', row.seq, why)
        return false
      }
      take(seen, row)
    }
  }
  return true
}

function take(seen: Seen, row: ChainRow): void {
  seen.entries += 1
  seen.head = row.hash
  if (row.salt === null) seen.wordless.set(row.id, row.seq)
  const erased = row.kind === 'record.erased' ? seen.wordless.get(row.subject_id) : undefined
  if (erased !== undefined) {
    seen.wordless.delete(row.subject_id)
    seen.erased.push(erased)
  }
  const others = seen.anchored.get(row.seq)?.filter(({ hash }) => hash !== row.hash) ?? []
  for (const one of others)
    doubt(seen, anchorOf(one), row.seq, `${onDay(one.at)}に控えた印と違います（作り直されています）。`)
}

const anchorOf = ({ settled }: AnchoredHead): Doubt['about'] => (settled ? 'settled' : 'anchor')

const onDay = (at: Date) => dateLabel(today(at))

/** The head is read after the entries, so that what is written meanwhile is read too. */
async function endAtHead(chain: Chain, seen: Seen): Promise<void> {
  const head = await chain.head()
  if (!head && seen.entries > 0) return doubt(seen, 'chain', seen.entries, '末尾の印の行が失われています。')
  if (!head) return
  if (head.seq > seen.entries) {
    const before = seen.entries
    if (!(await readOn(chain, seen))) return
    if (seen.entries > before) return endAtHead(chain, seen)
    return doubt(seen, 'chain', head.seq, '最後の記録が失われています。')
  }
  if (head.seq < seen.entries || head.hash !== seen.head)
    doubt(seen, 'chain', head.seq, '末尾の印が、最後の記録と合いません。')
}

function faultOf(scope: string, seen: Verification, row: ChainRow): string | undefined {
  if (row.seq !== seen.entries + 1) return '番号が続いていません（記録が抜かれています）。'
  if (row.prev_hash !== seen.head) return '前の記録とつながっていません。'
  if (row.hash !== hashOf(seen.head, { ...row, scope })) return '見出しが書き換えられています。'
  if (row.salt !== null && digestOf(row.words, row.salt).digest !== row.digest) return '内容が書き換えられています。'
  return undefined
}

async function keptThoughErased(db: Db, city_id: number): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    select distinct e.seq from public.record_entries x
    join public.record_payloads p on p.city_id = x.city_id and p.entry_id = x.subject_id
    join public.record_entries e on e.city_id = p.city_id and e.id = p.entry_id
    where x.city_id = ${city_id} and x.kind = 'record.erased' order by e.seq limit 100`.execute(db)
  return rows.map(({ seq }) => seq)
}

const shortOf = ({ seq, at }: AnchoredHead, entries: number) =>
  `${onDay(at)}に控えたときは${seq}件あった記録が、${entries}件しかありません。`
