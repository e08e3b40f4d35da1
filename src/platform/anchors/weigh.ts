import type { Db } from '../db/index.ts'
import type { AnchoredHead } from '../record/index.ts'
import type { Anchor } from './anchor.ts'
import { anchored, renewed } from './write.ts'

/** An anchor as the installation's record knows it. */
export interface Noted {
  at: Date
  digest: string
  /** Why the anchors before it were given up; undefined for an ordinary one. */
  reason?: string
}

/** The anchors that the installation's record says were written, oldest first. */
export async function listNoted(db: Db): Promise<Noted[]> {
  const rows = await db
    .selectFrom('house.record_entries as e')
    .leftJoin('house.record_payloads as p', 'p.entry_id', 'e.id')
    .select(['e.at', 'e.kind', 'p.payload'])
    .where('e.kind', 'in', [anchored.kind, renewed.kind])
    .orderBy('e.seq')
    .execute()
  return rows.map(({ at, kind, payload }) => {
    const { digest = '', reason = '' } = renewed.read({ payload: payload ?? {} })
    return { at, digest, ...(kind === renewed.kind && { reason }) }
  })
}

export interface Weighed {
  /** The heads to compare, by the scope of their chain. */
  heads: ReadonlyMap<string, readonly AnchoredHead[]>
  /** The cities' addresses, by scope. */
  names: ReadonlyMap<string, string>
  /** Noted in the record and not in the file. */
  missing: readonly Noted[]
  /** The last time that anchors were given up. */
  renewed: Noted | undefined
}

/**
 * Puts together the anchors of the installation's own file (undefined where it is not there) and of further ones that the
 * operator names, which are never given up.
 */
export function weigh(noted: readonly Noted[], own: readonly Anchor[] = [], others: readonly Anchor[] = []): Weighed {
  const last = noted.findLastIndex(({ reason }) => reason !== undefined)
  const begins = own.findLastIndex(({ digest }) => digest === noted[last]?.digest)
  const there = new Set(own.map(({ digest }) => digest))
  const all = [...own.map((one, at) => ({ ...one, settled: at < begins })), ...others]
  return {
    heads: headsByScope(all),
    names: new Map(all.flatMap(({ heads }) => heads.map(({ scope, city }) => [scope, city ?? scope] as const))),
    missing: noted.slice(Math.max(last, 0)).filter(({ digest }) => !there.has(digest)),
    renewed: noted[last],
  }
}

/** Keeps each head once, as of the first day it was anchored. */
function headsByScope(anchors: readonly (Anchor & { settled?: boolean })[]): Map<string, AnchoredHead[]> {
  const found = new Map<string, Map<string, AnchoredHead>>()
  for (const { at, heads, settled = false } of anchors)
    for (const { scope, seq, hash } of heads) {
      const known = found.get(scope) ?? new Map<string, AnchoredHead>()
      found.set(scope, known)
      const key = `${seq} ${hash} ${settled}`
      if (!known.has(key)) known.set(key, { seq, hash, at, settled })
    }
  return new Map([...found].map(([scope, known]) => [scope, [...known.values()]]))
}
