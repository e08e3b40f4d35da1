import { createHash } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { anchorNow, headsOf, lineOf } from '../platform/anchors/index.ts'
import type { Database } from '../platform/db/index.ts'
import { readEnv } from '../platform/env.ts'
import { openInstallation, refusal } from './installation.ts'

/**
 * Writes the whole embedded database into one file, and beside it a manifest with the heads of its record. A PostgreSQL
 * server has pg_dump.
 */
export async function run([file]: string[]): Promise<number> {
  if (!file) {
    process.stderr.write('控えを書き出すファイルの名前を指定してください。例: tomoni backup tomoni-20261121.tar.gz\n')
    return 2
  }
  const env = readEnv('command')
  await ensurePlaceFor(file)
  await ensurePlaceFor(manifestOf(file))
  const database = await openInstallation(env)
  try {
    if (!database.connection.embedded) {
      process.stderr.write('PostgreSQLの控えは pg_dump で取ってください（docs/guide/backup.md を参照）。\n')
      return 2
    }
    const now = new Date()
    // A backup is worth more than an anchor, so it is made also where the anchor cannot be.
    const unanchored = env.ANCHORS_FILE && (await whyNotAnchored(database, env.ANCHORS_FILE, now))
    const dump = await database.connection.embedded.dumpDataDir('gzip')
    const bytes = Buffer.from(await dump.arrayBuffer())
    await writeFile(file, bytes, { flag: 'wx', mode: 0o600 })
    await writeFile(manifestOf(file), `${await manifest(database, { file, bytes, now })}\n`, {
      flag: 'wx',
      mode: 0o600,
    })
    process.stdout.write(
      `控えを書き出しました: ${file}（${Math.ceil(dump.size / 1024)}キロバイト）、目録 ${manifestOf(file)}\n`,
    )
    if (!unanchored) return 0
    process.stderr.write(
      `控えは取れましたが、記録の見出しを ${env.ANCHORS_FILE} に控えられませんでした（${unanchored}）。\n`,
    )
    return 1
  } finally {
    await database.close()
  }
}

const manifestOf = (file: string) => `${file}.json`

/** The heads of all chains as they are in the backup; `record verify` reads the file. */
async function manifest(
  database: Database,
  { file, bytes, now }: { file: string; bytes: Buffer; now: Date },
): Promise<string> {
  const backup = {
    file: basename(file),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  return lineOf(now, await database.house.run(headsOf), { backup })
}

async function whyNotAnchored(database: Database, file: string, now: Date): Promise<string | undefined> {
  try {
    await anchorNow(database.house, file, now)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
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
