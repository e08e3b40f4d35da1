import type { z } from 'zod'
import type { Act, Actor } from '../../actor.ts'
import { atomically, type Db } from '../../db/index.ts'
import { issueLetter, newestLetter } from '../../letters/index.ts'
import { type Happened, write } from '../../record/event.ts'
import type { ActNote } from '../../record/index.ts'
import { Conflict } from '../../refusals.ts'
import { all, allow, ensure, notNow, type Ruling, standing } from '../../ruling.ts'
import { said } from '../said.ts'
import { type Acting, nameOf, type Outcome, type Spec, say } from './declared.ts'
import { confirmPrepared, dismissPrepared, fingerprint, insertPrepared } from './prepared.ts'
import type { Subject } from './subject.ts'

// biome-ignore lint/suspicious/noExplicitAny: the types were checked where the verb was declared
type AnySpec<Thing> = Spec<Thing, any, any, any, z.ZodType, any, any>
// biome-ignore lint/suspicious/noExplicitAny: the same
type AnySubject<Thing> = Subject<Thing, any, any, any>

/** A verb with the noun it is declared on. */
export interface Verb<Thing> {
  subject: AnySubject<Thing>
  spec: AnySpec<Thing>
}

/** Whether this person may, and whether it is the moment: the one answer behind page, button and act. */
export function rulingOf<Thing>(verb: Verb<Thing>, actor: Actor, thing: Thing, now: Date): Ruling {
  return all(verb.spec.who.why(actor, thing, now), momentOf(verb, thing, now))
}

function momentOf<Thing>({ subject, spec }: Verb<Thing>, thing: Thing, now: Date): Ruling {
  const { lifecycle } = subject
  if (!spec.moves || !lifecycle || moveFrom({ subject, spec }, thing, now)) return allow()
  const [move] = movesOf(spec)
  const { sentence, heading } = subject.refused?.(thing, move) ?? lifecycle.refused(subject.state?.(thing, now), move)
  return standing(notNow(sentence), { heading })
}

// biome-ignore lint/suspicious/noExplicitAny: moves of any noun
const movesOf = <Thing>(spec: AnySpec<Thing>): readonly any[] => [spec.moves ?? []].flat()

function moveFrom<Thing>({ subject, spec }: Verb<Thing>, thing: Thing, now: Date) {
  const state = subject.state?.(thing, now)
  return movesOf(spec).find((move) => subject.lifecycle?.canMove(state, move))
}

/**
 * Does the verb: under the thing's lock it asks again whether this person may and whether it is the moment, writes what
 * changes and what happened, all in one transaction (or one savepoint of the transaction that is open).
 */
export async function perform<Thing extends object>(
  verb: Verb<Thing>,
  act: Act,
  thing: Thing,
  /** What was entered; and the preparation that this act confirms, where it is under four eyes. */
  { input, prepared }: { input: unknown; prepared?: string },
): Promise<Outcome<unknown>> {
  const { subject, spec } = verb
  return atomically(act.db, async (tx) => {
    const within = { ...act, db: tx }
    const { locked, grounds } = await lockedFor(verb, within, thing)
    const by = spec.fourEyes?.(locked) ? await confirmed(subject, within, locked, prepared) : undefined
    const note = { verb: nameOf(subject, spec), label: say(spec.title ?? spec.label, locked), grounds, prepared: by }
    return done(verb, { ...within, note }, locked, input)
  })
}

/** The thing under its lock, once it is asked again whether this person may, whether it is the moment, and what was seen. */
async function lockedFor<Thing>(
  { subject, spec }: Verb<Thing>,
  act: Act,
  thing: Thing,
): Promise<{ locked: Thing; grounds: readonly string[] }> {
  const locked = subject.lock ? await subject.lock(act.db, thing) : thing
  const ruling = rulingOf({ subject, spec }, act.actor, locked, act.now)
  ensure(ruling)
  if (spec.fresh && subject.revision?.(locked) !== subject.revision?.(thing)) throw new Conflict(said.otherSaved)
  return { locked, grounds: ruling.grounds }
}

/** What the act itself does, once everything was asked. */
async function done<Thing>(
  { subject, spec }: Verb<Thing>,
  { note, ...act }: Act & { note: ActNote },
  locked: Thing,
  input: unknown,
): Promise<Outcome<unknown>> {
  const actor = spec.as?.(act.actor, locked, input) ?? act.actor
  const within = { ...act, actor }
  const outcome = outcomeOf(await spec.do(acting({ subject, spec }, within, locked), locked, input))
  const letter = spec.letter && (await issue({ subject, letter: spec.letter }, within, locked, { input, outcome }))
  // One act is one sheet: it belongs to the first entry, and the others happened with it.
  for (const [at, one] of outcome.happened.entries())
    write(act.db, { actor: one.actor ?? actor, now: act.now }, one, {
      id: subjectId(locked),
      ...(at === 0 && { act: { ...note, letter } }),
    })
  return outcome
}

