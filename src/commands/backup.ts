import { stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { readEnv } from '../platform/env.ts'
import { openInstallation, refusal } from './installation.ts'

/** Writes the whole embedded database into one file. A PostgreSQL server has pg_dump. */
export async function run([file]: string[]): Promise<number> {
  if (!file) {
    process.stderr.write('控えを書き出すファイルの名前を指定してください。例: tomoni backup tomoni-20261121.tar.gz\n')
    return 2
  }
  const env = readEnv('command')
  await ensurePlaceFor(file)
  const database = await openInstallation(env)
  try {
    if (!database.connection.embedded) {
      process.stderr.write('PostgreSQLの控えは pg_dump で取ってください（docs/guide/backup.md を参照）。\n')
      return 2
    }
    const dump = await database.connection.embedded.dumpDataDir('gzip')
    await writeFile(file, Buffer.from(await dump.arrayBuffer()), { flag: 'wx' })
    process.stdout.write(`控えを書き出しました: ${file}（${Math.ceil(dump.size / 1024)}キロバイト）\n`)
    return 0
  } finally {
    await database.close()
  }
}

/** Runs before the work: the folder must exist, and an earlier backup is not overwritten. */
export async function ensurePlaceFor(file: string): Promise<void> {
  const folder = dirname(resolve(file))
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw refusal(`フォルダー ${folder} がありません。先につくってから、もう一度お試しください。`)
  if (await stat(file).catch(() => undefined))
    throw refusal(
      `${resolve(file)} は、すでにあります。前の控えを消さないように、書き出しませんでした。別の名前を指定してください。`,
    )
}
