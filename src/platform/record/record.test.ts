import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, testDatabase } from '../../../test/database.ts'
import { nobody } from '../actor.ts'
import { atomically, type Connection, type Db, type Doors, newId } from '../db/index.ts'
import { NotFound } from '../refusals.ts'
import { eraseWords } from './erasure.ts'
import type { EventSpec } from './event.ts'
import {
  type AnchoredHead,
  ClockPutBack,
  entriesOf,
  entrySentence,
  record,
  recordInHouse,
  recordView,
  verifyCity,
  verifyHouse,
} from './index.ts'

let connection: Connection
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
})
afterAll(() => connection.close())

const act = { actor: { ...nobody(1), name: '佐藤 花子' }, now: new Date('2026-11-21T01:00:00Z') }
const subject = { id: newId() }
const write = (db: Db, title: string) =>
  Promise.resolve(record(db, act, { kind: 'proposal.submitted', subject, payload: { title, n: 1 } }))

/** The transaction outside every door, as a person with the password of the tables' owner has it. */
async function ownerOf(doors: Doors): Promise<Db> {
  let owner!: Db
  await doors.city(1).run(async (db) => {
    owner = db
  })
  return owner
}

test('entries follow one another and the chain stands', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '一'))
    await doors.city(1).run((db) => write(db, '二'))
    const entries = await doors.city(1).run((db) => entriesOf(db, [{ kind: 'proposal', id: subject.id }]))
    expect(entries.map((entry) => [entry.seq, entry.payload.title, entry.names?.actor])).toEqual([
      [1, '一', '佐藤 花子'],
      [2, '二', '佐藤 花子'],
    ])
    expect(await doors.city(1).run(verifyCity)).toMatchObject({ entries: 2, erased: [], doubts: [] })
  }))

test('an entry of a refused act is not written', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run(async (db) => {
      await atomically(db, async (tx) => {
        await write(tx, '取り消される')
        throw new Error('refused')
      }).catch(() => {})
      await write(db, '残る')
    })
    expect(await doors.city(1).run(verifyCity)).toMatchObject({ entries: 1 })
  }))

test('the application cannot change what was recorded', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '一'))
    await expect(doors.city(1).run((db) => sql`update record_entries set kind = 'x.y'`.execute(db))).rejects.toThrow(
      /permission denied/,
    )
    await expect(doors.city(1).run((db) => sql`delete from record_entries`.execute(db))).rejects.toThrow(
      /permission denied/,
    )
  }))

test.each([
  ['a changed word', sql`update record_payloads set payload = '{"title":"改ざん"}'`],
  ['a changed header', sql`update record_entries set kind = 'proposal.adopted' where seq = 1`],
  ['a removed entry', sql`delete from record_payloads; delete from record_entries where seq = 1`],
  [
    'a cut-off end',
    sql`delete from record_payloads where entry_id in (select id from record_entries where seq = 2); delete from record_entries where seq = 2`,
  ],
])('%s, even by the owner of the tables, is found', (_, tampering) =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '一'))
    await doors.city(1).run((db) => write(db, '二'))
    const owner = await ownerOf(doors)
    for (const statement of tampering.compile(owner).sql.split(';')) await sql.raw(statement).execute(owner)
    expect((await doors.city(1).run((db) => verifyCity(db))).doubts).not.toEqual([])
  }),
)

describe('a clock that was put back', () => {
  const HOUR = 3_600_000
  const earlier = (milliseconds: number) => ({ ...act, now: new Date(act.now.getTime() - milliseconds) })
  const writeAt = (by: typeof act) => (db: Db) =>
    Promise.resolve(record(db, by, { kind: 'proposal.submitted', subject, payload: {} }))

  test('is noticed before anything is written, and the operator reads what to do', () =>
    inTransaction(connection, async (doors) => {
      await doors.city(1).run((db) => write(db, '一'))
      const back = doors.city(1).run(writeAt(earlier(HOUR)))
      await expect(back).rejects.toThrow(ClockPutBack)
      await expect(back).rejects.toThrow(/2026-11-21T00:00:00.000Z.*2026-11-21T01:00:00.000Z.*時計を合わせ/)
      expect(await doors.city(1).run(verifyCity)).toMatchObject({ entries: 1, broken: undefined })
      await doors.city(1).run((db) => write(db, '二'))
    }))

  test('is not suspected of an act that only waited for its turn: it is dated like the one before it', () =>
    inTransaction(connection, async (doors) => {
      await doors.city(1).run((db) => write(db, '一'))
      await doors.city(1).run(writeAt(earlier(5_000)))
      const entries = await doors.city(1).run((db) => entriesOf(db, [{ kind: 'proposal', id: subject.id }]))
      expect(entries.map(({ at }) => at)).toEqual([act.now, act.now])
    }))

  test('is noticed in the installation’s own chain as well', () =>
    inTransaction(connection, async (doors) => {
      const invite = (now: Date) =>
        doors.house.run(async (db) =>
          recordInHouse(db, { account_id: null, now }, { kind: 'account.invited', subject: { id: 'a' } }),
        )
      await invite(act.now)
      await expect(invite(earlier(HOUR).now)).rejects.toThrow(ClockPutBack)
    }))
})

