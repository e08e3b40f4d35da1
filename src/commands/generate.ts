import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generated } from './generated.ts'
import { root } from './installation.ts'

/** Writes the documents that are made from the code: db/schema.sql and docs/generated. */
export async function run(): Promise<void> {
  for (const [file, text] of Object.entries(await generated())) {
    await writeFile(join(root, file), text)
    process.stdout.write(`書き出しました: ${file}\n`)
  }
}
