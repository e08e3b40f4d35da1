import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Act, Actor } from '../../actor.ts'
import type { Db } from '../../db/index.ts'
import type { Telling } from '../../jobs/telling.ts'
import type { PdfDocument } from '../../pdf/document.ts'
import type { Happened } from '../../record/event.ts'
import type { Rule } from '../../ruling.ts'
import type { Waiting } from '../../waiting.ts'
import type { FormState } from '../form.ts'
import type { OtherAct, Reading, Request } from '../page.ts'
import type { Query, Url } from '../url.ts'
import type { VerbPage } from './subject.ts'

/** What a page of a verb has before it: the thing, and what was loaded beside it. */
export interface Seen<Thing, Extra> {
  thing: Thing
  extra: Extra
  /** The preparation that the page confirms, where it is the page of the second person. */
  prepared?: unknown
}

/** The transaction of an act, who acts in it, when, and where its move leads. */
export interface Acting<State = string, Move = string> extends Act {
  /** The same transaction as `db`. */
  tx: Db
  /** The move that begins in the present state, and the state after it; the present one where the verb moves nothing. */
  move: Move
  to: State
}

/** How an act came out: what happened, and what was made by it. */
export interface Outcome<Made = undefined> {
  happened: readonly Happened[]
  made: Made
}

/** What happened, with what was made by it: `made(happened, { party })`. */
export function made<Made>(happened: Happened | readonly Happened[], thing: Made): Outcome<Made> {
  return { happened: 'event' in happened ? [happened] : happened, made: thing }
}

/** What waits for somebody in one row; address, title and the words of the button come from elsewhere. */
export type Waits = Omit<Waiting, 'href' | 'title' | 'kind'> &
  Partial<Pick<Waiting, 'kind'>> & {
    /** What the address of its page says besides. */
    query?: Query
  }

/** A verb's words: the same for every thing, or by the thing, and on a button by the person who may press it. */
export type Words<Thing> = string | ((thing: Thing, actor?: Actor) => string)

