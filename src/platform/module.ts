import type { Child } from 'hono/jsx'
import type { Db } from './db/index.ts'
import type { AnyJob } from './jobs/job.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { EventSpec, Reaction } from './record/event.ts'
import type { Displayed, Moment, Traced } from './timeline.ts'
import type { WaitingFor } from './waiting.ts'
import type { AnyAction } from './web/action/action.ts'
import type { Documents, Frame, Pages, Who } from './web/index.ts'

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

/** A way into a module from the inbox. */
interface Way {
  href: string
  label: string
  /** What a group begins with stands first, what staff begin for others last. */
  place?: 'first' | 'last'
}

/** Who may see what was attached to a thing before it is published. */
export interface FileRule<Thing> {
  /** The thing that files with this subject's id belong to. */
  of(db: Db, subjectId: string): Promise<Thing | undefined>
  who: Exclude<Who<Thing>, string>
  /** Whose the thing is, as its noun says. */
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

/** Where something that shows a principle can be looked at. */
interface Evidence {
  href: string
  label: string
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
  /** Answers that are no page and ask, as a page does, who may have them: a PDF, a download, a feed, another address. */
  documents?: Documents
  /** Everything that its record can tell of; an event that no manifest lists is not told. */
  events?: readonly EventSpec[]
  /** What of it waits for a person. */
  inbox?: WaitingFor
  /** What of it the inbox offers a person to look at or to begin, whether or not something waits. */
  ways?: (frame: Frame) => Way[]
  /** The page of a subject of its entries: subject kind → address; undefined where there is none to lead to. */
  subjectPages?: Record<string, (at: SubjectAt) => string | undefined>
  /** What of it stands on the page of a party that takes part: search kind → how. */
  works?: Record<string, Works>
  /** Its part of the timeline of a thing that came from it, or that it looks back on. */
  moments?: (seen: Traced) => Moment[]
  /** Where that which it shows of the principles can be looked at, by the name that the thing has for it; undefined where not. */
  evidence?: (where: string, seen: Traced) => Evidence | undefined
  /** Its section on the page of a thing of a module above: the thing's kind → the section. */
  sections?: { [Kind in keyof Displayed]?: (shown: Displayed[Kind]) => Child }
  /** The published view in which the subject of its public events stands: subject kind → view. */
  published?: Record<string, string>
  /** What it does later: jobs of cities and of the house, put off by its verbs or by the clock. */
  jobs?: readonly AnyJob[]
  /** What it does when something is in the record, of its own or of a module above; later, in a transaction of its own. */
  on?: readonly Reaction[]
  /** Who may see the files of a subject of this module: subject kind → rule. */
  files?: Record<string, AnyFileRule>
  /** Everything of this module that is published, for rebuilding the search tables. */
  searchable?: (db: Db) => AsyncIterable<Searchable>
}

/** The page of a subject of this kind, whichever of the modules it belongs to; undefined where there is none to lead to. */
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
