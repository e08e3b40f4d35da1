import type { Doors } from '../db/index.ts'
import type { Job, Module, SlowJob, TimedJob } from '../module.ts'

/** What the worker is made of. */
export interface JobParts {
  doors: Doors
  /** The modules whose jobs, timed jobs and reactions are run. */
  modules: readonly Pick<Module, 'name' | 'jobs' | 'timed' | 'on'>[]
  /** Jobs outside every city, by name. */
  houseJobs: Record<string, Job | SlowJob>
  houseTimed: Record<string, TimedJob>
  /** Jobs of cities that go before all others, as those of the house do: somebody sits before the screen and waits. */
  urgent?: readonly string[]
  now(): Date
  /** Hears of a failure: which job, and what was thrown. */
  report?(job: string, error: unknown): void
}

/** A slow job with its own types: what `read` gives is what `perform` takes, what that gives is what `write` takes. */
export function slowJob<Thing, Result>(spec: {
  read: (c: Parameters<SlowJob['read']>[0]) => Promise<Thing | undefined>
  perform: (thing: Thing) => Promise<Result>
  write: (c: Parameters<SlowJob['read']>[0], thing: Thing, result: Result) => Promise<void>
  giveUp?: SlowJob['giveUp']
}): SlowJob {
  return spec as SlowJob
}
