import type { Actor } from '../../actor.ts'
import { all, deny, type Ruling } from '../../ruling.ts'
import type { Reading } from '../page.ts'
import type { AnyAction } from './action.ts'
import type { Verb } from './perform.ts'
import { CHANGED, fingerprint, listOpen, type PreparedAct } from './prepared.ts'

/**
 * Whether this person prepares the act for another to confirm. The charter asks that of the city's own office: a group
 * does for itself, at once, what it may do.
 */
export const isByTwo = <Thing>({ subject, spec }: Verb<Thing>, thing: Thing, actor: Actor): boolean =>
  (spec.fourEyes?.(thing) ?? false) && (subject.fourEyes?.isOfficer(actor) ?? true)

/** A preparation is read and confirmed by officers, of those who may do the act. */
export const mayConfirm = <Thing>({ subject }: Pick<Verb<Thing>, 'subject'>, actor: Actor, may: Ruling): Ruling =>
  subject.fourEyes?.isOfficer(actor) ? may : all(may, deny('起案を見て確認できるのは、市の職員だけです。'))

/** The reason why a preparation can be confirmed no more; undefined as long as it can. */
export function voidBecause<Thing>(
  { subject, spec }: Verb<Thing>,
  thing: Thing,
  { seen, input }: Pick<PreparedAct, 'seen' | 'input'>,
  now: Date,
): string | undefined {
  if (subject.fourEyes && seen !== fingerprint(subject.fourEyes.seen(thing))) return CHANGED
  const wrong = Object.values(spec.wrong?.(thing, input, now) ?? {}).filter(Boolean)
  return wrong.length > 0 ? wrong.join('') : undefined
}

/** An act that is prepared and waits to be confirmed, for a page that would else offer it. */
export interface WaitingAct {
  act: string
  subject_id: string
  /** The page of the verb. */
  verb: string
  /** The page where it is confirmed. */
  href: string
  label: string
  preparer: string
  /** The person who reads this has prepared it. */
  own: boolean
}

/**
 * The acts on these things that wait to be confirmed, of those that this person may do; none for who is no officer. One
 * statement, and where something waits those that read the things again, however much it is.
 */
export async function waitingActs(c: Reading, things: readonly { id: string }[]): Promise<WaitingAct[]> {
  const verbs = c.installation.modules
    .flatMap(({ actions = [] }): readonly AnyAction[] => actions)
    .filter(({ fourEyes, noun }) => fourEyes && noun.fourEyes?.isOfficer(c.actor))
  if (verbs.length === 0) return []
  const ids = things.map(({ id }) => id)
  const open = await listOpen(c.db, ids)
  const waiting: WaitingAct[] = []
  for (const noun of new Set(verbs.map(({ noun }) => noun))) {
    const ofNoun = verbs.filter((verb) => verb.noun === noun)
    const here = open.filter(({ act }) => ofNoun.some(({ name }) => name === act))
    const found = here.length > 0 ? await noun.fourEyes?.byIds(c.db, ids) : []
    waiting.push(...here.flatMap((one) => waitingAct(c, one, ofNoun, found ?? []) ?? []))
  }
  return waiting
}

function waitingAct(
  { actor, city, now }: Reading,
  one: PreparedAct,
  verbs: readonly AnyAction[],
  things: readonly { id: string }[],
): WaitingAct | undefined {
  const verb = verbs.find(({ name }) => name === one.act)
  const thing = things.find(({ id }) => id === one.subject_id)
  if (!verb || !thing || !verb.may(actor, thing, now) || verb.voidBecause(thing, one, now)) return undefined
  const { act, subject_id, prepared_by, prepared_name: preparer } = one
  const at = { verb: verb.href(city.slug, thing), href: verb.confirmation(city.slug, thing) }
  return { act, subject_id, ...at, label: verb.label(thing, actor), preparer, own: prepared_by === actor.account_id }
}
