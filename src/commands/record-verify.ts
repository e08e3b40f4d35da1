import { listCities } from '../modules/cities/index.ts'
import { readEnv } from '../platform/env.ts'
import { type Verification, verifyCity, verifyHouse } from '../platform/record/index.ts'
import { openInstallation } from './installation.ts'

/** Walks the chain of every city and of the installation; fails when one is broken. */
export async function run(): Promise<number> {
  const database = await openInstallation(readEnv('command'))
  try {
    const results: [string, Verification][] = [['installation', await database.house.run(verifyHouse)]]
    for (const city of await database.house.run(listCities))
      results.push([city.slug, await database.city(city.id).run(verifyCity)])
    for (const [name, result] of results) process.stdout.write(`${line(name, result)}\n`)
    return results.some(([, result]) => result.broken) ? 1 : 0
  } finally {
    await database.close()
  }
}

function line(name: string, { entries, erased, broken, head }: Verification): string {
  if (broken) return `✗ ${name}: ${broken.seq}番の記録で途切れています。${broken.why}`
  return `✓ ${name}: ${entries}件の記録がつながっています（うち消去された本文 ${erased}件）。末尾 ${head.slice(0, 16)}`
}