test('words that were erased leave the chain whole', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '個人のこと'))
    await doors.city(1).run((db) => eraseWords(db, act, { seq: 1, reason: '本人の求め' }))
    await doors.city(1).run((db) => sql`set constraints all immediate`.execute(db))
    expect(await doors.city(1).run(verifyCity)).toMatchObject({ entries: 2, erased: [1], doubts: [] })
    await expect(doors.city(1).run((db) => eraseWords(db, act, { seq: 1, reason: '' }))).rejects.toThrow('すでに消去')
    await expect(doors.city(1).run((db) => eraseWords(db, act, { seq: 3, reason: '' }))).rejects.toThrow(NotFound)
  }))

test('words that are deleted without an entry of erasure are refused at the commit', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '個人のこと'))
    await expect(
      doors.city(1).run(async (db) => {
        await sql`delete from record_payloads`.execute(db)
        await sql`set constraints all immediate`.execute(db)
      }),
    ).rejects.toThrow('only with an entry that says so')
    await expect(doors.house.run((db) => sql`delete from house.record_payloads`.execute(db))).rejects.toThrow(
      /permission denied/,
    )
  }))

test.each([
  ['deleted words', 'delete from record_payloads where entry_id = $1', 1, '消去の記録なしに失われています'],
  ['a lost head', 'delete from record_heads', 2, '末尾の印の行が失われています'],
  ['a head that was put back', 'update record_heads set seq = 1', 1, '末尾の印が、最後の記録と合いません'],
] as const)('%s, by the owner of the tables, are found', (_, statement, seq, why) =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '一'))
    await doors.city(1).run((db) => write(db, '二'))
    const [first] = await doors.city(1).run((db) => entriesOf(db, [{ kind: 'proposal', id: subject.id }]))
    const owner = await ownerOf(doors)
    await sql.raw(statement.replace('$1', `'${first!.id}'`)).execute(owner)
    const { doubts } = await doors.city(1).run((db) => verifyCity(db))
    expect(doubts).toMatchObject([{ seq, why: expect.stringContaining(why) }])
  }),
)

test('words that are there although an entry says that they were erased are found', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '個人のこと'))
    const copy = 'create temporary table copied as select * from record_payloads'
    await sql.raw(copy).execute(await ownerOf(doors))
    await doors.city(1).run((db) => eraseWords(db, act, { seq: 1, reason: '本人の求め' }))
    await sql.raw('insert into record_payloads select * from copied').execute(await ownerOf(doors))
    await sql.raw('drop table copied').execute(await ownerOf(doors))
    const { doubts } = await doors.city(1).run((db) => verifyCity(db))
    expect(doubts).toMatchObject([{ about: 'erasure', seq: 1, why: expect.stringContaining('本文が残っています') }])
  }))

test('a chain is held against the heads that were kept of it, as long as they were not given up', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) => write(db, '一'))
    const { head } = await doors.city(1).run((db) => verifyCity(db))
    const at = new Date('2026-11-20T01:00:00Z')
    const about = async (...heads: AnchoredHead[]) =>
      (await doors.city(1).run((db) => verifyCity(db, heads))).doubts.map(({ about, seq }) => [about, seq])
    expect(await about({ seq: 1, hash: head, at })).toEqual([])
    expect(await about({ seq: 1, hash: 'f'.repeat(64), at })).toEqual([['anchor', 1]])
    expect(await about({ seq: 2, hash: head, at })).toEqual([['anchor', 2]])
    expect(await about({ seq: 2, hash: head, at, settled: true })).toEqual([['settled', 2]])
  }))

test('the installation keeps a chain of its own', () =>
  inTransaction(connection, async (doors) => {
    await doors.house.run(async (db) =>
      recordInHouse(
        db,
        { account_id: null, now: act.now },
        { kind: 'account.invited', subject: { id: 'a' }, payload: { by: '管理者' } },
      ),
    )
    expect(await doors.house.run(verifyHouse)).toMatchObject({ entries: 1, doubts: [] })
  }))

describe('what everyone may read of the record', () => {
  const open: EventSpec = { kind: 'thing.done', says: ({ on }) => `${on}に終えました`, audience: 'public' }
  const own: EventSpec = { kind: 'thing.noted', says: ({ name }) => `${name}が書きました`, audience: 'parties' }
  const module = { name: 'things', events: [open, own], published: { thing: 'things' } }

  test('a public event of which nobody says where its subject is published stops the migration', () => {
    expect(() => recordView([{ name: 'things', events: [open] }])).toThrow(/"thing\.done".*things/)
  })

  test('the view names the public events and no others', () => {
    expect(recordView([module])).toContain(`'thing.done'`)
    expect(recordView([module])).not.toContain('thing.noted')
  })

  test('without any public event nothing can be read', () => {
    expect(recordView([])).toContain('where false')
  })

  test('the sentence of a public event is made of its public words alone', () => {
    expect(entrySentence(open, { on: '内部の日', public: { on: '10月1日' } })).toBe('10月1日に終えました')
    expect(entrySentence(own, { name: '佐藤' })).toBe('佐藤が書きました')
    expect(entrySentence(undefined, {})).toBeUndefined()
  })
})
