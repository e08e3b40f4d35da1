import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDoors, poolGround } from '../platform/db/index.ts'
import { loadDemo } from './demonstration.ts'
import { emptyDatabase, generated, PERMISSIONS } from './generated.ts'
import { root } from './installation.ts'
import { ASKED_AT, permissionsMd } from './permissions.ts'

/** Writes the documents that are made from the code: db/schema.sql and docs/generated. */
export async function run(): Promise<void> {
  const connection = await emptyDatabase()
  try {
    for (const [file, text] of Object.entries(await generated(connection.kysely))) await write(file, text)
    const doors = openDoors(poolGround(connection.kysely))
    await (await loadDemo()).fill(doors, ASKED_AT, () => {})
    await write(PERMISSIONS, await permissionsMd(doors, ASKED_AT))
  } finally {
    await connection.close()
  }
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(root, file), text)
  process.stdout.write(`書き出しました: ${file}\n`)
}
