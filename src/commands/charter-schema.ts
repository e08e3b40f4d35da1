import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { charterJsonSchema } from '../modules/charters/index.ts'
import { root } from './installation.ts'

export async function run(): Promise<void> {
  await writeFile(join(root, 'charters/schema.json'), `${JSON.stringify(charterJsonSchema(), null, 2)}\n`)
  process.stdout.write('charters/schema.json を書き出しました。\n')
}
