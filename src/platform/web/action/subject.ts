import type { Child } from 'hono/jsx'
import type { Act } from '../../actor.ts'
import type { Db } from '../../db/index.ts'
import type { Lifecycle } from '../../lifecycle.ts'
import type { PdfDocument } from '../../pdf/document.ts'
import type { FormState } from '../form.ts'
import type { Frame, Reading } from '../page.ts'
import type { Url } from '../url.ts'
import type { Declared, Waits } from './declared.ts'
import type { PreparedAct, preparationEvents } from './prepared.ts'

/** The frame around every page about one thing: which thing it is, and the way back to it. */
export interface SubjectPage<Thing> {
  frame: Frame
  thing: Thing
  title: string
  lead?: Child
  invalid?: boolean
  wide?: boolean
  children?: Child
}

/** What a noun gives for acts that one person prepares and another confirms. */
interface FourEyes<Thing> extends ReturnType<typeof preparationEvents> {
  /** The things with these ids, in a fixed number of statements. */
  byIds(db: Db, ids: readonly string[]): Promise<Thing[]>
  title(thing: Thing): string
  /** Whatever has to be as it was when the act was prepared. */
  seen(thing: Thing): unknown
}

/** What the page of a verb is given: the thing, what was loaded beside it, the form, and the verb's own declaration. */
export interface VerbPage<Thing, Extra = undefined> {
  frame: Frame
  form: FormState
  thing: Thing
  extra: Extra
  verb: Declared<Thing, Extra>
  /** The thing's own page, where pressing nothing leads. */
  back: string
  /** On the page where it is confirmed: what was prepared, and the letter that confirming it issues. */
  prepared?: PreparedAct & { letter?: PdfDocument }
}

/**
 * The noun that verbs are declared on: its address, how it is found and locked, where it stands, and the frame around
 * its pages. A verb that creates is declared on the ground it begins on (a city, a programme), which has no lifecycle.
 */
export interface Subject<Thing, State extends string = string, Move extends string = string, Row = never> {
  /** What its entries in the record are about: `agreement`. */
  kind: string
  lifecycle?: Lifecycle<State, Move>
  /** Its own address; the addresses of its verbs lie below it. */
  url: Url
  /** The parts of that address. */
  at(city: string, one: Thing | Row): Record<string, string>
  /** The thing of the address, if this person may know of it; undefined is 404. */
  find(c: Reading): Promise<Thing | undefined>
  /** The thing read again under the lock of its row, in the transaction of the act. */
  lock?(tx: Db, thing: Thing): Promise<Thing>
  state?(thing: Thing, now: Date): State
  /** What is said at the wrong moment for a move, where the lifecycle's own sentence is not enough. */
  refused?(thing: Thing, move: Move): { heading: string; sentence: string }
  /** The words of the way back to its own page, for a person whom a verb's page refuses. */
  back?: string
  /** The version that a form starts from, where somebody else may write at the same time. */
  revision?(thing: Thing): string
  /** What acts under four eyes need: the thing by its id, its title in the inbox, what it is now, and their entries. */
  fourEyes?: FourEyes<Thing>
  /** Every thing of this noun in a city, whoever may know of it; where there is none, the noun is a ground, and `find` gives it. */
  every?(c: Reading): Promise<readonly Thing[]>
  /** Whose it is, by their ids: the parties to it, and the department that answers for it. */
  concerns?(thing: Thing): readonly (string | null)[]
  page(props: SubjectPage<Thing>): Child
  /** The page of a verb that has none of its own. */
  // biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
  confirm(props: VerbPage<any, any>): Child
  /** The rows among which something may wait for this person, in one statement. */
  waiting?(act: Act): Promise<Row[]>
  /** What waits on its own page (or another one of its pages), beside what its verbs say. */
  waits?(row: Row, act: Act): readonly (Waits & { kind: string; url?: Url })[]
}

/** Checks the types of a noun against each other. */
export function subject<Thing, State extends string, Move extends string, Row = never>(
  spec: Subject<Thing, State, Move, Row>,
): Subject<Thing, State, Move, Row> {
  return spec
}
