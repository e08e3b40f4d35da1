import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureWritable, targetOf } from './installation.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installation-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a place that cannot be written is refused before serving, by the name of its variable', async () => {
  const taken = join(folder, 'taken')
  await writeFile(taken, 'a file stands where the folder should be')
  const data = join(folder, 'data')
  const refusalOf = (over: Partial<Parameters<typeof ensureWritable>[0]>) =>
    ensureWritable({
      DATABASE_URL: undefined,
      S3_BUCKET: undefined,
      DATA_DIR: data,
      FILES_DIR: data,
      ROLE: 'all',
      ...over,
    }).then(
      () => undefined,
      (error: Error) => error.message,
    )
  expect(await refusalOf({ FILES_DIR: taken })).toMatch(/添付ファイルの置き場所 .*taken に書けません.*FILES_DIR に/)
  expect(await refusalOf({ DATA_DIR: join(taken, 'data') })).toMatch(/内蔵データベースの置き場所 .*DATA_DIR に/)
  expect(await refusalOf({ DATABASE_URL: 'postgres://db/tomoni', DATA_DIR: taken })).toBeUndefined()
  expect(await refusalOf({ S3_BUCKET: 'files', FILES_DIR: taken })).toBeUndefined()
  const inTaken = { ANCHORS_FILE: join(taken, 'anchors.jsonl') }
  expect(await refusalOf(inTaken)).toMatch(/記録の見出しの控えの置き場所 .*taken に書けません.*ANCHORS_FILE に/)
  expect(await refusalOf({ ...inTaken, ROLE: 'web' })).toBeUndefined()
  expect(await readdir(data)).toEqual([])
})

test('a file of anchors in which the service cannot write is refused before serving, not in the night', async () => {
  const file = join(folder, 'anchors.jsonl')
  const place = { DATABASE_URL: 'postgres://db/tomoni', S3_BUCKET: 'files', DATA_DIR: folder, FILES_DIR: folder }
  const start = (ANCHORS_FILE: string) => ensureWritable({ ...place, ROLE: 'all', ANCHORS_FILE })
  await expect(start(file)).resolves.toBeUndefined()
  expect(await readdir(folder)).not.toContain('anchors.jsonl')
  await writeFile(file, 'a head\n')
  await expect(start(file)).resolves.toBeUndefined()
  expect(await readFile(file, 'utf8')).toBe('a head\n')
  // Whoever may do everything, as root in a container, still cannot write into a folder.
  await mkdir(join(folder, 'other.jsonl'))
  await expect(start(join(folder, 'other.jsonl'))).rejects.toThrow(/other\.jsonl に書けません（EISDIR）.*chown/)
})

test('the password is never said, nor is the login of the web where the owner works', () => {
  const DATABASE_URL = 'postgres://tomoni_web:himitsu1@db.example.jp/tomoni'
  const DATABASE_OWNER_URL = 'postgres://tomoni_owner:himitsu2@db.example.jp:5433/tomoni?password=himitsu3'
  const said = targetOf({ DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR: '/srv/data' })
  expect(said).toBe('対象：PostgreSQL db.example.jp:5433 のデータベース tomoni、利用者 tomoni_owner')
})

test('whoever migrates reads which database or which folder it is', () => {
  const web = 'postgres://tomoni_web:himitsu@db.example.jp/tomoni'
  expect(targetOf({ DATABASE_URL: web, DATA_DIR: '/srv/data' })).toBe(
    '対象：PostgreSQL db.example.jp:5432 のデータベース tomoni、利用者 tomoni_web',
  )
  expect(targetOf({ DATABASE_URL: 'postgresql:///tomoni?host=/run/postgresql', DATA_DIR: '/srv/data' })).toContain(
    '/run/postgresql:5432 のデータベース tomoni',
  )
  expect(targetOf({ DATA_DIR: '/srv/tomoni/data' })).toBe('対象：内蔵データベース（/srv/tomoni/data）')
})
