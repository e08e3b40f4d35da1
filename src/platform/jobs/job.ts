import type { Db } from '../db/index.ts'
import type { Installation } from '../installation.ts'
import type { SendMail } from './mails.ts'

/** What a row of the outbox holds for its job: ids alone. */
type Ids = Record<string, string>

/** What a job works with outside every transaction. */
export interface Outside {
  now: Date
  installation: Installation
  sendMail: SendMail
}

/** What a job is given, in a transaction of its own. `keepsMails`: the house's mails keep their text once they are sent. */
export interface JobContext<Payload extends Ids> extends Outside {
  db: Db
  payload: Payload
  keepsMails: boolean
}

/** Does what was put off, in a transaction of its own. */
type Run<Payload extends Ids> = (c: JobContext<Payload>) => Promise<void>

/** A slow job on its way: what is performed outside every transaction gives what is then written down in another. */
type Begun<Payload extends Ids> = (c: Outside) => Promise<Run<Payload>>

interface Slow<Payload extends Ids> {
  /** Undefined when there is nothing to do any more. */
  begin(c: JobContext<Payload>): Promise<Begun<Payload> | undefined>
  /** It was tried as often as makes sense: says so where people look. */
  giveUp?: Run<Payload>
}

/** What is done later, as a value: `later` puts it off with its payload, the manifest of its module lists it. */
export interface Job<Payload extends Ids = Record<string, never>> {
  /** What its rows in the outbox are called; it outlives the code that wrote them. */
  readonly name: string
  /** In which outbox it stands: a city's, or the one of the house. */
  readonly where: 'city' | 'house'
  readonly does: Run<Payload> | Slow<Payload>
  /** It goes before all others, as those of the house do: somebody sits before the screen and waits. */
  readonly urgent?: true
  /** When it is put off by the clock: Japan time, five fields. In every city, or once in the house. */
  readonly cron?: string
}

/** A job of any payload, for what lists them all. */
// biome-ignore lint/suspicious/noExplicitAny: a list of jobs with many payloads; each was checked where it was declared
export type AnyJob = Job<any>

/**
 * Declares what a city does later.
 * `export const renderLetter = job<{ letter: string }>('letter.render', slow({ read: …, perform: …, write: … }))`
 */
export function job<Payload extends Ids = Record<string, never>>(
  name: string,
  does: Job<Payload>['does'],
  { urgent }: Pick<Job, 'urgent'> = {},
): Job<Payload> {
  return { name, where: 'city', does, urgent }
}

/** Declares what the house does later, outside every city. */
export function houseJob<Payload extends Ids = Record<string, never>>(
  name: string,
  does: Job<Payload>['does'],
): Job<Payload> {
  return { name, where: 'house', does }
}

/** Declares what every city does by the clock: `timed('agreement.end', '5 0 * * *', async ({ db, now }) => …)`. */
export function timed(name: string, cron: string, does: Job['does']): Job {
  return { name: `timed ${name}`, where: 'city', does, cron }
}

/** Declares what the house does by the clock. */
export function houseTimed(name: string, cron: string, does: Job['does']): Job {
  return { ...timed(name, cron, does), where: 'house' }
}

/**
 * What must not stand inside a transaction (mail, PDF, files, other hosts): read in one transaction, performed outside of
 * any, written down in another together with the job's end. Performed again when the process is killed in between.
 */
export function slow<Payload extends Ids, Thing, Result>(spec: {
  /** What is needed; undefined when there is nothing to do any more. */
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
