import type { Doors } from '../src/platform/db/index.ts'
import { settings } from './cast.ts'
import { raiseInstallation } from './raise.ts'

export { settings } from './cast.ts'

/** Fills an empty installation: five cities, their people, and a year of life in each, through the real actions. */
export async function fill(doors: Doors, now: Date, tell: (sentence: string) => void): Promise<void> {
  await raiseInstallation(doors, settings, now, tell)
}
