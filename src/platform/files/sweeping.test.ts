import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, testDatabase } from '../../../test/database.ts'
import { nobody } from '../actor.ts'
import { boxWith } from '../box.ts'
import { type Connection, type Doors, newId } from '../db/index.ts'
import { enqueueTimed, work } from '../jobs/index.ts'
import { attachFiles, diskStore, type FileStore, sweepFiles } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-sweeping-'))
let connection: Connection
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await connection.close()
})

const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60_000)

/** Runs the nightly sweep so many days from now. */
async function nightAfter(count: number, doors: Doors, store: FileStore) {
  const now = () => days(count)
  const sweeping = sweepFiles(doors.house, store)
  const failed: unknown[] = []
  const parts = {
    doors,
    box: boxWith('x'.repeat(40)),
    publicUrl: 'http://x',
    modules: [{ name: 'files', jobs: [sweeping] }],
    sendMail: async () => {},
    now,
    report: (_: string, error: unknown) => void failed.push(error),
  }
  await enqueueTimed(parts, sweeping)
  await work(parts)
  expect(failed).toEqual([])
}

const wordIn = async (store: FileStore, sha256: string) => {
  const stream = await store.read(sha256)
  return stream && new Response(stream).text()
}

test('what somebody sent and no page took is gone after a week, not before; what a city attached stays', () =>
  inTransaction(connection, async (doors) => {
    const store = diskStore(mkdtempSync(join(folder, 'store-')))
    const [orphan, kept] = [
      await store.stage(Buffer.from('だれのものでもない')),
      await store.stage(Buffer.from('計画書')),
    ]
    const file = { sha256: kept!, name: '計画書.txt', type: 'text/plain', bytes: 9 }
    await doors
      .city(1)
      .run((db) =>
        attachFiles(db, { actor: nobody(1), now: new Date() }, { kind: 'proposal', id: newId(), purpose: 'plan' }, [
          file,
        ]),
      )
    await nightAfter(6, doors, store)
    expect(await wordIn(store, orphan!)).toBe('だれのものでもない')
    await nightAfter(8, doors, store)
    expect(await wordIn(store, orphan!)).toBeUndefined()
    expect(await wordIn(store, kept!)).toBe('計画書')
  }))

test('a file that another city attached stays, though the one that sent it let it go', () =>
  inTransaction(connection, async (doors) => {
    const store = diskStore(mkdtempSync(join(folder, 'store-')))
    const shared = await store.stage(Buffer.from('同じ写真'))
    const file = { sha256: shared, name: '写真.txt', type: 'text/plain', bytes: 9 }
    await doors
      .city(2)
      .run((db) =>
        attachFiles(
          db,
          { actor: nobody(2), now: new Date() },
          { kind: 'project-report', id: newId(), purpose: 'photo' },
          [file],
        ),
      )
    await nightAfter(30, doors, store)
    expect(await wordIn(store, shared)).toBe('同じ写真')
  }))
