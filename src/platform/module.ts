import type { Child } from 'hono/jsx'
import type { Db } from './db/index.ts'
import type { AnyJob, Outside } from './jobs/job.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Attested } from './record/attested.ts'
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
  /** An ISO 8601 interval: `2026-05-01/2026-10-31`, or without an end `2026-05-01/..`. */
  period?: string
  state?: string
  /** The day from which that on which it stands was given up, while it still goes on. */
  given_up_on?: string
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

// biome-ignore lint/suspicious/noExplicitAny: the thing was checked where the rule was declared
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

interface Evidence {
  href: string
  label: string
}

/** A module's manifest: everything its door offers to the program. */
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
  /** The values of its rows that its events attest, which `record verify` compares with the rows. */
  attests?: readonly Attested[]
  inbox?: WaitingFor
  /** Its links in the inbox, whether or not something waits. */
  ways?: (frame: Frame) => Way[]
  /** Subject kind → the address of the subject's page; undefined where it has none. */
  subjectPages?: Record<string, (at: SubjectAt) => string | undefined>
  works?: Record<string, Works>
  moments?: (seen: Traced) => Moment[]
  /** Returns the link to evidence by its name in the thing; undefined for evidence of other modules. */
  evidence?: (where: string, seen: Traced) => Evidence | undefined
  /** Its section on the page of a thing of a module above: the thing's kind → the section. */
  sections?: { [Kind in keyof Displayed]?: (shown: Displayed[Kind]) => Child }
  /** Subject kind → the published view of the subjects of its public events. */
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

/** Returns the link to an item of evidence, from whichever module has it; undefined where the reader may not open it. */
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
