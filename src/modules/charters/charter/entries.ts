import type { Charter } from '../schema/charter.ts'

export type ActorKind = Charter['actors'][number]
export type Form = Charter['forms'][number]
export type Principle = Charter['principles'][number]
export type Programme = Charter['programmes'][number]
export type Track = Programme['tracks'][number]

/** The entry of this key, where the list has it. */
export function entryOf<T extends { key: string }>(list: readonly T[], key: string | null | undefined): T | undefined {
  return list.find((entry) => entry.key === key)
}

/** Entries in the order that the charter gives them. */
export function inOrder<T extends { order: number }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.order - b.order)
}
