import type { Charter } from '../schema/charter.ts'
import { type ActorKind, entryOf } from './entries.ts'

/** Returns the charter's kind of party; undefined where it has none. */
export function actorKind(charter: Charter, kind: string): ActorKind | undefined {
  return entryOf(charter.actors, kind)
}

/** Returns the kinds that can register, without gathering terms such as 市民等. */
export function registrableKinds(charter: Charter): ActorKind[] {
  return charter.actors.filter(({ gathers }) => !gathers)
}

export function isWithin(charter: Charter, kind: string, above: string): boolean {
  for (let at: string | undefined = kind; at !== undefined; at = actorKind(charter, at)?.parent)
    if (at === above) return true
  return false
}

/** Answers whether a party of this kind is the city or one of its offices. */
export function isCityKind(charter: Charter, kind: string): boolean {
  return actorKind(charter, kind)?.as === 'city'
}

/** Returns 御中 for a body and 様 for a person. */
export function honorific(charter: Charter, kind: string): '御中' | '様' {
  return actorKind(charter, kind)?.as === 'person' ? '様' : '御中'
}

/** Answers whether this participation counts as collaboration; it does where the charter makes no distinction. */
export function countsAsCollaboration(charter: Charter, kind: 'active' | 'passive'): boolean {
  return entryOf(charter.participation, kind)?.countsAsCollaboration ?? true
}
