import { Conflict, Forbidden, type Standing } from './refusals.ts'

/** An entry of the charter that a ruling rests on: its place in the document, as `principles.time-limit`. */
export type Ground = string

interface Allowed {
  readonly allowed: true
  readonly grounds: readonly Ground[]
}

interface Refused {
  readonly allowed: false
  /** `never`: not this person (403). `later`: not at this moment, whoever asks (409). */
  readonly until: 'never' | 'later'
  /** The sentence that tells the person why, and what to do. */
  readonly because: string
  readonly grounds: readonly Ground[]
  readonly standing?: Standing
}

/** A rule's whole answer. It is an object whichever way it goes: ask a rule itself for a yes or a no. */
export type Ruling = Allowed | Refused

/**
 * A named predicate: `mayRecall(actor, agreement, now)` is true or false, and `mayRecall.why(actor, agreement, now)` says
 * in whose name and by which entries of the charter.
 */
export interface Rule<Asked extends unknown[]> {
  (...asked: Asked): boolean
  why(...asked: Asked): Ruling
}

/** `export const mayRecall = rule((actor: Actor, agreement: Agreement) => agreement.offered ? mayWrite.why(actor, agreement) : notNow('…'))` */
export function rule<Asked extends unknown[]>(decide: (...asked: Asked) => Ruling): Rule<Asked> {
  return Object.assign((...asked: Asked) => decide(...asked).allowed, { why: decide })
}

/** Yes; with the charter's entries that say so, where it is they that do. */
export function allow(...grounds: Ground[]): Ruling {
  return { allowed: true, grounds }
}

/** No, not this person (403). */
export function deny(because: string, ...grounds: Ground[]): Ruling {
  return { allowed: false, until: 'never', because, grounds }
}

/** No, not at this moment, whoever asks (409). */
export function notNow(because: string, ...grounds: Ground[]): Ruling {
  return { allowed: false, until: 'later', because, grounds }
}

/** The same ruling, its refusal told on a page with its own heading and way back. */
export function standing(ruling: Ruling, told: Standing): Ruling {
  return ruling.allowed ? ruling : { ...ruling, standing: told }
}

/** Every one has to allow it: the first refusal, or yes on the grounds of them all. */
export function all(...rulings: Ruling[]): Ruling {
  const refused = rulings.find(({ allowed }) => !allowed)
  return refused ?? allow(...rulings.flatMap(({ grounds }) => grounds))
}

/** Throws what a rule refuses: `Forbidden`, or `Conflict` where it is only not the moment. */
export function ensure(ruling: Ruling): void {
  if (ruling.allowed) return
  if (ruling.until === 'later') throw new Conflict(ruling.because, undefined, ruling.standing)
  throw new Forbidden(ruling.because, ruling.standing)
}
