import type { Hono } from 'hono'
import type { Actor } from './actor.ts'
import type { Db } from './db/index.ts'
import type { Installation } from './installation.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { EventSpec } from './record/event.ts'
import type { Entry } from './record/index.ts'
import type { Moment, Traced } from './timeline.ts'
import type { WaitingFor } from './waiting.ts'
import type { AnyAction } from './web/action/action.ts'
import type { Documents, Frame, Pages } from './web/index.ts'
import type { Parts } from './web/parts.ts'

/** What a job is given; payloads hold ids alone. */
export interface JobContext {
  db: Db
  now: Date
  payload: Record<string, string>
  installation: Installation
}

/** Does what was put off, in a transaction of its own. */
export type Job = (c: JobContext) => Promise<void>

/**
 * What must not stand inside a transaction (mail, PDF, files, other hosts): read in one transaction, performed outside of
 * any, written down in another together with the job's end. Performed again when the process is killed in between.
 */
export interface SlowJob {
  /** What is needed; undefined when there is nothing to do any more. */
  read: (c: JobContext) => Promise<unknown>
  perform: (thing: never, c: Pick<JobContext, 'installation' | 'now'>) => Promise<unknown>
  write: (c: JobContext, thing: never, result: never) => Promise<void>
  /** It was tried as often as makes sense: says so where people look. */
  giveUp?: (c: JobContext) => Promise<void>
}

/** What runs by the clock, in every city or in the house: `cron` in Japan time, five fields. */
export interface TimedJob {
  cron: string
  run: Job | SlowJob
}

/** A row for the published search tables, as its module declares it; see platform/search. */
export interface Searchable {
  kind: string
  id: string
  /** What stands for it in its page's address: a number. */
  ref: string
  title: string
  /** Everything that may be found, in words people use. */
  text: string
  /** `form:joint-hosting`, `zone:equal`, `year:2026`: what lists filter and count by. */
  facets: string[]
  /** What lists and downloads show of it beside the title. */
  shown?: Shown
  /** What lists are ordered by, newest first. */
  at: Date
}

/** The short facts of a found row, ready to be read. */
export interface Shown {
  number?: string
  summary?: string
  parties?: string[]
  /** From when to when as ISO 8601 writes it, `2026-05-01/2026-10-31`, open `2026-05-01/..`: each reader is told in their own language. */
  period?: string
  state?: string
}

/** Where the subject of an entry is found: its number in addresses, and what else its address needs. */
interface SubjectAt {
  city: string
  ref?: string | null
  year?: number | null
  programme?: string | null
}

/** How what is published of one kind is listed on the page of a party that takes part in it. */
interface Works {
  /** The heading over it, without how many there are: 「取り組んでいる事業」. */
  heading: (frame: Frame) => string
  page: (at: { city: string; ref: string }) => string
  /** The address of all of it, narrowed to a party by its id, where there is such a list. */
  all?: (city: string, party: string) => string
}

/** A module's manifest: what its door offers to the house. */
export interface Module {
  name: string
  routes?: Pages
  /** Its verbs: walked by the table of permissions, and by the test that holds each to the laws of an official act. */
  actions?: readonly AnyAction[]
  /** What its `may.ts` exports, so that a rule has a name in tables. */
  rules?: Record<string, unknown>
  /** The states and moves of its records, drawn in docs/generated/lifecycles.md. */
  lifecycles?: readonly Lifecycle<string, string>[]
  /** Answers that are no page and ask, as a page does, who may have them: a PDF, a letter. */
  documents?: Documents
  /** Downloads, feeds and other answers that are no page, on plain Hono. */
  outputs?: (app: Hono, parts: Parts) => void
  events?: Record<string, EventSpec>
  /** What of it waits for a person. */
  inbox?: WaitingFor
  /** The page of a subject of its entries: subject kind → address; undefined where there is none to lead to. */
  subjectPages?: Record<string, (at: SubjectAt) => string | undefined>
  /** What of it stands on the page of a party that takes part: search kind → how. */
  works?: Record<string, Works>
  /** Its part of the timeline of a thing that came from it, or that it looks back on. */
  moments?: (seen: Traced) => Moment[]
  /** Where that which it shows of the principles can be looked at, by the name that the thing has for it; undefined where not. */
  evidence?: (where: string, seen: Traced) => { href: string; label: string } | undefined
  /** The published view in which the subject of its public events stands: subject kind → view. */
  published?: Record<string, string>
  jobs?: Record<string, Job | SlowJob>
  timed?: Record<string, TimedJob>
  /** Those of its jobs that go before all others, as those of the house do: somebody sits before the screen and waits. */
  urgent?: readonly string[]
  /** What runs later in the house's books, outside every city. */
  houseJobs?: Record<string, Job | SlowJob>
  houseTimed?: Record<string, TimedJob>
  /** What to do when another module's event is in the record; runs later, in a transaction of its own. */
  on?: Record<string, (c: { db: Db; now: Date; entry: Entry }) => Promise<void>>
  /** Whether this person may see the files of a subject of this module: subject kind → rule. */
  files?: Record<string, (c: { db: Db; actor: Actor; subject_id: string }) => Promise<boolean>>
  /** Everything of this module that is published, for rebuilding the search tables. */
  searchable?: (db: Db) => AsyncIterable<Searchable>
}
