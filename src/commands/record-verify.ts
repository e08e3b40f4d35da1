import { listCities } from '../modules/cities/index.ts'
import type { Doors } from '../platform/db/index.ts'
import { readEnv } from '../platform/env.ts'
import { type Verification, verifyCity, verifyHouse } from '../platform/record/index.ts'
import { openInstallation } from './installation.ts'

export async function run(): Promise<number> {
  const database = await openInstallation(readEnv('command'))
  try {
    const { sound, lines } = await verifyAll(database)
    process.stdout.write(`${lines.join('\n')}\n`)
    return sound ? 0 : 1
  } finally {
    await database.close()
  }
}

export async function verifyAll(doors: Doors): Promise<{ sound: boolean; lines: string[] }> {
  const results: [string, Verification][] = [['システム全体', await doors.house.run(verifyHouse)]]
  for (const city of await doors.house.run(listCities))
    results.push([city.slug, await doors.city(city.id).run(verifyCity)])
  const sound = results.every(([, result]) => !result.broken)
  return { sound, lines: [...results.map(([name, result]) => line(name, result)), '', sound ? whole : remedy] }
}

const whole = 'すべての記録は、書かれたときのままです。末尾の印を控えておくと、次に確かめるときに見比べられます。'
const remedy =
  '記録が、このプログラムを通さずに書き換えられています。データベースには手を加えずにいまの控えをとり、いつの控えまで印が合うかを確かめて、書き換えた人と時刻をデータベースの管理者と調べてください。'

function line(name: string, { entries, erased, broken, head }: Verification): string {
  if (broken) return `✗ ${name}: ${broken.seq}番の記録が合いません。${broken.why}${before(broken.seq, entries)}`
  const gone = erased > 0 ? `（うち${erased}件は、本文が手続きにより消去されています）` : ''
  return `✓ ${name}: ${entries}件の記録がつながっています${gone}。末尾の印 ${head.slice(0, 16)}`
}

const before = (seq: number, entries: number) =>
  entries > 0 && entries < seq ? `はじめから${entries}番までは、書かれたときのままです。` : ''
