import type { Doors } from '../src/platform/db/index.ts'
import { settings } from './cast.ts'
import { raiseInstallation } from './raise.ts'
import { emailOf } from './setting.ts'

export { settings } from './cast.ts'

/** Whom a visitor can be, by city. */
export function castList() {
  return settings.map((setting) => ({
    label: setting.cityName,
    people: setting.people
      .filter((one) => one.account)
      .slice(0, 9)
      .map((one) => ({ name: one.name, is: one.is, email: emailOf(setting.slug, one.key) })),
  }))
}

/** Fills an empty installation: five cities, their people, and a year of life in each, through the real actions. */
export async function fill(doors: Doors, now: Date, tell: (sentence: string) => void): Promise<void> {
  await raiseInstallation(doors, settings, now, tell)
}
