import { listCities } from '../modules/cities/index.ts'
import { modules } from '../modules.ts'
import { readEnv } from '../platform/env.ts'
import { rebuildSearch } from '../platform/search/index.ts'
import { openInstallation } from './installation.ts'

export async function run(): Promise<void> {
  const database = await openInstallation(readEnv('command'))
  try {
    for (const city of await database.house.run(listCities)) {
      const count = await database.city(city.id).run((db) => rebuildSearch(db, modules))
      process.stdout.write(`✓ ${city.slug}: ${count}件\n`)
    }
  } finally {
    await database.close()
  }
}
