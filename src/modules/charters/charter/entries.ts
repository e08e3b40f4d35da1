import type { Charter } from '../schema/charter.ts'

export type ActorKind = Charter['actors'][number]
export type Form = Charter['forms'][number]
export type Principle = Charter['principles'][number]
export type Programme = Charter['programmes'][number]
export type Track = Programme['tracks'][number]

export function entryOf<T extends { key: string }>(list: readonly T[], key: string | null | undefined): T | undefined {
  return list.find((entry) => entry.key === key)
}

export function inOrder<T extends { order: number }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.order - b.order)
}
