import type { Act } from '../../actor.ts'
import { atomically, type Db } from '../../db/index.ts'
import { write } from '../../record/event.ts'
import { Invalid, Refusal } from '../../refusals.ts'
import { ensure } from '../../ruling.ts'
import { nameOf, type Outcome, say } from './declared.ts'
import { mayConfirm, voidBecause } from './four-eyes.ts'
import { done, lockedFor, perform, rulingOf, subjectId, type Verb, voided } from './perform.ts'
import { dismissPrepared, findPrepared, fingerprint, insertPrepared, type PreparedAct } from './prepared.ts'

class Rehearsed extends Error {}

/**
 * Prepares an act under four eyes: runs it to its end and rolls it back, so that any refusal reaches the person who
 * prepares it, then stores the input.
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
    const before = await findPrepared(tx, name, subjectId(locked))
    const because = before && !before.settled && voidBecause(verb, locked, before, act.now)
    if (because) await voided(verb, { ...act, db: tx }, locked, { id: before.id, because })
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

export async function dismiss<Thing extends object>(
  { subject, spec }: Verb<Thing>,
  act: Act,
  thing: Thing,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await atomically(act.db, async (tx) => {
    ensure(mayConfirm({ subject }, act.actor, rulingOf({ subject, spec }, act.actor, thing, act.now)))
    const { sentBack } = await dismissPrepared({ ...act, db: tx }, id, reason)
    const name = nameOf(subject, spec)
    const words = { act: name, label: say(spec.label, thing), sentBack, ...(sentBack && { reason }) }
    const happened = subject.fourEyes?.dismissed(words)
    if (happened) write(tx, act, happened, { id: subjectId(thing) })
  })
}

/**
 * Does what another person has prepared. Where that is refused, since the thing or the day has changed, nothing is done: the
 * preparation is void and comes back to its maker, with the sentences of the refusal.
 */
export async function confirm<Thing extends object>(
  verb: Verb<Thing>,
  act: Act,
  thing: Thing,
  { id, input, prepared_by }: Pick<PreparedAct, 'id' | 'input' | 'prepared_by'>,
): Promise<{ outcome: Outcome<unknown> } | { because: string }> {
  try {
    return { outcome: await perform(verb, act, thing, { input, prepared: id }) }
  } catch (error) {
    // Its maker is refused as a person, and the preparation still waits for another.
    if (!(error instanceof Refusal) || prepared_by === act.actor.account_id) throw error
    const because = error instanceof Invalid ? Object.values(error.fields).join('') : error.message
    if (!(await atomically(act.db, (db) => voided(verb, { ...act, db }, thing, { id, because })))) throw error
    return { because }
  }
}
