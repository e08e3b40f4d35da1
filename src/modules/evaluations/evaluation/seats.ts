import type { Actor } from '../../../platform/actor.ts'
import { type Charter, evaluatingSides, label } from '../../charters/index.ts'
import type { Inside } from '../../projects/index.ts'
import type { Round, Seat } from '../tables.ts'

/** Returns a seat for each expected answer, in the charter's order. */
export function seatsFor(charter: Charter, parties: Inside['parties']) {
  const known = parties.flatMap(({ party_id, ...party }) => (party_id ? [{ ...party, party_id }] : []))
  return evaluatingSides(charter, known).map(({ side, parties: seated }, position) => ({
    position,
    side: side.key,
    name: seated.length === 1 ? (seated[0]?.name ?? '') : label(side.label),
    party_ids: seated.map(({ party_id }) => party_id),
    is_city: seated.length > 0 && seated.every(({ is_city }) => is_city),
    outside: side.outside,
    required: side.required,
  }))
}

/** Answers whether an answer came in time, so that it is compared and counted. */
export const isCounted = (seat: Pick<Seat, 'answered_at' | 'late'>): boolean => seat.answered_at !== null && !seat.late

export const allAnswered = (seats: readonly Pick<Seat, 'answered_at' | 'late'>[]): boolean => seats.every(isCounted)

export const requiredAnswered = (seats: readonly Pick<Seat, 'answered_at' | 'late' | 'required'>[]): boolean =>
  seats.every((seat) => !seat.required || isCounted(seat))

/** An evaluation counts once it is opened and at least one answer came in time. */
export const isEvaluated = (round: Pick<Round, 'opened_at' | 'seats'> | undefined): boolean =>
  round !== undefined && round.opened_at !== null && round.seats.some(isCounted)

const writing = ['representative', 'secretary', 'officer']

/** Returns the instants from which the person writes for this seat: in one of its parties, or by a post. */
function joinedAt({ parties, posts }: Actor, seat: Seat): (Date | undefined)[] {
  const byPost = posts
    .filter((post) => seatsPost(seat, post))
    .map(({ role, joined }) => (role === 'section' ? joined : sinceItsOwn(seat, joined)))
  if (seat.outside) return byPost
  const byRole = parties
    .filter(({ party_id }) => seat.party_ids.includes(party_id))
    .flatMap(({ roles, joined }) =>
      roles.filter((role) => writing.includes(role)).map((role) => sinceItsOwn(seat, joined[role])),
    )
  return [...byRole, ...byPost]
}

/** A side that passed to another department is its officers' only from then on. */
function sinceItsOwn({ passed_on_at }: Seat, joined: Date | undefined): Date | undefined {
  const passed = passed_on_at === null ? undefined : new Date(passed_on_at)
  return joined && passed && joined < passed ? passed : joined
}

/** An outside side is the reviewers'; a side of the city is its departments' and the section's. */
function seatsPost({ outside, is_city, party_ids }: Seat, { role, department_id }: Actor['posts'][number]): boolean {
  if (outside || role === 'reviewer') return outside && role === 'reviewer'
  if (!is_city || role === 'administrator') return false
  return role === 'section' || (department_id !== null && party_ids.includes(department_id))
}

/** Returns the seats that the person writes for. */
export function seatsOf(actor: Actor, round: Pick<Round, 'seats'>): Seat[] {
  return round.seats.filter((seat) => joinedAt(actor, seat).length > 0)
}

/** Answers whether the person came to this seat only after the evaluation began, and it is not open yet. */
export function joinedLate(actor: Actor, round: Pick<Round, 'state' | 'begun_at'>, seat: Seat): boolean {
  const joined = joinedAt(actor, seat)
  if (round.state !== 'answering' || joined.length === 0) return false
  return !joined.some((at) => at !== undefined && at <= round.begun_at)
}

/** Returns the groups that an officer writes for in private. */
export const tiedGroups = ({ ties }: Actor): string[] =>
  ties.filter(({ roles }) => roles.some((role) => writing.includes(role))).map(({ party_id }) => party_id)

export const isTiedToSeat = (actor: Actor, { party_ids }: Seat): boolean =>
  tiedGroups(actor).some((id) => party_ids.includes(id))

/** Returns the parties that the person writes for, each with an instant from which they do. */
export function writesSince({ parties, posts }: Actor): { id: string; since: Date }[] {
  const byRole = parties.flatMap(({ party_id: id, roles, joined }) =>
    roles.flatMap((role) => (writing.includes(role) && joined[role] ? [{ id, since: joined[role] }] : [])),
  )
  const byPost = posts.flatMap(({ role, department_id: id, joined: since }) =>
    id && role !== 'reviewer' && role !== 'administrator' ? [{ id, since }] : [],
  )
  return [...byRole, ...byPost]
}

/** Answers whether the person wrote or entered this seat's answer. */
export const hasSeen = (actor: Actor, seat: Seat): boolean =>
  actor.account_id !== null && (seat.answered_by === actor.account_id || seat.entered_by === actor.account_id)

export const silentGroups = (round: Pick<Round, 'state' | 'seats'>): Seat[] =>
  round.state === 'answering' ? [] : round.seats.filter((seat) => seat.consented_at === null && !seat.is_city)

export const withoutConsent = ({ seats }: Pick<Round, 'seats'>): Seat[] =>
  seats.filter(({ consented_at, answered_at }) => consented_at === null && answered_at !== null)

export const quoted = (seats: readonly Pick<Seat, 'name'>[]): string => seats.map(({ name }) => `「${name}」`).join('')
