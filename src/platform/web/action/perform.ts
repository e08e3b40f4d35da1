import type { z } from 'zod'
import type { Act, Actor } from '../../actor.ts'
import { atomically } from '../../db/index.ts'
import { issueLetter, newestLetter } from '../../letters/index.ts'
import type { PdfDocument } from '../../pdf/document.ts'
import { type Happened, write } from '../../record/event.ts'
import type { ActNote } from '../../record/index.ts'
import { Conflict, ensureNothingWrong } from '../../refusals.ts'
import { all, allow, ensure, notNow, type Ruling, standing } from '../../ruling.ts'
import { said } from '../said.ts'
import { type Acting, nameOf, type Outcome, type Spec, say } from './declared.ts'
import { isByTwo, mayConfirm } from './four-eyes.ts'
import { confirmPrepared, findPrepared, fingerprint, voidPrepared } from './prepared.ts'
import type { Subject } from './subject.ts'

// biome-ignore lint/suspicious/noExplicitAny: the types were checked where the verb was declared
type AnySpec<Thing> = Spec<Thing, any, any, any, z.ZodType, any, any>
// biome-ignore lint/suspicious/noExplicitAny: the same
type AnySubject<Thing> = Subject<Thing, any, any, any>

export interface Verb<Thing> {
  subject: AnySubject<Thing>
  spec: AnySpec<Thing>
}

/** The one answer behind page, button and act. */
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

/** Does a verb in one transaction or savepoint: checks rule and move under the lock, writes changes and events. */
export async function perform<Thing extends object>(
  verb: Verb<Thing>,
  act: Act,
  thing: Thing,
  /** The form's input; under four eyes also the id of the preparation that this act confirms. */
  { input, prepared }: { input: unknown; prepared?: string },
): Promise<Outcome<unknown>> {
  const { subject, spec } = verb
  return atomically(act.db, async (tx) => {
    const within = { ...act, db: tx }
    const { locked, grounds } = await lockedFor(verb, within, thing)
    const by = await preparedBy(verb, within, locked, prepared)
    const label = say(spec.title ?? spec.label, locked)
    const entered = spec.entered?.(locked, input)
    const note = { verb: nameOf(subject, spec), label, grounds, prepared: by, entered }
    return done(verb, { ...within, note }, locked, input)
  })
}

/** Locks the thing and checks again the rule, the move and the seen version. */
export async function lockedFor<Thing>(
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

export async function done<Thing>(
  { subject, spec }: Verb<Thing>,
  { note, ...act }: Act & { note: ActNote },
  locked: Thing,
  input: unknown,
): Promise<Outcome<unknown>> {
  ensureNothingWrong(spec.wrong?.(locked, (input ?? {}) as object, act.now) ?? {})
  const actor = spec.as?.(act.actor, locked, input) ?? act.actor
  const within = { ...act, actor }
  const outcome = outcomeOf(await spec.do(acting({ subject, spec }, within, locked), locked, input))
  const letter = await issue({ subject, spec }, within, locked, { input, outcome })
  // An act has one sheet, which belongs to its first entry.
  for (const [at, one] of outcome.happened.entries())
    write(act.db, { actor: one.actor ?? actor, now: act.now }, one, {
      id: subjectId(locked),
      ...(at === 0 && { act: { ...note, letter } }),
    })
  return outcome
}

/** An act under four eyes is done only as the confirmation of another person's preparation, whoever calls. */
async function preparedBy<Thing>(
  verb: Verb<Thing>,
  act: Act,
  thing: Thing,
  prepared: string | undefined,
): Promise<ActNote['prepared']> {
  const { subject, spec } = verb
  if (prepared && subject.fourEyes) {
    ensure(mayConfirm(verb, act.actor, allow()))
    return confirmPrepared(act, prepared, fingerprint(subject.fourEyes.seen(thing)))
  }
  if (isByTwo(verb, thing, act.actor))
    throw new Conflict('この手続きは、一人が起案し、別の職員が確認して行います。まず起案してください。')
  const open = spec.fourEyes?.(thing) ? await findPrepared(act.db, nameOf(subject, spec), subjectId(thing)) : undefined
  if (open && !open.settled) await voided(verb, act, thing, { ...open, because: DONE_BY_OTHERS })
  return undefined
}

const DONE_BY_OTHERS = '起案のあとに、同じ手続きが当事者によって行われました。'

/** Voids an open preparation, and writes so into the record. Returns false where it was settled already. */
export async function voided<Thing>(
  { subject, spec }: Verb<Thing>,
  act: Act,
  thing: Thing,
  { id, because }: { id: string; because: string },
): Promise<boolean> {
  if (!(await voidPrepared(act, id, because))) return false
  const words = { act: nameOf(subject, spec), label: say(spec.label, thing), reason: because }
  const happened = subject.fourEyes?.voided(words)
  if (happened) write(act.db, act, happened, { id: subjectId(thing) })
  return true
}

/** The letter of an act without its number; undefined where it issues none. */
export async function draftOf<Thing>(
  { letter }: AnySpec<Thing>,
  act: Act,
  thing: Thing,
  input: unknown,
): Promise<PdfDocument | undefined> {
  return letter?.about?.(thing) === false ? undefined : letter?.draft?.(act, thing, input)
}

/** Issues the letters with the number that the act took, frozen in its transaction. Returns the id of the first. */
async function issue<Thing>(
  { subject, spec }: Verb<Thing>,
  act: Act,
  thing: Thing,
  { input, outcome }: { input: unknown; outcome: Outcome<unknown> },
): Promise<string | undefined> {
  const { letter } = spec
  if (!letter || letter.about?.(thing) === false) return undefined
  const { kind, corrects, issued } = letter
  const shown = await draftOf(spec, act, thing, input)
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

/** A verb that creates has no id here; its event names the new thing. */
export function subjectId(thing: unknown): string {
  return typeof thing === 'object' && thing !== null && 'id' in thing ? String(thing.id) : ''
}
