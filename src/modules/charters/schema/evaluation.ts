import { z } from 'zod'
import { about, Entry, entry, Key, Label } from './base.ts'

const Question = z.strictObject({
  ...entry,
  kind: z.enum(['scale', 'words']).default('scale'),
  /** Left out: all sides. */
  sides: z.array(Key).optional(),
  required: z.boolean().default(true),
})

const Phase = z.strictObject({ ...entry, order: z.int().min(1), questions: z.array(Question).min(1) })

const Grade = z.strictObject({
  /** The sign to tick: 5, A, ◎. */
  mark: z.string().min(1).max(4),
  /** Greater is better; differences between sides are counted in it. */
  value: z.int(),
  label: Label,
})

const Scale = z.strictObject({
  style: z.enum(['numbered', 'lettered', 'signs']),
  grades: z.array(Grade).min(2),
  /** A grade with a lower value needs a reason. */
  reasonBelow: z.int().optional(),
  ...about,
})

const Side = z.strictObject({
  ...entry,
  /** Empty for a side outside the project. */
  kinds: z.array(Key).default([]),
  outside: z.boolean().default(false),
  /** Each party of the side answers for itself. */
  each: z.boolean().default(true),
  required: z.boolean().default(true),
})

const Precondition = z.enum(['evaluation', 'joint-talk', 'publication', 'committee-opinion', 'new-agreement'])

export const Evaluation = z.strictObject({
  label: Label,
  summary: Label,
  phases: z.array(Phase).min(1),
  /** The phase that asks the principles and manners that only people can judge. */
  mannersIn: Key,
  scale: Scale,
  sides: z.array(Side).min(2),
  deadline: z.strictObject({
    from: z.enum(['fiscal-year-end', 'project-end']),
    days: z.int().min(0),
    ...about,
  }),
  jointTalk: z.strictObject({ required: z.boolean(), label: Label, ...about }),
  publication: z.strictObject({
    what: z.array(z.enum(['grades', 'words', 'joint-talk', 'decision', 'summary'])).min(1),
    required: z.boolean(),
    ...about,
  }),
  requiredForContinuation: z.boolean(),
  decisions: z.array(z.strictObject({ ...entry, key: z.enum(['continue', 'improve', 'hand-over', 'end']) })).min(1),
  cycle: z.array(z.strictObject({ ...entry, key: z.enum(['plan', 'do', 'check', 'action']) })).default([]),
  selfInspection: z.array(Entry).default([]),
  ...about,
})

export const TimeLimit = z.strictObject({
  label: Label,
  summary: Label,
  /** Separate from the rule, because documents often state the rule without numbers. */
  limits: z
    .strictObject({
      longestYears: z.int().min(1).optional(),
      longestTermYears: z.int().min(1).optional(),
      renewals: z.int().min(0).optional(),
      ...about,
    })
    .optional(),
  renewalNeeds: z.array(Precondition).default([]),
  because: Label,
  ...about,
})
