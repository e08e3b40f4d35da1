import { z } from 'zod'
import { entry, Key, Label, Stage } from './base.ts'

/** Worded in charters/common/evidence.yaml. */
export const evidenceKeys = [
  'shared-purpose',
  'role-division',
  'equality',
  'openness',
  'talks',
  'independence',
  'evaluation',
  'time-limit',
  'public-benefit',
] as const
export const EvidenceKey = z.enum(evidenceKeys)
export type EvidenceKey = z.infer<typeof EvidenceKey>

export const PrincipleGroup = z.strictObject({
  ...entry,
  kind: z.enum(['basic-idea', 'principle', 'rule', 'manner']),
  /** Binding, or only to be kept in mind. */
  binding: z.boolean(),
  /** The order of the members is a sequence. */
  ordered: z.boolean().default(false),
})

export const PrincipleStep = z.strictObject({ ...entry, stages: z.array(Stage).min(1) })

export const Principle = z.strictObject({
  ...entry,
  group: Key,
  order: z.int().min(1),
  step: Key.optional(),
  /** Empty: the principle is asked of people, or only stated. */
  evidence: z.array(EvidenceKey).default([]),
  /** Asked of every side in the evaluation where the record cannot show it. */
  question: Label.optional(),
})

export const Help = z.strictObject({
  ...entry,
  key: z.enum(['self', 'mutual', 'public']),
  order: z.int().min(1),
  ask: Label,
})

/** The entries that show that a person or group has reached a step. */
const reaches = ['took-part', 'met-others', 'talked', 'signed', 'completed', 'evaluated'] as const

export const PathStep = z.strictObject({
  ...entry,
  sign: z.string().optional(),
  order: z.int().min(1),
  reachedBy: z.array(z.enum(reaches)).default([]),
})
