import type { Installation } from '../installation.ts'
import type { Job, JobContext, Module, SlowJob, TimedJob } from '../module.ts'

/** What the worker is made of. */
export interface JobParts extends Installation {
  /** The modules whose jobs, timed jobs and reactions are run. */
  modules: readonly Pick<Module, 'name' | 'jobs' | 'timed' | 'urgent' | 'houseJobs' | 'houseTimed' | 'on'>[]
  /** Jobs outside every city that are no module's, by name. */
  houseJobs: Record<string, Job | SlowJob>
  houseTimed: Record<string, TimedJob>
  now(): Date
  /** Hears of a failure: which job, and what was thrown. */
  report?(job: string, error: unknown): void
}

/** A slow job with its own types: what `read` gives is what `perform` takes, what that gives is what `write` takes. */
export function slowJob<Thing, Result>(spec: {
  read: (c: JobContext) => Promise<Thing | undefined>
  perform: (thing: Thing, c: Pick<JobContext, 'installation' | 'now'>) => Promise<Result>
  write: (c: JobContext, thing: Thing, result: Result) => Promise<void>
  giveUp?: SlowJob['giveUp']
}): SlowJob {
  return spec as SlowJob
}
