import type { Child } from 'hono/jsx'
import type { Act, Actor } from '../../actor.ts'
import type { Db } from '../../db/index.ts'
import type { Lifecycle } from '../../lifecycle.ts'
import type { PdfDocument } from '../../pdf/document.ts'
import type { FormState } from '../form.ts'
import type { Frame, Reading } from '../page.ts'
import type { Url } from '../url.ts'
import type { Declared, Waits } from './declared.ts'
import type { PreparedAct, preparationEvents } from './prepared.ts'

export interface SubjectPage<Thing> {
  frame: Frame
  thing: Thing
  title: string
  /** The page has its own heading: on a sheet of paper. */
  heading?: false
  lead?: Child
  invalid?: boolean
  wide?: boolean
  children?: Child
}

interface FourEyes<Thing> extends ReturnType<typeof preparationEvents> {
  /** Whether somebody acts for the city; its acts alone are under four eyes. */
  isOfficer(actor: Actor): boolean
  byIds(db: Db, ids: readonly string[]): Promise<Thing[]>
  title(thing: Thing): string
  /** The values that must be unchanged since the preparation. */
  seen(thing: Thing): unknown
}

export interface VerbPage<Thing, Extra = undefined> {
  frame: Frame
  form: FormState
  thing: Thing
  extra: Extra
  verb: Declared<Thing, Extra>
  back: string
  /** On the confirmation's page: the preparation with its letter; for its maker, why it came back and where to prepare anew. */
  prepared?: PreparedAct & { letter?: PdfDocument; cameBack?: { because: string; anew: string } }
}

/** The noun that verbs are declared on, or the ground of a verb that creates, which has no lifecycle. */
export interface Subject<Thing, State extends string = string, Move extends string = string, Row = never> {
  /** The subject's kind in the record: `agreement`. */
  kind: string
  lifecycle?: Lifecycle<State, Move>
  /** Its address; those of its verbs begin with it. */
  url: Url
  at(city: string, one: Thing | Row): Record<string, string>
  /** Finds the thing of the address; undefined (404) where this person may not know of it. */
  find(c: Reading): Promise<Thing | undefined>
  /** Reads the thing again under the lock of its row, in the act's transaction. */
  lock?(tx: Db, thing: Thing): Promise<Thing>
  state?(thing: Thing, now: Date): State
  /** The page of a move at the wrong moment, where the lifecycle's own sentence is not enough. */
  refused?(thing: Thing, move: Move): { heading: string; sentence: string }
  back?: string
  revision?(thing: Thing): string
  fourEyes?: FourEyes<Thing>
  /** Every thing of this noun in a city, for the permission table; a ground has none, and `find` gives it. */
  every?(c: Reading): Promise<readonly Thing[]>
  /** The ids of the parties and the department that it belongs to. */
  concerns?(thing: Thing): readonly (string | null)[]
  page(props: SubjectPage<Thing>): Child
  // biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
  confirm(props: VerbPage<any, any>): Child
  /** The rows that may wait for this person, in one statement. */
  waiting?(act: Act): Promise<Row[]>
  /** The inbox rows of its own pages, beside those of its verbs. */
  waits?(row: Row, act: Act): readonly (Waits & { kind: string; url?: Url })[]
}

/** Declares a noun and checks its types against each other. */
export function subject<Thing, State extends string, Move extends string, Row = never>(
  spec: Subject<Thing, State, Move, Row>,
): Subject<Thing, State, Move, Row> {
  return spec
}
