// What a request asks of the database, heard once and said again by the bare driver.
import { randomBytes } from 'node:crypto'
import { newId, onStatement } from '../src/platform/db/index.ts'

export interface Statement {
  sql: string
  parameters: unknown[]
}

/** Stands where every request has its own value: an id, a hash, the hour, a number that counts on. */
type Blank = { blank: 'now' | 'number' | 'hex' | 'text'; of: string }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Stands in a text for the one row to which this is done. */
const SUBJECT = '00000000-0000-0000-0000-000000000000'

/** The statements of the work, a list for each transaction. */
export async function hear(work: () => Promise<unknown>): Promise<Statement[][]> {
  const transactions: Statement[][] = []
  const stop = onStatement(({ sql, parameters }) => {
    if (/^begin/.test(sql)) transactions.push([])
    transactions.at(-1)?.push({ sql, parameters: [...parameters] })
  })
  await work()
  stop()
  return transactions
}

/** Where two hearings of the same work differ, each later one has a value of its own; the rest stays. */
export function planned(first: Statement[][], second: Statement[][], subject = SUBJECT): Statement[][] {
  if (JSON.stringify(first.map(sqlOf)) !== JSON.stringify(second.map(sqlOf)))
    throw new Error('The same work asked two different things of the database.')
  const known = new Set(first.flat().flatMap(({ parameters }) => idsIn(parameters)))
  return second.map((statements, t) =>
    statements.map(({ sql, parameters }, s) => ({
      sql,
      parameters: parameters.map((value, p) => blankFor(first[t]![s]!.parameters[p], value, known, subject)),
    })),
  )
}

const sqlOf = (statements: Statement[]) => statements.map(({ sql }) => sql)
const idsIn = (parameters: unknown[]) =>
  parameters.flatMap((one) => (typeof one === 'string' ? (one.match(uuid) ?? []) : []))

function blankFor(before: unknown, value: unknown, known: Set<string>, subject: string): unknown {
  if (JSON.stringify(before) === JSON.stringify(value)) return value
  if (value instanceof Date) return { blank: 'now', of: '' } satisfies Blank
  if (typeof value === 'number') return { blank: 'number', of: '' } satisfies Blank
  if (typeof value !== 'string') return value
  if (/^[0-9a-f]{32,64}$/.test(value)) return { blank: 'hex', of: value } satisfies Blank
  const of = value.replaceAll(subject, SUBJECT).replaceAll(uuid, (id) => (known.has(id) ? id : id.toUpperCase()))
  return { blank: 'text', of } satisfies Blank
}

// In large steps: where one number is the last one and one more, the application counts on between two of ours.
let counted = 1_000_000

/** Fills the blanks of one request: the same id stays the same within it. */
export function filled(subject: string | undefined): (value: unknown) => unknown {
  const ids = new Map<string, string>()
  const now = new Date()
  const own = (id: string) => ids.get(id) ?? ids.set(id, newId()).get(id)!
  return (value) => {
    const { blank, of } = (value ?? {}) as Partial<Blank>
    if (!blank) return value
    if (blank === 'now') return now
    if (blank === 'number') {
      counted += 1000
      return counted
    }
    if (blank === 'hex') return randomBytes(of!.length / 2).toString('hex')
    const upper = new RegExp(uuid.source.replaceAll('a-f', 'A-F'), 'g')
    return of!.replaceAll(SUBJECT, subject ?? SUBJECT).replaceAll(upper, (id) => (/[A-F]/.test(id) ? own(id) : id))
  }
}
