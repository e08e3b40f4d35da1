import { writeFile } from 'node:fs/promises'
import { readEnv } from '../platform/env.ts'
import { openInstallation } from './installation.ts'

/** Writes the whole embedded database into one file. A PostgreSQL server has better means of its own: pg_dump. */
export async function run([file]: string[]): Promise<number> {
  if (!file) {
    process.stderr.write('控えを書き出すファイルの名前を指定してください。例: tomoni backup tomoni-20261121.tar.gz\n')
    return 2
  }
  const database = await openInstallation(readEnv('command'))
  try {
    if (!database.connection.embedded) {
      process.stderr.write('PostgreSQLの控えは pg_dump で取ってください（docs/guide/backup.md を参照）。\n')
      return 2
    }
    const dump = await database.connection.embedded.dumpDataDir('gzip')
    await writeFile(file, Buffer.from(await dump.arrayBuffer()))
    process.stdout.write(`控えを書き出しました: ${file}（${Math.ceil(dump.size / 1024)}キロバイト）\n`)
    return 0
  } finally {
    await database.close()
  }
}
