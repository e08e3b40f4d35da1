import { type AnyJob, enqueueTimed, type JobParts, job, work } from '../src/platform/jobs/index.ts'
import type { Module } from '../src/platform/module.ts'
import type { CityWorld } from './world.ts'

// Letters are frozen and not rendered.
const unprinted = { name: 'letters', jobs: [job<{ letter: string }>('letter.render', async () => {})] }

/** A worker over this test's world; a failed job fails the test, and mails are written and not sent. */
const partsOf = (c: CityWorld, modules: readonly Pick<Module, 'name' | 'jobs' | 'on'>[]): JobParts => ({
  ...c.app.parts,
  modules: [...modules, unprinted],
  sendMail: async () => {},
  keepsMails: true,
  now: () => c.now,
  report: (job, error) => {
    throw new Error(job, { cause: error })
  },
})

/** Runs all jobs of these modules, and their reactions. */
export function workFor(c: CityWorld, ...modules: Module[]): Promise<void> {
  return work(partsOf(c, modules))
}

/** Runs a timed job in every city. */
export async function runTimedFor(c: CityWorld, job: AnyJob): Promise<void> {
  const parts = partsOf(c, [{ name: 'clock', jobs: [job] }])
  await enqueueTimed(parts, job)
  await work(parts)
}
