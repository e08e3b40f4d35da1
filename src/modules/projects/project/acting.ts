import { z } from 'zod'
import { type Actor, actingFor } from '../../../platform/actor.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { isIn, isStaff } from '../../parties/index.ts'
import { type Facts, type Party, writesFor } from './project.ts'

/** The party that the person acts for (rulings 12). */
export const acting_for = z.string().default('')

export function partiesToActFor<P extends Party>(actor: Actor, parties: readonly P[]): P[] {
  return parties.filter((party) => isIn(actor, party.party_id) && writesFor(actor, party))
}

/** Returns the actor for the chosen party; staff may act without one. 403 for another's party, 422 for no choice. */
export function actingForChosen(actor: Actor, parties: readonly Party[], chosen: string): Actor {
  const own = partiesToActFor(actor, parties)
  const [only, ...others] = own
  const found = own.find(({ party_id }) => party_id === chosen)
  if (found) return actingFor(actor, found.party_id)
  if (chosen) throw new Forbidden('選ばれた立場では手続きできません。ご自分の団体を選び直してください。')
  if (only && others.length === 0) return actingFor(actor, only.party_id)
  if (only && !isStaff(actor)) throw new Invalid({ acting_for: 'どの立場で行うかを選んでください。' })
  return actor
}

export const asChosenParty = (
  actor: Actor,
  { parties }: Pick<Facts, 'parties'>,
  { acting_for }: { acting_for: string },
) => actingForChosen(actor, parties, acting_for)
