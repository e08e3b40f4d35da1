import type { Actor } from '../actor.ts'
import type { Db } from '../db/index.ts'
import { type ActNote, type Entry, enter, recordInHouse, type Subject } from './index.ts'

/** What an entry of the record is called, and who may read it. */
export interface EventSpec {
  readonly kind: EventKind
  /**
   * One sentence without its actor: 「提案を提出しました」. Of a public event it is given the payload's `public` alone, so it
   * must read well without anything else; `tell` of platform/record gives it what it may have.
   */
  says: (payload: Record<string, unknown>) => string
  /** `public` shows on the public page once the subject is published; `parties` to the parties and staff; `staff` to staff alone. */
  audience: 'public' | 'parties' | 'staff'
}

/** The kind of an entry: the subject's kind, a dot, and the verb in the past. */
export type EventKind = `${string}.${string}`

/**
 * Something that can happen to a subject, as a value: called with its payload it is what an action returns, and its
 * sentence and audience are what every reader of the record has. It is written whole and read as `Partial`, since words
 * can be erased and entries outlive the code.
 */
export interface EventType<Payload extends object = object> extends EventSpec {
  (...payload: Record<never, never> extends Payload ? [payload?: Payload] : [payload: Payload]): Happened
  /** Whether this entry is one of these, its payload then being readable by name. */
  is(entry: Pick<Entry, 'kind'>): boolean
  /** What an entry of this kind says, as far as it is still there. */
  read(entry: Pick<Entry, 'payload'>): Partial<Payload>
}

/** What has happened, on its way into the record. */
export interface Happened {
  readonly event: EventType
  readonly payload: Record<string, unknown>
  /** The subject, where it is not the one that the action was called on. */
  readonly subject?: Subject
  /** In whose name, where that is known only once it is done: for a party that the same act has registered. */
  readonly actor?: Actor
}

/** The payload of an event that everyone may read: `public` is all that reaches anyone outside. */
export type Open<Words extends object, Own extends object = Record<never, never>> = Own & { public: Words }

/**
 * An event for the parties or for staff.
 * `const recalled = event<{ version: number; reason: string }>('agreement.recalled', { audience: 'parties', says: ({ reason }) => `…${reason}` })`
 */
export function event<Payload extends object = Record<never, never>>(
  kind: EventKind,
  spec: { audience: 'parties' | 'staff'; says: (payload: Partial<Payload>) => string },
): EventType<Payload> {
  return make(kind, spec.audience, spec.says as EventSpec['says'])
}

/** An event that everyone may read once its subject is published; its sentence is made of its public words alone. */
export function publicEvent<Words extends object = Record<never, never>, Own extends object = Record<never, never>>(
  kind: EventKind,
  says: (words: Partial<Words>) => string,
): EventType<Open<Words, Own>> {
  return make(kind, 'public', says as EventSpec['says'])
}

function make<Payload extends object>(
  kind: EventKind,
  audience: EventSpec['audience'],
  says: EventSpec['says'],
): EventType<Payload> {
  const type: EventType<Payload> = Object.assign(
    (payload?: object): Happened => ({
      event: type as unknown as EventType,
      payload: { ...payload },
    }),
    {
      kind,
      audience,
      says,
      is: (entry: Pick<Entry, 'kind'>) => entry.kind === kind,
      read: (entry: Pick<Entry, 'payload'>) => entry.payload as Partial<Payload>,
    },
  )
  return type
}

/** Writes what happened into the record of the subject that it happened to, with the act that did it. */
export function write(
  tx: Db,
  by: { actor: Actor; now: Date },
  happened: Happened,
  { act, ...subject }: Subject & { act?: ActNote },
): void {
  const { event, payload } = happened
  enter(tx, by, { kind: event.kind, subject: happened.subject ?? subject, payload, act })
}

/** Writes what happened outside every city into the installation's own record; `account_id` names who did it. */
export function writeInHouse(
  tx: Db,
  act: { account_id: string | null; now: Date },
  happened: Happened,
  subject: Subject,
): void {
  recordInHouse(tx, act, happened.event.kind, subject, happened.payload)
}

/** `about(begun({ title }), agreement)`: what happened to another subject than the one acted on. */
export function about(happened: Happened, subject: Subject): Happened {
  return { ...happened, subject }
}

/** `by(started({ … }), entering)`: what happened in another name than that of the act. */
export function by(happened: Happened, actor: Actor): Happened {
  return { ...happened, actor }
}

/** What an entry of this kind says and to whom, whichever of the modules it belongs to. */
export function eventOf(modules: readonly { events?: readonly EventSpec[] }[], kind: string): EventSpec | undefined {
  return modules.flatMap(({ events = [] }) => events).find((one) => one.kind === kind)
}

/** What a module does when something has happened; runs later, in a transaction of its own. */
export interface Reaction {
  readonly kind: EventKind
  run(c: { db: Db; now: Date; entry: Entry }): Promise<void>
}

/** `when(signed, async ({ db, now, entry, payload }) => …)`: a reaction that reads its event by name. */
export function when<Payload extends object>(
  event: EventType<Payload>,
  run: (c: { db: Db; now: Date; entry: Entry; payload: Partial<Payload> }) => Promise<void>,
): Reaction {
  return { kind: event.kind, run: (c) => run({ ...c, payload: event.read(c.entry) }) }
}
