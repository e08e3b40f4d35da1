import type { Db } from './db/index.ts'
import type { AnyJob } from './jobs/job.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { EventSpec, Reaction } from './record/event.ts'
import type { Moment, Traced } from './timeline.ts'
import type { WaitingFor } from './waiting.ts'
import type { AnyAction } from './web/action/action.ts'
import type { Documents, Frame, Pages, Who } from './web/index.ts'

/** A row of the published search tables; see platform/search. */
export interface Searchable {
  kind: string
  id: string
  /** The part of the page's address that names it. */
  ref: string
  title: string
  /** The searchable text, in words people use. */
  text: string
  /** `form:joint-hosting`, `zone:equal`, `year:2026`: lists filter and count by these. */
  facets: string[]
  shown?: Shown
  /** Lists are ordered by it, newest first. */
  at: Date
}

/** The short facts of a search result. */
export interface Shown {
  number?: string
  summary?: string
  parties?: string[]
  /** An ISO 8601 interval, `2026-05-01/2026-10-31` or open `2026-05-01/..`; the page writes it in the reader's language. */
  period?: string
  state?: string
}

/** A link from the inbox to a module. */
interface Way {
  href: string
  label: string
  /** Links for groups come first, links for staff who act for others last. */
  place?: 'first' | 'last'
}

/** The rule for the files of a thing before it is published. */
export interface FileRule<Thing> {
  of(db: Db, subjectId: string): Promise<Thing | undefined>
  who: Exclude<Who<Thing>, string>
  /** The ids of the parties and departments that the thing belongs to. */
  concerns(thing: Thing): readonly (string | null)[]
}

// biome-ignore lint/suspicious/noExplicitAny: of which thing it is was checked where the rule was declared
type AnyFileRule = FileRule<any>

/** Declares who may see the files of a thing: `fileRule({ of: findProposalById, who: maySeeProposal, concerns })`. */
export function fileRule<Thing>(
  spec: Pick<FileRule<Thing>, 'of'> & Pick<FileRule<NoInfer<Thing>>, 'who' | 'concerns'>,
): FileRule<Thing> {
  return spec
}

/** The parts of a subject's address. */
interface SubjectAt {
  city: string
  ref?: string | null
  year?: number | null
  programme?: string | null
}

/** The list of a party's published things of one kind, on the party's page. */
interface Works {
  /** The heading without a count: 「取り組んでいる事業」. */
  heading: (frame: Frame) => string
  page: (at: { city: string; ref: string }) => string
  /** The address of the whole list, filtered by a party's id. */
  all?: (city: string, party: string) => string
}

/** A module's manifest: all that its door offers to the other parts. */
export interface Module {
  name: string
  routes?: Pages
  /** Its verbs: the permission table and the test of the laws of an official act read them. */
  actions?: readonly AnyAction[]
  /** The exports of its `may.ts`, which give rules their names in tables. */
  rules?: Record<string, unknown>
  /** Drawn in docs/generated/lifecycles.md. */
  lifecycles?: readonly Lifecycle<string, string>[]
  /** PDFs, downloads, feeds and redirects, each with its `who`. */
  documents?: Documents
  /** Everything that its record can tell of; an event that no manifest lists is not told. */
  events?: readonly EventSpec[]
  /** Every event that its record has; an entry without one is not shown. */
  inbox?: WaitingFor
  /** Its links in the inbox, whether or not something waits. */
  ways?: (frame: Frame) => Way[]
  /** Subject kind → the address of the subject's page; undefined where it has none. */
  subjectPages?: Record<string, (at: SubjectAt) => string | undefined>
  /** Search kind → the list on a party's page. */
  works?: Record<string, Works>
  /** Its part of the timeline of a thing that came from it, or that it looks back on. */
  moments?: (seen: Traced) => Moment[]
  /** The link to the evidence of a principle, by its name in the thing; undefined where there is none. */
  evidence?: (where: string, seen: Traced) => { href: string; label: string } | undefined
  /** Subject kind → the published view with the subjects of its public events. */
  published?: Record<string, string>
  /** Jobs of cities and of the house, enqueued by its verbs or by the clock. */
  jobs?: readonly AnyJob[]
  /** Reactions to its own events or those of a module above; each runs later, in a transaction of its own. */
  on?: readonly Reaction[]
  /** Subject kind → the rule for the subject's files. */
  files?: Record<string, AnyFileRule>
  /** All published rows of this module, for rebuilding the search tables. */
  searchable?: (db: Db) => AsyncIterable<Searchable>
}

/** The address of a subject's page, in whichever module; undefined where it has none. */
export function pageOf(
  modules: readonly Pick<Module, 'subjectPages'>[],
  kind: string,
  at: SubjectAt,
): string | undefined {
  return modules.find(({ subjectPages }) => subjectPages?.[kind])?.subjectPages?.[kind]?.(at)
}
