import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ensurePlaceFor, run } from './backup.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  return rm(folder, { recursive: true })
})

test('a folder that is not there is named before anything is opened', async () => {
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('DATA_DIR', join(folder, 'data'))
  const missing = join(folder, 'none')
  await expect(run([join(missing, 'tomoni.tar.gz')])).rejects.toThrow(`フォルダー ${missing} がありません`)
  await expect(readFile(join(folder, 'data'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('yesterday’s backup is not written over', async () => {
  const file = join(folder, 'tomoni.tar.gz')
  await expect(ensurePlaceFor(file)).resolves.toBeUndefined()
  await writeFile(file, 'yesterday')
  await expect(ensurePlaceFor(file)).rejects.toThrow('すでにあります')
  expect(await readFile(file, 'utf8')).toBe('yesterday')
})
