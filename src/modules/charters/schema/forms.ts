import { z } from 'zod'
import { about, Entry, entry, Key, Label, Stage } from './base.ts'

/** Worded in charters/common/forms.yaml. */
export const standardForms = [
  'joint-hosting',
  'nominal-support',
  'sponsorship',
  'project-cooperation',
  'adopt',
  'planning-participation',
  'executive-committee',
  'council',
  'commission',
  'collaborative-commission',
  'subsidy',
  'designated-manager',
  'policy-proposal',
  'project-proposal',
  'public-comment',
  'survey',
  'memorandum',
  'agreement',
  'coordination',
] as const
export const StandardForm = z.enum(standardForms)

export const needs = [
  'agreement',
  'money',
  'term',
  'roles',
  'targets',
  'place',
  'supplies',
  'seats',
  'name-use',
] as const
export const Need = z.enum(needs)
export type Need = z.infer<typeof Need>

const RequiredStep = z.strictObject({ ...entry, before: Stage })

export const Form = z.strictObject({
  ...entry,
  definition: Label,
  light: z.boolean().default(false),
  needs: z.array(Need).default([]),
  requiredSteps: z.array(RequiredStep).default([]),
  standard: StandardForm.nullable().default(null),
  legalNotes: z.array(Key).default([]),
  status: z.enum(['current', 'new', 'in-practice']).default('current'),
})

export const Area = z.strictObject({
  ...entry,
  order: z.int().min(1),
  collaboration: z.boolean(),
  because: Label.optional(),
})

export const Zone = z.strictObject({
  ...entry,
  order: z.int().min(1),
  area: Key.optional(),
  collaboration: z.boolean(),
  because: Label.optional(),
  forms: z.array(Key).default([]),
  examples: z.array(Label).default([]),
})

export const StartType = z.strictObject({ ...entry, code: z.string().min(1) })

export const TypeCase = z.strictObject({ startType: Key, form: Key, example: Label, ...about })

export const Typology = z.strictObject({ ...entry, members: z.array(Entry).min(1) })
