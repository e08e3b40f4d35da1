import type { Actor } from '../../../platform/actor.ts'
import { type Charter, evaluatingSides, label } from '../../charters/index.ts'
import { isIn, isSection } from '../../parties/index.ts'
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

/** Answers whether the person belongs to this seat: in one of its parties, or as the reviewer of an outside side. */
function answersFor(actor: Actor, seat: Pick<Seat, 'party_ids' | 'is_city' | 'outside'>): boolean {
  if (seat.outside) return actor.posts.some(({ role }) => role === 'reviewer')
  return seat.party_ids.some(
    (party_id) => isIn(actor, party_id, 'representative', 'secretary', 'officer') || officerOf(actor, seat, party_id),
  )
}

function officerOf(actor: Actor, { is_city }: Pick<Seat, 'is_city'>, party_id: string): boolean {
  return is_city && actor.posts.some((post) => post.role !== 'reviewer' && post.department_id === party_id)
}

/** A seat of the city without a department belongs to the section. */
export function seatsOf(actor: Actor, round: Pick<Round, 'seats'>): Seat[] {
  return round.seats.filter((seat) => answersFor(actor, seat) || (seat.is_city && isSection(actor)))
}

/** Answers whether the person wrote or entered this seat's answer. */
export const hasSeen = (actor: Actor, seat: Seat): boolean =>
  actor.account_id !== null && (seat.answered_by === actor.account_id || seat.entered_by === actor.account_id)

export const silentGroups = (round: Pick<Round, 'state' | 'seats'>): Seat[] =>
  round.state === 'answering' ? [] : round.seats.filter((seat) => seat.consented_at === null && !seat.is_city)

export const withoutConsent = ({ seats }: Pick<Round, 'seats'>): Seat[] =>
  seats.filter(({ consented_at, answered_at }) => consented_at === null && answered_at !== null)

export const quoted = (seats: readonly Pick<Seat, 'name'>[]): string => seats.map(({ name }) => `「${name}」`).join('')
