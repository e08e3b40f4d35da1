import { type RawBuilder, sql } from 'kysely'
import { cityOf, type Db } from '../db/index.ts'
import type { Attested } from './attested.ts'

/** The values of these rows about a subject, as the transaction has them now; undefined where nothing is attested. */
export async function valuesOf(
  db: Db,
  attests: readonly Attested[],
  subjectId: string,
): Promise<Record<string, unknown> | undefined> {
  if (attests.length === 0) return undefined
  const columns = attests.map(
    ({ name, rows }) => sql`(select r.value from ${relation(rows)} r
      where r.city_id = ${cityOf(db)} and r.id = ${subjectId}::uuid) as ${sql.id(name)}`,
  )
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns)}`.execute(db)
  return rows[0]
}

/** The statement of a declaration, which is a constant of the program. */
const relation = (rows: string): RawBuilder<unknown> => sql.raw(`(${rows})`)

/** How a subject's rows differ from its entries. */
export interface Difference {
  verdict:
    | 'other' // the rows say something else than the newest entry
    | 'gone' // the rows that the newest entry attests are not there
    | 'unwritten' // there are rows, and no entry has written them
    | 'rewritten' // an entry attests something else than the entry before, where nothing may change
  id: string
  /** The number of the entry; null where there is none. */
  seq: number | null
  said: unknown
  now: unknown
}

export interface Comparison {
  attested: Attested
  /** Subjects whose rows are as the newest entry attests. */
  same: number
  /** Subjects without anything to compare: their newest entry is older than attesting, or its words were erased. */
  silent: number
  /** Subjects that differ, all counted, the first of them named. */
  different: number
  differences: Difference[]
}

interface Judged {
  verdict: Difference['verdict'] | 'same' | 'silent'
  count: number
  examples: Omit<Difference, 'verdict'>[] | null
}

interface Attesting {
  attests?: readonly Attested[]
  events?: readonly { kind: string; attests?: readonly Attested[] }[]
}

/** Compares all that these manifests attest with the rows of a city: one statement each, whatever the number of rows. */
export async function compareCity(db: Db, manifests: readonly Attesting[]): Promise<Comparison[]> {
  const compared: Comparison[] = []
  for (const { attests = [], events = [] } of manifests)
    for (const attested of attests) {
      const kinds = events.flatMap((event) => (event.attests?.includes(attested) ? event.kind : []))
      compared.push(await compare(db, attested, kinds))
    }
  return compared
}

async function compare(db: Db, attested: Attested, kinds: readonly string[]): Promise<Comparison> {
  const { rows } = await statementFor(cityOf(db), attested, kinds).execute(db)
  const count = (of: (verdict: Judged['verdict']) => boolean) =>
    rows.reduce((sum, one) => sum + (of(one.verdict) ? one.count : 0), 0)
  return {
    attested,
    same: count((verdict) => verdict === 'same'),
    silent: count((verdict) => verdict === 'silent'),
    different: count((verdict) => verdict !== 'same' && verdict !== 'silent'),
    differences: rows.flatMap(({ verdict, examples }) =>
      verdict === 'same' || verdict === 'silent' ? [] : (examples ?? []).map((one) => ({ verdict, ...one })),
    ),
  }
}

function statementFor(city_id: number, { name, rows, grows, dated }: Attested, kinds: readonly string[]) {
  const isOlder = dated ? sql`coalesce(r.at < (select min(at) from said), true)` : sql`false`
  return sql<Judged>`
    with said as (
      select e.subject_id as id, e.seq, e.at, p.attested -> ${name}::text as value,
        lag(p.attested -> ${name}::text) over entries as before, lead(e.seq) over entries is null as newest
      from public.record_entries e
      left join public.record_payloads p on p.city_id = e.city_id and p.entry_id = e.id
      where e.city_id = ${city_id} and e.kind = any (${kinds}::text[])
      window entries as (partition by e.subject_id order by e.seq)
    ), judged as (
      select coalesce(s.id, r.id) as id, s.seq, s.value as said, r.value as now, case
        when s.id is null then case when ${isOlder} then 'silent' else 'unwritten' end
        when s.value is null then 'silent'
        when s.value = coalesce(r.value, 'null') then 'same'
        when r.value is null then 'gone'
        else 'other' end as verdict
      from (select * from said where newest) s
      full join (select * from ${relation(rows)} all_rows where city_id = ${city_id}) r on r.id = s.id
      union all
      select id, seq, before, value, 'rewritten' from said
      where ${grows === true}::boolean and before <> 'null' and not value @> before
    )
    select verdict, count(*)::int as count, case when verdict not in ('same', 'silent') then to_jsonb(
      (array_agg(jsonb_build_object('id', id, 'seq', seq, 'said', said, 'now', now) order by seq, id))[1:20]) end as examples
    from judged group by verdict order by verdict`
}