/** Nobody passes by: an act under four eyes is done only as the confirmation of what another person prepared. */
async function confirmed<Thing>(
  subject: AnySubject<Thing>,
  act: Act,
  thing: Thing,
  prepared: string | undefined,
): Promise<ActNote['prepared']> {
  if (!prepared || !subject.fourEyes)
    throw new Conflict('この手続きは、一人が起案し、別の職員が確認して行います。まず起案してください。')
  return confirmPrepared(act, prepared, fingerprint(subject.fourEyes.seen(thing)))
}

class Rehearsed extends Error {}

/**
 * Prepares an act under four eyes: it is tried to its end and taken back, so that whatever would refuse it says so to the
 * person who prepares it; then what was entered is kept for the one who confirms it.
 */
export async function prepare<Thing extends object>(
  verb: Verb<Thing>,
  act: Act,
  thing: Thing,
  input: unknown,
): Promise<void> {
  const { subject, spec } = verb
  const { fourEyes } = subject
  if (!fourEyes) throw new Error(`Let the subject "${subject.kind}" say what acts under four eyes need.`)
  await atomically(act.db, async (tx) => {
    const { locked, grounds } = await lockedFor(verb, { ...act, db: tx }, thing)
    const name = nameOf(subject, spec)
    const label = say(spec.label, locked)
    await rehearse(tx, (db) => done(verb, { ...act, db, note: { verb: name, label, grounds } }, locked, input))
    await insertPrepared(
      { ...act, db: tx },
      {
        act: name,
        subject_kind: subject.kind,
        subject_id: subjectId(locked),
        title: fourEyes.title(locked),
        input: (input ?? {}) as Record<string, unknown>,
        seen: fingerprint(fourEyes.seen(locked)),
      },
    )
    write(tx, act, fourEyes.prepared({ act: name, label }), { id: subjectId(locked) })
  })
}

async function rehearse(tx: Db, work: (inner: Db) => Promise<unknown>): Promise<void> {
  try {
    await atomically(tx, async (inner) => {
      await work(inner)
      throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
}

/** Takes the preparation of an act back. */
export async function dismiss<Thing extends object>(
  { subject, spec }: Verb<Thing>,
  act: Act,
  thing: Thing,
  prepared: string,
): Promise<void> {
  await atomically(act.db, async (tx) => {
    ensure(rulingOf({ subject, spec }, act.actor, thing, act.now))
    await dismissPrepared({ ...act, db: tx }, prepared)
    const name = nameOf(subject, spec)
    const happened = subject.fourEyes?.dismissed({ act: name, label: say(spec.label, thing) })
    if (happened) write(tx, act, happened, { id: subjectId(thing) })
  })
}

/** The letter as it was shown, with the number that the act took for it, frozen in the act's transaction; of several the first one's id. */
async function issue<Thing>(
  { subject, letter }: { subject: AnySubject<Thing>; letter: NonNullable<AnySpec<Thing>['letter']> },
  act: Act,
  thing: Thing,
  { input, outcome }: { input: unknown; outcome: Outcome<unknown> },
): Promise<string | undefined> {
  const { kind, corrects, draft, issued } = letter
  const shown = await draft?.(act, thing, input)
  const made = (issued ? issued(shown, outcome, thing) : shown) ?? []
  const about = { kind: subject.kind, id: subjectId(thing) }
  const ids: string[] = []
  for (const { part, document } of 'blocks' in made ? [{ part: undefined, document: made }] : made) {
    const corrected = corrects ? await newestLetter(act.db, about, corrects, part) : undefined
    ids.push(await issueLetter(act.db, act, { kind, part, subject: about, document, corrects: corrected?.id }))
  }
  return ids[0]
}

function acting<Thing>(verb: Verb<Thing>, act: Act, thing: Thing): Acting {
  const { subject, spec } = verb
  const state = subject.state?.(thing, act.now)
  const move = spec.moves && moveFrom(verb, thing, act.now)
  const to = move ? subject.lifecycle?.moves[move]?.to : state
  return { ...act, tx: act.db, move, to }
}

function outcomeOf(done: Happened | readonly Happened[] | Outcome<unknown>): Outcome<unknown> {
  if ('happened' in done) return done
  return { happened: 'event' in done ? [done] : done, made: undefined }
}

/** The id of the thing that an act is about; a verb that creates names the new thing in what happened instead. */
export function subjectId(thing: unknown): string {
  return typeof thing === 'object' && thing !== null && 'id' in thing ? String(thing.id) : ''
}
