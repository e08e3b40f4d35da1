import type { Child } from 'hono/jsx'
import type { Db } from './db/index.ts'
import type { AnyJob, Outside } from './jobs/job.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { EventSpec, Reaction } from './record/event.ts'
import type { Displayed, Moment, Traced } from './timeline.ts'
import type { WaitingFor } from './waiting.ts'
import type { AnyAction } from './web/action/action.ts'
import type { Documents, Frame, Pages, Who } from './web/index.ts'

export interface Searchable {
  kind: string
  id: string
  ref: string
  title: string
  text: string
  /** `form:joint-hosting`, `zone:equal`, `year:2026`: lists filter and count by these. */
  facets: string[]
  shown?: Shown
  at: Date
}

export interface Shown {
  number?: string
  summary?: string
  parties?: string[]
  /** An ISO 8601 interval, `2026-05-01/2026-10-31` or open `2026-05-01/..`; the page writes it in the reader's language. */
  period?: string
  state?: string
}

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

interface SubjectAt {
  city: string
  ref?: string | null
  year?: number | null
  programme?: string | null
}

interface Works {
  /** The heading without a count: 「取り組んでいる事業」. */
  heading: (frame: Frame) => string
  page: (at: { city: string; ref: string }) => string
  /** The address of the whole list, filtered by a party's id. */
  all?: (city: string, party: string) => string
}

/** Where something that shows a principle can be looked at. */
interface Evidence {
  href: string
  label: string
}

/** A module's manifest: what its door offers to the house. */
export interface Module {
  name: string
  routes?: Pages
  actions?: readonly AnyAction[]
  /** The exports of its `may.ts`, which give rules their names in tables. */
  rules?: Record<string, unknown>
  lifecycles?: readonly Lifecycle<string, string>[]
  /** PDFs, downloads, feeds and redirects, each with its `who`. */
  documents?: Documents
  /** Every event that its record has; an entry without one is not shown. */
  events?: readonly EventSpec[]
  /** The things that wait for a person. */
  inbox?: WaitingFor
  /** Its links in the inbox, whether or not something waits. */
  ways?: (frame: Frame) => Way[]
  /** Subject kind → the address of the subject's page; undefined where it has none. */
  subjectPages?: Record<string, (at: SubjectAt) => string | undefined>
  works?: Record<string, Works>
  moments?: (seen: Traced) => Moment[]
  /** Where that which it shows of the principles can be looked at, by the name that the thing has for it; undefined where not. */
  evidence?: (where: string, seen: Traced) => Evidence | undefined
  /** Its section on the page of a thing of a module above: the thing's kind → the section. */
  sections?: { [Kind in keyof Displayed]?: (shown: Displayed[Kind]) => Child }
  /** The published view in which the subject of its public events stands: subject kind → view. */
  published?: Record<string, string>
  jobs?: readonly AnyJob[]
  /** Reactions to its own events or those of a module above; each runs later, in a transaction of its own. */
  on?: readonly Reaction[]
  files?: Record<string, AnyFileRule>
  searchable?: (db: Db) => AsyncIterable<Searchable>
  /** Enters in a city that an account has taken up the part it was invited to; repeated without effect. */
  accepted?: (taken: TakenUp, outside: Outside) => Promise<void>
}

interface TakenUp {
  account: string
  /** The person of the city's own books. */
  person: string
  city_id: number
}

/** The address of a subject's page, in whichever module; undefined where it has none. */
export function pageOf(
  modules: readonly Pick<Module, 'subjectPages'>[],
  kind: string,
  at: SubjectAt,
): string | undefined {
  return modules.find(({ subjectPages }) => subjectPages?.[kind])?.subjectPages?.[kind]?.(at)
}

/** Where that which shows a principle can be looked at, whichever of the modules has it; undefined where this reader cannot. */
export function evidenceAt(
  modules: readonly Pick<Module, 'evidence'>[],
  where: string,
  seen: Traced,
): Evidence | undefined {
  for (const { evidence } of modules) {
    const found = evidence?.(where, seen)
    if (found) return found
  }
  return undefined
}
