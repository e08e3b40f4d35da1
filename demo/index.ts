import type { Doors } from '../src/platform/db/index.ts'
import { settings } from './cast.ts'
import { play } from './play.ts'
import { raiseInstallation } from './raise.ts'
import { emailOf } from './setting.ts'
import { stories } from './stories.ts'

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

/**
 * Fills an empty installation: five cities, their people, and a year of life in each, through the real actions.
 * The papers that came with it are given to `keep`, as an upload's bytes are.
 */
export async function fill(
  doors: Doors,
  now: Date,
  tell: (sentence: string) => void,
  keep: (bytes: Uint8Array) => Promise<unknown> = async () => {},
): Promise<void> {
  for (const raised of await raiseInstallation(doors, settings, now, tell)) {
    const papers = await play(doors, raised, stories[raised.slug] ?? [], now, tell)
    for (const bytes of papers.made.values()) await keep(bytes)
  }
}
