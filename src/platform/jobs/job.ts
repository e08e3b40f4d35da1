import type { Db } from '../db/index.ts'
import type { Installation } from '../installation.ts'
import type { SendMail } from './mails.ts'

type Ids = Record<string, string>

export interface Outside {
  now: Date
  installation: Installation
  sendMail: SendMail
}

/** A job's transaction and payload. With `keepsMails` the house's mails keep their text once they are sent. */
export interface JobContext<Payload extends Ids> extends Outside {
  db: Db
  payload: Payload
  keepsMails: boolean
}

type Run<Payload extends Ids> = (c: JobContext<Payload>) => Promise<void>

/** Performs a slow job outside every transaction and returns the function that writes its result. */
type Begun<Payload extends Ids> = (c: Outside) => Promise<Run<Payload>>

interface Slow<Payload extends Ids> {
  /** Returns undefined when nothing is left to do. */
  begin(c: JobContext<Payload>): Promise<Begun<Payload> | undefined>
  /** Runs when the job has failed for the last time: reports it where people look. */
  giveUp?: Run<Payload>
}

/** A job as a value: `later` enqueues it with its payload, its module's manifest lists it. */
export interface Job<Payload extends Ids = Record<string, never>> {
  /** The job's name in outbox rows, which outlive the code that wrote them. */
  readonly name: string
  readonly where: 'city' | 'house'
  readonly does: Run<Payload> | Slow<Payload>
  /** Runs before other jobs, as the house's do: a person waits before the screen. */
  readonly urgent?: true
  /** Five fields, Japan time: runs in every city, or once in the house. */
  readonly cron?: string
}

// biome-ignore lint/suspicious/noExplicitAny: a list of jobs with many payloads; each was checked where it was declared
export type AnyJob = Job<any>

/** `export const renderLetter = job<{ letter: string }>('letter.render', slow({ read: …, perform: …, write: … }))` */
export function job<Payload extends Ids = Record<string, never>>(
  name: string,
  does: Job<Payload>['does'],
  { urgent }: Pick<Job, 'urgent'> = {},
): Job<Payload> {
  return { name, where: 'city', does, urgent }
}

/** Declares a job of the house, outside every city. */
export function houseJob<Payload extends Ids = Record<string, never>>(
  name: string,
  does: Job<Payload>['does'],
): Job<Payload> {
  return { name, where: 'house', does }
}

/** Declares a timed job that runs in every city: `timed('agreement.end', '5 0 * * *', async ({ db, now }) => …)`. */
export function timed(name: string, cron: string, does: Job['does']): Job {
  return { name: `timed ${name}`, where: 'city', does, cron }
}

/** Declares a timed job of the house. */
export function houseTimed(name: string, cron: string, does: Job['does']): Job {
  return { ...timed(name, cron, does), where: 'house' }
}

/** A job that performs outside any transaction (mail, PDF, files); a process killed in between performs it again. */
export function slow<Payload extends Ids, Thing, Result>(spec: {
  read: (c: JobContext<Payload>) => Promise<Thing | undefined>
  perform: (thing: Thing, c: Outside) => Promise<Result>
  write: (c: JobContext<Payload>, thing: Thing, result: Result) => Promise<void>
  giveUp?: Run<Payload>
}): Slow<Payload> {
  const { read, perform, write, giveUp } = spec
  return {
    giveUp,
    begin: async (c) => {
      const thing = await read(c)
      if (thing === undefined) return undefined
      return async (outside) => {
        const result = await perform(thing, outside)
        return (after) => write(after, thing, result)
      }
    },
  }
}
