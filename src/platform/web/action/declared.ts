import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Act, Actor } from '../../actor.ts'
import type { Db } from '../../db/index.ts'
import type { EventMails } from '../../jobs/event-mails.ts'
import type { PdfDocument } from '../../pdf/document.ts'
import type { Happened } from '../../record/event.ts'
import type { Wrong } from '../../refusals.ts'
import type { Rule } from '../../ruling.ts'
import type { Waiting } from '../../waiting.ts'
import type { Wording } from '../compared.ts'
import type { FormState } from '../form.ts'
import type { OtherAct, Reading, Request } from '../page.ts'
import type { Query, Url } from '../url.ts'
import type { PreparedAct } from './prepared.ts'
import type { VerbPage } from './subject.ts'

export interface Seen<Thing, Extra> {
  thing: Thing
  extra: Extra
  /** The preparation that the page confirms, where it is the page of the second person. */
  prepared?: unknown
  /** The preparation that came back, sent back or void, for the person who prepares it anew. */
  cameBack?: PreparedAct
}

export interface Acting<State = string, Move = string> extends Act {
  tx: Db
  /** The move that begins in the present state and the state after it; the present state where the verb has no move. */
  move: Move
  to: State
}

export interface Outcome<Made = undefined> {
  happened: readonly Happened[]
  made: Made
}

/** An outcome with what the act made: `made(happened, { party })`. */
export function made<Made>(happened: Happened | readonly Happened[], thing: Made): Outcome<Made> {
  return { happened: 'event' in happened ? [happened] : happened, made: thing }
}

export type Waits = Omit<Waiting, 'href' | 'title' | 'kind'> &
  Partial<Pick<Waiting, 'kind'>> & {
    query?: Query
  }

/** A verb's words: fixed, or made from the thing and, on a button, from the person who may press it. */
export type Words<Thing> = string | ((thing: Thing, actor?: Actor) => string)

