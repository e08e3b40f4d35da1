import type { Charter } from '../schema/charter.ts'
import { isCityKind, isWithin } from './parties.ts'

export type Kinded = { kind: string }

type Pattern = Charter['scope']['patterns'][number]
type Slot = Pattern['slots'][number]
type Seat = { slot: Slot }

export function patternOf(charter: Charter, parties: readonly Kinded[]): Pattern | undefined {
  return charter.scope.patterns.find(({ slots }) => fits(charter, slots, parties))
}

/** Whether parties of which none is the city can make one of the charter's patterns. */
export function allowsWithoutCity(charter: Charter): boolean {
  return charter.scope.patterns.some(({ slots }) =>
    slots.every(({ kinds }) => kinds.some((kind) => !isCityKind(charter, kind))),
  )
}

export function refusalOf(charter: Charter, parties: readonly Kinded[]): string | undefined {
  const problem = problemOf(charter, parties)
  return charter.scope.refusals.find(({ when }) => when === problem)?.because.ja
}

function problemOf(charter: Charter, parties: readonly Kinded[]) {
  if (parties.length < 2) return 'too-few'
  const cities = parties.filter(({ kind }) => isCityKind(charter, kind)).length
  return cities === 0 ? 'without-city' : cities === parties.length ? 'city-alone' : 'other'
}

// Every party needs a slot that suits it, and every required seat a party of its own.
function fits(charter: Charter, slots: readonly Slot[], parties: readonly Kinded[]): boolean {
  const suits = (slot: Slot, { kind }: Kinded) => slot.kinds.some((above) => isWithin(charter, kind, above))
  if (!parties.every((party) => slots.some((slot) => suits(slot, party)))) return false
  const seats = slots.flatMap((slot) => Array.from({ length: slot.atLeast }, (): Seat => ({ slot })))
  const seatOf = new Map<number, Seat>()
  const fill = (seat: Seat, tried: Set<number>): boolean =>
    parties.some((party, at) => {
      if (tried.has(at) || !suits(seat.slot, party)) return false
      tried.add(at)
      const held = seatOf.get(at)
      if (held && !fill(held, tried)) return false
      seatOf.set(at, seat)
      return true
    })
  return seats.every((seat) => fill(seat, new Set()))
}
