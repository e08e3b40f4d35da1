import { Conflict, Forbidden, type Standing } from './refusals.ts'

/** The path of a charter entry that a ruling rests on: `principles.time-limit`. */
export type Ground = string

interface Allowed {
  readonly allowed: true
  readonly grounds: readonly Ground[]
}

interface Refused {
  readonly allowed: false
  /** `never`: not this person (403). `later`: not at this moment, whoever it is (409). */
  readonly until: 'never' | 'later'
  readonly because: string
  readonly grounds: readonly Ground[]
  readonly standing?: Standing
}

/** A rule's whole answer. An object is truthy either way: call the rule itself for a boolean. */
export type Ruling = Allowed | Refused

/** A rule: `mayRecall(actor, agreement, now)` is true or false, `mayRecall.why(actor, agreement, now)` is the ruling. */
export interface Rule<Asked extends unknown[]> {
  (...asked: Asked): boolean
  why(...asked: Asked): Ruling
}

/** `export const mayRecall = rule((actor: Actor, agreement: Agreement) => agreement.offered ? … : notNow('…'))` */
export function rule<Asked extends unknown[]>(decide: (...asked: Asked) => Ruling): Rule<Asked> {
  return Object.assign((...asked: Asked) => decide(...asked).allowed, { why: decide })
}

/** Yes, on the grounds of these charter entries. */
export function allow(...grounds: Ground[]): Ruling {
  return { allowed: true, grounds }
}

/** No, not this person (403). */
export function deny(because: string, ...grounds: Ground[]): Ruling {
  return { allowed: false, until: 'never', because, grounds }
}

/** No, not at this moment, whoever it is (409). */
export function notNow(because: string, ...grounds: Ground[]): Ruling {
  return { allowed: false, until: 'later', because, grounds }
}

/** The same ruling, with a heading and a way back for a refusal's page. */
export function standing(ruling: Ruling, page: Standing): Ruling {
  return ruling.allowed ? ruling : { ...ruling, standing: page }
}

/** The first refusal, or yes on the grounds of all. */
export function all(...rulings: Ruling[]): Ruling {
  const refused = rulings.find(({ allowed }) => !allowed)
  return refused ?? allow(...rulings.flatMap(({ grounds }) => grounds))
}

/** Throws `Forbidden` or `Conflict` for a refusal. */
export function ensure(ruling: Ruling): void {
  if (ruling.allowed) return
  if (ruling.until === 'later') throw new Conflict(ruling.because, undefined, ruling.standing)
  throw new Forbidden(ruling.because, ruling.standing)
}
