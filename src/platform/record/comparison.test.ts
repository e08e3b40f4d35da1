import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction, sharedDatabase } from '../../../test/database.ts'
import { nobody } from '../actor.ts'
import { type Connection, type Db, type Doors, newId } from '../db/index.ts'
import { attested } from './attested.ts'
import { eraseWords } from './erasure.ts'
import { event, write } from './event.ts'
import { compareCity } from './index.ts'

let connection: Connection
beforeAll(async () => {
  connection = await sharedDatabase('bare')
})

const loans = attested({
  name: 'book.loans',
  label: '本の貸出し',
  rows: `select city_id, book_id as id, min(at) as at, jsonb_object_agg(number, lent_on) as value
    from public.loans group by city_id, book_id`,
  grows: true,
  dated: true,
})
const lent = event('book.lent', { audience: 'staff', says: () => '貸しました', attests: [loans] })
const read = event('book.read', { audience: 'staff', says: () => '読みました' })
const books = { events: [lent, read], attests: [loans] }

const act = { actor: nobody(1), now: new Date('2026-11-25T01:00:00Z') }

/** Runs the test in a city with a table of loans. */
const inLibrary = (work: (c: { doors: Doors; owner: Db }) => Promise<void>) =>
  inTransaction(connection, async (doors) => {
    let owner!: Db
    await doors.city(1).run(async (db) => {
      owner = db
    })
    await sql
      .raw('create table loans (city_id int, book_id uuid, number int, lent_on date, at timestamptz)')
      .execute(owner)
    await sql.raw(`select city_table('loans')`).execute(owner)
    await work({ doors, owner })
  })

const put = (db: Db, book: string, number: number, at = act.now) =>
  sql`insert into loans values (1, ${book}, ${number}, '2026-11-01', ${at})`.execute(db)

/** Lends a book in one transaction with its entry. */
const lend = (doors: Doors, book: string, number: number) =>
  doors.city(1).run(async (db) => {
    write(db, act, lent(), { id: book })
    await put(db, book, number)
  })

async function compared(doors: Doors) {
  const [found] = await doors.city(1).run((db) => compareCity(db, [books]))
  const { same, silent, different, differences } = found!
  return { same, silent, different, verdicts: differences.map(({ verdict, seq }) => [verdict, seq]) }
}

const sound = { silent: 0, different: 0, verdicts: [] }
const book = newId()

test('what an entry attests is read at the commit, whenever the entry was asked for', () =>
  inLibrary(async ({ doors }) => {
    await lend(doors, book, 1)
    await lend(doors, book, 2)
    await lend(doors, newId(), 1)
    expect(await compared(doors)).toEqual({ ...sound, same: 2 })
  }))

test('an event that attests nothing keeps nothing', () =>
  inLibrary(async ({ doors }) => {
    await doors.city(1).run(async (db) => write(db, act, read(), { id: book }))
    const rows = await doors.city(1).run((db) => db.selectFrom('record_payloads').select('attested').execute())
    expect(rows).toEqual([{ attested: null }])
  }))

test('a changed row, one that is gone and one that no entry has written are told apart', () =>
  inLibrary(async ({ doors, owner }) => {
    const gone = newId()
    await lend(doors, book, 1)
    await lend(doors, gone, 1)
    await sql`update loans set lent_on = '2026-10-01' where book_id = ${book}`.execute(owner)
    await sql`delete from loans where book_id = ${gone}`.execute(owner)
    await put(owner, newId(), 1)
    const { different, verdicts } = await compared(doors)
    expect(different).toBe(3)
    expect(verdicts).toEqual([
      ['gone', 2],
      ['other', 1],
      ['unwritten', null],
    ])
  }))

test('a later act does not cover up what was changed before it', () =>
  inLibrary(async ({ doors, owner }) => {
    await lend(doors, book, 1)
    await sql`update loans set lent_on = '2026-10-01' where book_id = ${book}`.execute(owner)
    await lend(doors, book, 2)
    expect(await compared(doors)).toMatchObject({ same: 1, different: 1, verdicts: [['rewritten', 2]] })
  }))

test('where the words of the newest entry were erased, and for rows older than all entries, nothing is compared', () =>
  inLibrary(async ({ doors, owner }) => {
    await put(owner, newId(), 1, new Date('2020-01-01T00:00:00Z'))
    expect(await compared(doors)).toEqual({ ...sound, same: 0, silent: 1 })
    await lend(doors, book, 1)
    expect(await compared(doors)).toEqual({ ...sound, same: 1, silent: 1 })
    await doors.city(1).run((db) => eraseWords(db, act, { seq: 1, reason: '本人の求め' }))
    expect(await compared(doors)).toEqual({ ...sound, same: 0, silent: 2 })
  }))