/** A verb of the domain, declared whole; `action` makes of it the page, the button, the inbox row and the function. */
export interface Spec<Thing, State, Move, Row, Form extends z.ZodType, Extra, Made> {
  /**
   * The last part of its address, a noun: `recall` of `/:city/agreements/:ref/recall`. Empty: the subject's own address.
   * What it names itself (`milestones/:milestone`) is among what the subject's `at` gives.
   */
  path: string
  /** Of these one must begin in the present state; `act.move` and `act.to` say which, and where it leads. */
  moves?: Move | readonly Move[]
  who: Rule<[actor: Actor, thing: Thing, now: Date]>
  /** What its page needs beside the thing. */
  load?: (c: Reading, thing: Thing) => Promise<Extra>
  form?: Form | ((seen: Seen<Thing, Extra>) => Form)
  /** What the form holds before anything is typed. */
  blank?: (seen: Seen<Thing, Extra>, c: Request) => FormState['values']
  /** The words on the button, in the inbox and in the table of permissions. */
  label: Words<Thing>
  /** The heading of its page, where it is not the button's. */
  title?: Words<Thing>
  /** The words of the button that does it, where they are not those of the button that leads to it. */
  confirm?: Words<Thing>
  /** The heading over what is said before, where it is a question of its own: 「この提案を受理しますか」. */
  question?: Words<Thing>
  /** The words of the way back without doing it. */
  leave?: Words<Thing>
  lead?: Words<Thing>
  /** What the person is told before pressing, a sentence each (law 1). */
  before?: (seen: Seen<Thing, Extra>) => string[]
  /** The verb by which it is undone, or why it never can be; the reason is said before (law 5). */
  undo: { by: string } | { never: string }
  /** How much its button stands out among the others. */
  tone?: 'primary' | 'secondary' | 'quiet'
  danger?: true
  /** Its page has a long table or two columns. */
  wide?: true
  /** Done by the clock and by nobody: it has no page and no button. */
  byClock?: true
  /** The fields of its form, on the page made from the declaration. */
  fields?: (props: VerbPage<Thing, Extra>) => Child
  /** What its page holds between the frame's heading and its foot, where the page made from the declaration is not enough. */
  page?: (props: VerbPage<Thing, Extra>) => Child
  /** What stands below the form on the page made from the declaration. */
  foot?: (props: VerbPage<Thing, Extra>) => Child
  /** Only on the thing as the person saw it: what somebody else has saved meanwhile is shown first. */
  fresh?: true
  /** What else one of the page's buttons does. */
  acts?: Record<string, OtherAct<Seen<Thing, Extra>>>
  limit?: number
  /** In whose name it is done, where that is not plain from who is signed in. */
  as?: (actor: Actor, thing: Thing, input: z.output<Form>) => Actor
  /** Writes what changes, in the transaction that is open and under the thing's lock, and returns what happened. */
  do: (
    act: Acting<State, Move>,
    thing: Thing,
    input: z.output<Form>,
  ) => Promise<Happened | readonly Happened[] | Outcome<Made>>
  /** Where it is true, one person prepares it and another confirms it (law 4). */
  fourEyes?: (thing: Thing) => boolean
  /** What was entered, as the one who confirms it reads it, where its fields do not say themselves how they are drawn. */
  entered?: (thing: Thing, input: z.output<Form>) => { label: string; value: string }[]
  /**
   * The official letter that it issues: the first sending shows it without its number (案), the second issues it, and other
   * words are shown anew (law 1). It is frozen with the act (law 3).
   */
  letter?: {
    /** Its own kind: `proposal.decision`. */
    kind: string
    /** The kind of letter of which it corrects or annuls the newest one (law 5). */
    corrects?: string
    /** Whether it issues one about this thing; about every thing where nothing is said. */
    about?: (thing: Thing) => boolean
    /** What it would say, without its number; without one, it is only frozen: a receipt is not shown before. */
    draft?: (c: Act, thing: Thing, input: z.output<Form>) => PdfDocument | undefined | Promise<PdfDocument | undefined>
    /** What is issued: the same with the number that the act took for it; where there are several, each with its part. */
    issued?: (
      draft: PdfDocument | undefined,
      outcome: Outcome<Made>,
      thing: Thing,
    ) => PdfDocument | readonly { part: string; document: PdfDocument }[]
  }
  /** To whom it is told, by mail or on paper. An arrow, since letters know their noun. */
  tells?: () => readonly Telling[]
  /** The sentence that confirms it. */
  done: string | ((outcome: Outcome<Made>, thing: Thing) => string)
  /** Where the person goes on; the thing's own page where nothing is said. */
  then?: Url | ((at: { city: string; ref: string }, outcome: Outcome<Made>) => string)
  /** What of this waits for whom. What is merely possible does not wait. */
  waits?: (row: Row, act: Act) => readonly Waits[]
}

/** The part of a declaration that pages and tables read. */
export interface Declared<Thing, Extra = unknown> {
  /** `agreement.recall`: the subject's kind and the verb's path. */
  name: string
  label(thing: Thing, actor?: Actor): string
  title(thing: Thing): string
  /** The words of the button that does it, or that prepares it for another person to confirm. */
  confirm(thing: Thing): string
  /** The words of the button with which the other person confirms it. */
  confirmed(thing: Thing): string
  question(thing: Thing): string
  leave(thing: Thing): string
  lead(thing: Thing): string | undefined
  /** Everything that is said before: what will happen, to whom it is told, and whether it can be undone. */
  before(seen: Seen<Thing, Extra>): string[]
  tone: 'primary' | 'secondary' | 'quiet'
  danger: boolean
  /** Its form's schema, from which the page draws the fields that say how they are drawn. */
  form(seen: Seen<Thing, Extra>): z.ZodType | undefined
  fields?: (props: VerbPage<Thing, Extra>) => Child
  /** Whether it may be under four eyes. */
  fourEyes: boolean
  /** Whether it is under four eyes for this thing. */
  isPrepared(thing: Thing): boolean
  /** What was entered, as the one who confirms it reads it; undefined where the form's fields say how they are drawn. */
  entered?(thing: Thing, input: Record<string, unknown>): { label: string; value: string }[]
  /** Whether it issues a letter about this thing, which its page then shows first. */
  letter(thing: Thing): boolean
}

/** `agreement.recall`: the name of a verb among all verbs, its subject's kind and its path. */
export const nameOf = (subject: { kind: string }, spec: { path: string }): string => `${subject.kind}.${spec.path}`

/** The words of a verb for this thing. */
export const say = <Thing>(words: Words<Thing>, thing: Thing, actor?: Actor): string =>
  typeof words === 'function' ? words(thing, actor) : words
