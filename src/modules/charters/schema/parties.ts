import { z } from 'zod'
import { about, Entry, entry, Key, Label } from './base.ts'

/** Worded in charters/common/parties.yaml. */
export const standardParties = [
  'citizen',
  'neighbourhood-association',
  'civic-group',
  'nonprofit',
  'business',
  'school',
  'shopping-street',
  'council',
  'intermediary',
  'city',
  'ward',
] as const
export const StandardParty = z.enum(standardParties)

export const ActorKind = z.strictObject({
  ...entry,
  parent: Key.optional(),
  definition: Label,
  /** Null where neither the document nor a person has decided it. */
  standard: StandardParty.nullable().default(null),
  role: z.enum(['collaborator', 'supporter', 'intermediary', 'city']).default('collaborator'),
  as: z.enum(['person', 'organization', 'city']).default('organization'),
  /** A gathering term such as 市民等: only the kinds below it register. */
  gathers: z.boolean().default(false),
  examples: z.array(Label).default([]),
})

const Slot = z.strictObject({ kinds: z.array(Key).min(1), atLeast: z.int().min(1).default(1) })

const Pattern = z.strictObject({
  ...entry,
  basis: z.enum(['rule', 'concept', 'practice']),
  slots: z.array(Slot).min(1),
})

const refusalCases = ['too-few', 'without-city', 'city-alone', 'other'] as const

export const Scope = z.strictObject({
  label: Label,
  summary: Label,
  patterns: z.array(Pattern).min(1),
  refusals: z.array(z.strictObject({ when: z.enum(refusalCases), because: Label, ...about })).default([]),
  excludes: z.array(Entry).default([]),
  ...about,
})

export const Tie = z.strictObject({ ...entry, of: z.enum(['person', 'organization', 'both']).default('person') })

export const Definition = z.strictObject({ key: Key, term: Label, meaning: Label, ...about })

export const Effect = z.strictObject({ ...entry, for: Key.or(z.literal('all')) })

export const Participation = z.strictObject({
  ...entry,
  key: z.enum(['active', 'passive']),
  countsAsCollaboration: z.boolean(),
  examples: z.array(Label).default([]),
})
