import { z } from 'zod'
import { Capability, Key, Label } from './base.ts'

/** Why an item of a city's document is not data. */
const reasons = ['history-told', 'contact', 'outlook', 'picture', 'belongs-to-another'] as const

/** charters/coverage.yaml: which items the documents have, and what is said of those that no entry carries. */
export const CoveragePlan = z.strictObject({
  items: z.array(z.strictObject({ prefix: z.string(), count: z.int().min(1), city: Key.optional() })).min(1),
  notData: z.array(z.strictObject({ item: z.string(), because: z.enum(reasons), note: Label })).default([]),
  capabilities: z.record(z.string(), z.array(Capability).min(1)).default({}),
})

export type CoveragePlan = z.infer<typeof CoveragePlan>
