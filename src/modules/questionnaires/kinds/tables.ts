import { budget } from './budget.tsx'
import type { KindName } from './kind.ts'
import { parties } from './parties.tsx'
import { roles } from './roles.tsx'
import { targets } from './targets.tsx'

export const tables = { parties, roles, targets, budget }

export type TableKind = keyof typeof tables

/** Answers whether answers of this kind are tables. */
export const isTable = (kind: KindName): kind is TableKind => kind in tables
