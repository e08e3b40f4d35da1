import { listCities } from '../modules/cities/index.ts'
import { system } from '../platform/actor.ts'
import { readEnv } from '../platform/env.ts'
import { eraseWords } from '../platform/record/erasure.ts'
import { NotFound } from '../platform/refusals.ts'
import { openInstallation, refusal } from './installation.ts'

/** Erases the words of one entry of a city's record, as a person has asked; the entry itself stays. */
export async function run([slug, number, ...words]: string[]): Promise<number> {
  const reason = words.join(' ').trim()
  if (!slug || !number || !/^[1-9]\d{0,8}$/.test(number) || !reason) {
    process.stderr.write(
      '市、記録の番号、理由を書いてください。番号は、市の「管理」の「記録」にあります。例: tomoni record erase my-city 120 "本人の求め"\n',
    )
    return 2
  }
  const database = await openInstallation(readEnv('command'))
  try {
    const city = (await database.house.run(listCities)).find((one) => one.slug === slug)
    if (!city) throw refusal(`${slug} という市はありません。`)
    const act = { actor: { ...system(city.id), name: '運用の担当' }, now: new Date() }
    await database
      .city(city.id)
      .run((db) => eraseWords(db, act, { seq: Number(number), reason }))
      .catch((error) => {
        throw error instanceof NotFound ? refusal(`${slug} に、${number}番の記録はありません。`) : error
      })
    process.stdout.write(`✓ ${slug} の記録${number}番の本文を消去し、そのことを記録しました。\n`)
    return 0
  } finally {
    await database.close()
  }
}
