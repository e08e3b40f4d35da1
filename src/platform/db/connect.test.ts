import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, DataFolderDamaged } from './connect.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tomoni-data-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function usable(): Promise<boolean> {
  const connection = await connect({ folder })
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(connection.kysely)
  await connection.close()
  return rows[0]!.one === 1
}

describe('the embedded database', () => {
  it('that was being made when its process was killed is made anew', async () => {
    await mkdir(join(folder, 'database/global'), { recursive: true })
    await writeFile(join(folder, 'database/PG_VERSION'), '18\n')
    await writeFile(join(folder, '.making'), '')
    expect(await usable()).toBe(true)
    expect(existsSync(join(folder, '.making'))).toBe(false)
  })

  it('that is damaged is not touched, is said to be so with the remedy, and holds no lock', async () => {
    await mkdir(join(folder, 'database/global'), { recursive: true })
    await writeFile(join(folder, 'database/PG_VERSION'), '18\n')
    for (const _ of ['once', 'again']) {
      const refusal = connect({ folder })
      await expect(refusal).rejects.toThrow(DataFolderDamaged)
      await expect(refusal).rejects.toThrow(/控えから戻してください.*DATA_DIR/)
    }
    expect(existsSync(join(folder, 'database/PG_VERSION'))).toBe(true)
    expect(existsSync(join(folder, '.lock'))).toBe(false)
  })
})
