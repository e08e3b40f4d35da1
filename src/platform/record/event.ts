import type { Actor } from '../actor.ts'
import type { Db } from '../db/index.ts'
import type { Attested } from './attested.ts'
import { type ActNote, type Entry, record, recordInHouse, type Subject } from './index.ts'

export interface EventSpec {
  readonly kind: EventKind
  /** One sentence without its actor; of a public event it gets `public` alone and must read well with that. */
  says: (payload: Record<string, unknown>) => string
  /** `public`: everyone, once the subject is published; `parties`: parties and staff; `staff`: staff alone. */
  audience: 'public' | 'parties' | 'staff'
  /** Whether timelines show this sentence. For other events they have words of their own, or nothing. */
  inTimeline?: true
  /** The values of rows that its entry attests, as they are at the commit. */
  readonly attests?: readonly Attested[]
}

export type EventKind = `${string}.${string}`

/** An event type; payloads are written whole and read as `Partial`, since words can be erased and code changes. */
export interface EventType<Payload extends object = object> extends EventSpec {
  (...payload: Record<never, never> extends Payload ? [payload?: Payload] : [payload: Payload]): Happened
  is(entry: Pick<Entry, 'kind'>): boolean
  read(entry: Pick<Entry, 'payload'>): Partial<Payload>
}

export interface Happened {
  readonly event: EventType
  readonly payload: Record<string, unknown>
  readonly subject?: Subject
  /** Where only the act can know it: a party that the same act has registered. */
  readonly actor?: Actor
}

/** The payload of a public event: everyone may read `public` and nothing else. */
export type Open<Words extends object, Own extends object = Record<never, never>> = Own & { public: Words }

/** `event<{ version: number }>('agreement.recalled', { audience: 'parties', says: ({ version }) => `…${version}` })` */
export function event<Payload extends object = Record<never, never>>(
  kind: EventKind,
  spec: Pick<EventSpec, 'attests'> & { audience: 'parties' | 'staff'; says: (payload: Partial<Payload>) => string },
): EventType<Payload> {
  return make(kind, { ...spec, says: spec.says as EventSpec['says'] })
}

/** Declares a public event; its sentence is made of the payload's `public` alone. */
export function publicEvent<Words extends object = Record<never, never>, Own extends object = Record<never, never>>(
  kind: EventKind,
  says: (words: Partial<Words>) => string,
  more: Pick<EventSpec, 'inTimeline' | 'attests'> = {},
): EventType<Open<Words, Own>> {
  return make(kind, { ...more, audience: 'public', says: says as EventSpec['says'] })
}

function make<Payload extends object>(kind: EventKind, spec: Omit<EventSpec, 'kind'>): EventType<Payload> {
  const type: EventType<Payload> = Object.assign(
    (payload?: object): Happened => ({
      event: type as unknown as EventType,
      payload: { ...payload },
    }),
    {
      kind,
      ...spec,
      is: (entry: Pick<Entry, 'kind'>) => entry.kind === kind,
      read: (entry: Pick<Entry, 'payload'>) => entry.payload as Partial<Payload>,
    },
  )
  return type
}

/** Writes an event into the record of its subject, with the act that caused it. Returns the entry's id. */
export function write(
  tx: Db,
  by: { actor: Actor; now: Date },
  happened: Happened,
  { act, ...subject }: Subject & { act?: ActNote },
): void {
  const { event, payload } = happened
  const { kind, attests } = event
  record(tx, by, { kind, subject: happened.subject ?? subject, payload, act, attests })
}

/** Writes an event outside every city into the installation's record; `account_id` names the person. */
export function writeInHouse(
  tx: Db,
  act: { account_id: string | null; now: Date },
  happened: Happened,
  subject: Subject,
): void {
  recordInHouse(tx, act, { kind: happened.event.kind, subject, payload: happened.payload })
}

/** The event for another subject than the act's: `about(begun({ title }), agreement)`. */
export function about(happened: Happened, subject: Subject): Happened {
  return { ...happened, subject }
}

/** The event in another person's name: `by(started({ … }), entering)`. */
export function by(happened: Happened, actor: Actor): Happened {
  return { ...happened, actor }
}

/** The event of a kind, in whichever module; undefined where no manifest lists it. */
export function eventOf(modules: readonly { events?: readonly EventSpec[] }[], kind: string): EventSpec | undefined {
  return modules.flatMap(({ events = [] }) => events).find((one) => one.kind === kind)
}

/** A module's reaction to an event; it runs later, in a transaction of its own. */
export interface Reaction {
  readonly kind: EventKind
  run(c: { db: Db; now: Date; entry: Entry }): Promise<void>
}

/** Declares a reaction to an event: `when(signed, async ({ db, now, entry, payload }) => …)`. */
export function when<Payload extends object>(
  event: EventType<Payload>,
  run: (c: { db: Db; now: Date; entry: Entry; payload: Partial<Payload> }) => Promise<void>,
): Reaction {
  return { kind: event.kind, run: (c) => run({ ...c, payload: event.read(c.entry) }) }
}