/** The declaration of a verb, from which `action` makes page, button, inbox row and function. */
export interface Spec<Thing, State, Move, Row, Form extends z.ZodType, Extra, Made> {
  /** The last part of the address, a noun: `recall`, `milestones/:milestone`; empty for the subject's own address. */
  path: string
  /** One of these must begin in the present state; `act.move` and `act.to` give the one that does, and the state after it. */
  moves?: Move | readonly Move[]
  who: Rule<[actor: Actor, thing: Thing, now: Date]>
  load?: (c: Reading, thing: Thing) => Promise<Extra>
  form?: Form | ((seen: Seen<Thing, Extra>) => Form)
  /**
   * What the thing or the day refuses in the input, by field: no decision before the receipt, no end before a beginning
   * (law 2). The page says it beside the form's own errors, of which the input lacks the fields; the act asks it again.
   */
  wrong?: (thing: Thing, input: Partial<z.output<Form>>, now: Date) => Wrong
  /** The form's values before anything is typed. */
  blank?: (seen: Seen<Thing, Extra>, c: Request) => FormState['values']
  /**
   * The words of others that its form changes as they are now, as form values; `values` is the form as typed. They fill the
   * form unless `blank` does, and whoever saves after another person is shown both first (law 6).
   */
  edits?: (seen: Seen<Thing, Extra>, form: { actor: Actor; values: FormState['values'] }) => FormState['values']
  /** The form's fields in words, for that comparison; those that are `drawn` have theirs. */
  wording?: (seen: Seen<Thing, Extra>) => Wording
  /** The words on the button, in the inbox and in the permission table. */
  label: Words<Thing>
  /** The heading of its page; the label by default. */
  title?: Words<Thing>
  /** The words on the button of its page; the label by default. */
  confirm?: Words<Thing>
  /** The heading over `before`, where it is a question: 「この提案を受理しますか」. */
  question?: Words<Thing>
  leave?: Words<Thing>
  lead?: Words<Thing>
  /** The consequences, a sentence each, shown before pressing (law 1). */
  before?: (seen: Seen<Thing, Extra>) => string[]
  /** The verb that undoes it, or the reason why none does, which the page says before (law 5). */
  undo: { by: string } | { never: string }
  tone?: 'primary' | 'secondary' | 'quiet'
  danger?: true
  wide?: true
  /** Its form takes files. */
  multipart?: true
  /** Done by a timed job: it has no page and no button. */
  byClock?: true
  fields?: (props: VerbPage<Thing, Extra>) => Child
  /** The page's body, where the default page is not enough. */
  page?: (props: VerbPage<Thing, Extra>) => Child
  foot?: (props: VerbPage<Thing, Extra>) => Child
  /** Refuses a thing that another person has changed meanwhile, and shows the change first. */
  fresh?: true
  acts?: Record<string, OtherAct<Seen<Thing, Extra>>>
  limit?: number
  /** The actor in whose name it is done, where that is not plain from the session. */
  as?: (actor: Actor, thing: Thing, input: z.output<Form>) => Actor
  /** Writes the changes in the open transaction, under the thing's lock, and returns the events. */
  do: (
    act: Acting<State, Move>,
    thing: Thing,
    input: z.output<Form>,
  ) => Promise<Happened | readonly Happened[] | Outcome<Made>>
  /** Whether one person prepares it and another confirms it (law 4). */
  fourEyes?: (thing: Thing) => boolean
  /** The entered values for the person who confirms, where the fields are not `drawn`. */
  entered?: (thing: Thing, input: z.output<Form>) => { label: string; value: string }[]
  /** First shown without its number (案), then issued; changed words are shown again (law 1). Frozen (law 3). */
  letter?: {
    kind: string
    /** The kind of letter whose newest one it corrects or annuls (law 5). */
    corrects?: string
    /** Whether this thing gets a letter; every thing does by default. */
    about?: (thing: Thing) => boolean
    /** The letter without its number. A receipt has none: it is only frozen, never shown before. */
    draft?: (c: Act, thing: Thing, input: z.output<Form>) => PdfDocument | undefined | Promise<PdfDocument | undefined>
    /** The letters with the number that the act took, each with its part where there are several. */
    issued?: (
      draft: PdfDocument | undefined,
      outcome: Outcome<Made>,
      thing: Thing,
    ) => PdfDocument | readonly { part: string; document: PdfDocument }[]
  }
  /** The mails about it. A function, since letters import their noun. */
  tells?: () => readonly EventMails[]
  done: string | ((outcome: Outcome<Made>, thing: Thing) => string)
  /** The next page; the thing's own by default. */
  then?: Url | ((at: { city: string; ref: string }, outcome: Outcome<Made>) => string)
  /** The inbox rows. A merely possible act does not wait. */
  waits?: (row: Row, act: Act) => readonly Waits[]
}

export interface Declared<Thing, Extra = unknown> {
  name: string
  label(thing: Thing, actor?: Actor): string
  title(thing: Thing): string
  /** The words on the button of its page; an officer under four eyes prepares. */
  confirm(thing: Thing, actor: Actor): string
  confirmed(thing: Thing): string
  question(thing: Thing): string
  leave(thing: Thing): string
  lead(thing: Thing): string | undefined
  /** The consequences, the recipients, and whether it can be undone. */
  before(seen: Seen<Thing, Extra> & { frame: { actor: Actor } }): string[]
  tone: 'primary' | 'secondary' | 'quiet'
  danger: boolean
  multipart: boolean
  form(seen: Seen<Thing, Extra>): z.ZodType | undefined
  fields?: (props: VerbPage<Thing, Extra>) => Child
  fourEyes: boolean
  /** The entered values for the person who confirms; undefined where the form's fields are `drawn`. */
  entered?(thing: Thing, input: Record<string, unknown>): { label: string; value: string }[]
  letter(thing: Thing): boolean
}

/** A verb's name: `agreement.recall`, from the subject's kind and the path. */
export const nameOf = (subject: { kind: string }, spec: { path: string }): string => `${subject.kind}.${spec.path}`

export const say = <Thing>(words: Words<Thing>, thing: Thing, actor?: Actor): string =>
  typeof words === 'function' ? words(thing, actor) : words
