import { join } from 'node:path'
import { createAccount } from '../src/modules/accounts/index.ts'
import { applyCharter, charterInForce, readCharter } from '../src/modules/charters/index.ts'
import { addCity } from '../src/modules/cities/index.ts'
import { system } from '../src/platform/actor.ts'
import type { Doors } from '../src/platform/db/index.ts'
import { projectRoot } from '../src/platform/env.ts'
import { type CitySetting, emailOf, type Raised, raiseCity } from './setting.ts'

/** Adds the cities with their charters, parties and people; the year itself is another step. */
export async function raiseInstallation(
  doors: Doors,
  settings: CitySetting[],
  now: Date,
  tell: (sentence: string) => void = () => {},
): Promise<Raised[]> {
  const raised: Raised[] = []
  for (const setting of settings) {
    const read = readCharter(
      setting.charterFolder ?? join(projectRoot(), 'charters', setting.slug),
      join(projectRoot(), 'charters/common'),
    )
    if ('problems' in read)
      throw new Error(
        `The charter of ${setting.slug} does not read. Run: bin/tomoni charter check charters/${setting.slug}`,
      )
    const { charter } = read
    const { cityId, accounts } = await doors.house.run(async (db) => {
      const cityId = await addCity(db, { slug: setting.slug, code: charter.city.localGovernmentCode }, now)
      const accounts: Record<string, string> = {}
      for (const one of setting.people.filter((person) => person.account)) {
        const account = await createAccount(db, { email: emailOf(setting.slug, one.key), name: one.name }, now)
        accounts[one.key] = account.id
      }
      return { cityId, accounts }
    })
    raised.push(
      await doors.city(cityId).run(async (db) => {
        await applyCharter({ db, actor: system(cityId), now }, charter)
        const current = (await charterInForce(db, '9999-12-31'))!
        return raiseCity(db, setting, charter, current.id, cityId, accounts, now)
      }),
    )
    tell(`${charter.city.name.ja}の指針と団体を用意しました`)
  }
  return raised
}
