import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, sharedDatabase } from '../../../test/database.ts'
import { nobody } from '../actor.ts'
import { boxWith } from '../box.ts'
import { atomically, type Connection, type Db, type Door, type Doors, newId } from '../db/index.ts'
import { work } from '../jobs/index.ts'
import type { PdfDocument } from '../pdf/index.ts'
import { issueLetter, letterBytes, letters, listLetters, newestLetter } from './index.ts'

let connection: Connection
beforeAll(async () => {
  connection = await sharedDatabase('bare')
})

const NOW = new Date('2026-11-30T01:00:00Z')
const act = { actor: nobody(1), now: NOW }

const aLetter = (text: string): PdfDocument => ({
  kind: 'letter',
  title: '提案の審査の結果について（通知）',
  number: '8川協推第12号',
  date: '2026-11-30',
  addressee: ['みどりの架け橋　御中'],
  sender: ['川口市長'],
  blocks: [{ type: 'paragraph', text }],
})

const issue = (db: Db, subject: { kind: string; id: string }, text: string, corrects?: string) =>
  issueLetter(db, act, { kind: 'proposal.decision', subject, document: aLetter(text), corrects })

async function bytesOf(city: Door, id: string): Promise<Buffer> {
  const { pdf } = await city.run((db) =>
    db.selectFrom('letters').select('pdf').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  return pdf ?? Buffer.alloc(0)
}

const workOff = (doors: Doors) =>
  work({
    doors,
    box: boxWith('x'.repeat(40)),
    publicUrl: 'http://x',
    modules: [letters],
    sendMail: async () => {},
    now: () => NOW,
    report: (job, error) => {
      throw new Error(`${job} failed`, { cause: error })
    },
  })

describe('a letter that was issued', () => {
  test('does not exist when its act was refused, and no job is left for it', () =>
    inTransaction(connection, async (doors) => {
      const subject = { kind: 'proposal', id: newId() }
      await doors.city(1).run(async (db) => {
        await expect(
          atomically(db, async (tx) => {
            await issue(tx, subject, '採択します。')
            throw new Error('refused')
          }),
        ).rejects.toThrow('refused')
        expect(await listLetters(db, subject)).toEqual([])
        expect(await db.selectFrom('outbox').selectAll().where('job', '=', 'letter.render').execute()).toEqual([])
      })
    }))

  test('has its bytes made once by the worker; a reader is given exactly those, again and again', () =>
    inTransaction(connection, async (doors) => {
      const subject = { kind: 'proposal', id: newId() }
      const city = doors.city(1)
      await city.run((db) => issue(db, subject, '採択します。'))
      await workOff(doors)
      const [letter] = await city.run((db) => listLetters(db, subject))
      const kept = await bytesOf(city, letter!.id)
      expect(kept.subarray(0, 5).toString()).toBe('%PDF-')
      const read = [await letterBytes(city, letter!), await letterBytes(city, letter!)]
      expect(read.map((pdf) => Buffer.compare(pdf, kept))).toEqual([0, 0])
    }))

  test('a reader who comes before the worker is given the bytes that are kept from then on', () =>
    inTransaction(connection, async (doors) => {
      const subject = { kind: 'proposal', id: newId() }
      const city = doors.city(1)
      await city.run((db) => issue(db, subject, '採択します。'))
      const [letter] = await city.run((db) => listLetters(db, subject))
      const first = await letterBytes(city, letter!)
      await workOff(doors)
      expect(Buffer.compare(first, await bytesOf(city, letter!.id))).toBe(0)
    }))

  test('is never written over, neither its words nor its bytes, by whatever comes later', () =>
    inTransaction(connection, async (doors) => {
      const subject = { kind: 'proposal', id: newId() }
      const city = doors.city(1)
      const id = await city.run((db) => issue(db, subject, '採択します。'))
      const change = (set: ReturnType<typeof sql>) =>
        city.run((db) => atomically(db, (tx) => sql`update letters set ${set} where id = ${id}`.execute(tx)))
      await expect(change(sql`document = '{}'`)).rejects.toThrow('never changes')
      await expect(change(sql`number = '8川協推第13号'`)).rejects.toThrow('never changes')
      await expect(change(sql`part = '2'`)).rejects.toThrow('never changes')
      await workOff(doors)
      await expect(change(sql`pdf = ''::bytea`)).rejects.toThrow('never changes')
    }))

  test('stands beside the letter that corrects it, which points to it', () =>
    inTransaction(connection, async (doors) => {
      const subject = { kind: 'proposal', id: newId() }
      await doors.city(1).run(async (db) => {
        const first = await issue(db, subject, '不採択とします。')
        const second = await issue(db, subject, '採択します。', first)
        const letters = await listLetters(db, subject)
        expect(letters.map(({ id, corrects }) => [id, corrects])).toEqual([
          [second, first],
          [first, null],
        ])
        expect((await newestLetter(db, subject, 'proposal.decision'))?.id).toBe(second)
        expect(await newestLetter(db, subject, 'proposal.receipt')).toBeUndefined()
      })
    }))

  test('is one of several that its act issued, and is found by its part', () =>
    inTransaction(connection, async (doors) => {
      const subject = { kind: 'agreement', id: newId() }
      await doors.city(1).run(async (db) => {
        const letter = (part: string) => ({ kind: 'agreement.request', subject, part, document: aLetter(part) })
        const first = await issueLetter(db, act, letter('みどりの会'))
        const second = await issueLetter(db, act, letter('あおぞら会'))
        const found = (part?: string) => newestLetter(db, subject, 'agreement.request', part)
        expect((await found('みどりの会'))?.id).toBe(first)
        expect((await found())?.id).toBe(second)
        expect(await found('月の会')).toBeUndefined()
      })
    }))

  test('of one city is not there for another', () =>
    inTransaction(connection, async (doors) => {
      const subject = { kind: 'proposal', id: newId() }
      await doors.city(1).run((db) => issue(db, subject, '採択します。'))
      expect(await doors.city(2).run((db) => listLetters(db, subject))).toEqual([])
    }))
})
