import { applyCharter, describeProblems } from '../modules/charters/index.ts'
import { addCity } from '../modules/cities/index.ts'
import { addCityItself } from '../modules/parties/index.ts'
import { system } from '../platform/actor.ts'
import { readEnv } from '../platform/env.ts'
import { recordInHouse } from '../platform/record/index.ts'
import { readCityFolder } from './charter-folder.ts'
import { openInstallation } from './installation.ts'

export async function run([folder]: string[]): Promise<number> {
  if (!folder) {
    process.stderr.write('指針のフォルダーを指定してください。例: tomoni charter apply charters/my-city\n')
    return 2
  }
  const read = readCityFolder(folder)
  if ('problems' in read) {
    process.stdout.write(`${describeProblems(read.problems)}\n`)
    return 1
  }
  const { charter } = read
  const database = await openInstallation(readEnv('command'))
  try {
    const now = new Date()
    const cityId = await database.house.run((db) =>
      addCity(db, { slug: charter.city.slug, code: charter.city.localGovernmentCode }, now),
    )
    const { id, applied } = await database.city(cityId).run(async (db) => {
      const act = { db, actor: system(cityId), now }
      const done = await applyCharter(act, charter)
      await addCityItself(act, charter)
      return done
    })
    if (applied)
      await database.house.run(async (db) =>
        recordInHouse(
          db,
          { account_id: null, now },
          {
            kind: 'charter.applied',
            subject: { id },
            payload: { city: charter.city.slug, version: charter.version.number },
          },
        ),
      )
    process.stdout.write(
      applied
        ? `✓ ${charter.city.name.ja}に、版${charter.version.number}を適用しました。\n`
        : `${charter.city.name.ja}の版${charter.version.number}は、すでに適用されています。\n`,
    )
    return 0
  } finally {
    await database.close()
  }
}
