import type { Charter } from '../schema/charter.ts'
import { type ActorKind, entryOf } from './entries.ts'

/** The charter's kind of party of this key; undefined where the charter has none. */
export function actorKind(charter: Charter, kind: string): ActorKind | undefined {
  return entryOf(charter.actors, kind)
}

/** The kinds a party can be entered as: gathering terms such as 市民等 are left out. */
export function registrableKinds(charter: Charter): ActorKind[] {
  return charter.actors.filter(({ gathers }) => !gathers)
}

/** Whether one kind is the other, or belongs under it. */
export function isWithin(charter: Charter, kind: string, above: string): boolean {
  for (let at: string | undefined = kind; at !== undefined; at = actorKind(charter, at)?.parent)
    if (at === above) return true
  return false
}

/** Whether a party of this kind is the city, or one of its offices. */
export function isCityKind(charter: Charter, kind: string): boolean {
  return actorKind(charter, kind)?.as === 'city'
}

/** How a letter addresses somebody of this kind: 御中 for a body, 様 for a person. */
export function honorific(charter: Charter, kind: string): '御中' | '様' {
  return actorKind(charter, kind)?.as === 'person' ? '様' : '御中'
}

/** Whether taking part in this way counts as collaboration; where the charter does not tell ways apart, it does. */
export function countsAsCollaboration(charter: Charter, kind: 'active' | 'passive'): boolean {
  return entryOf(charter.participation, kind)?.countsAsCollaboration ?? true
}
