import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generated } from './generated.ts'
import { root } from './installation.ts'
import { permissionsMd } from './permissions.ts'

export async function run(): Promise<void> {
  for (const [file, text] of Object.entries(await generated())) await write(file, text)
  await write('docs/generated/permissions.md', await permissionsMd())
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(root, file), text)
  process.stdout.write(`書き出しました: ${file}\n`)
}
