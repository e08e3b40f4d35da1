import { work } from '../src/platform/jobs/index.ts'
import type { Module } from '../src/platform/module.ts'
import type { CityWorld } from './world.ts'

/** Does all that these modules have put off, and what they do when something has happened; mails are written and not sent, letters not printed. */
export function workFor(c: CityWorld, ...modules: Module[]): Promise<void> {
  const unsent: Module = { name: 'unsent', jobs: { 'mail.send': async () => {}, 'letter.render': async () => {} } }
  const report = (job: string, error: unknown) => {
    throw new Error(job, { cause: error })
  }
  const parts = { modules: [...modules, unsent], houseJobs: {}, houseTimed: {}, now: () => c.now, report }
  return work({ ...c.app.parts, ...parts })
}
