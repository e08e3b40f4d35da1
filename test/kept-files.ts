import { digestOf, keepFiles } from '../src/platform/files/index.ts'
import type { CityWorld } from './world.ts'

type Keeping = Parameters<typeof keepFiles>[0]

/** Lets a city's forms stage files with the real inspection, into a store in memory. Returns what it holds. */
export function keepReally(c: CityWorld, more: Partial<Keeping> = {}): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array>()
  const store: Keeping['store'] = {
    stage: async (bytes) => {
      kept.set(digestOf(bytes), bytes)
      return digestOf(bytes)
    },
  }
  c.app.parts.stage = keepFiles({ store, ...more })
  return kept
}
