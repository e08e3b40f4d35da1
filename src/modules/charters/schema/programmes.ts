import { z } from 'zod'
import { about, Entry, entry, Key, Label, PartialDay, Year, Yen } from './base.ts'

const programmeKinds = [
  'call',
  'grant',
  'adopt',
  'name-use',
  'commission',
  'ward',
  'fund',
  'points',
  'course',
  'event',
  'youth',
  'register',
  'forum',
] as const

const fieldKinds = [
  'text',
  'long',
  'number',
  'yen',
  'date',
  'choice',
  'choices',
  'parties',
  'roles',
  'targets',
  'budget',
  'files',
] as const

/** Answers with a meaning are used beyond their sheet; tables and lists have theirs by their kind. */
const meanings = [
  'title',
  'summary',
  'purpose',
  'beneficiaries',
  'place',
  'supplies',
  'amount',
  'from',
  'until',
] as const

/** The owner of a table's row: the proposing group, the city, or a ward. */
const rowSides = ['proposer', 'city', 'ward'] as const

const Choice = z.strictObject({
  key: Key,
  label: Label,
  /** The owner of a row with exactly these words. */
  means: z.enum(rowSides).optional(),
})

const Field = z.strictObject({
  key: Key,
  label: Label,
  help: Label.optional(),
  kind: z.enum(fieldKinds),
  /** Without a meaning nothing is carried over. */
  means: z.enum(meanings).optional(),
  required: z.boolean().default(false),
  /** The most characters of a text, or rows of a table. */
  limit: z.int().min(1).optional(),
  /** In a table, the words offered for the owner of a row. */
  choices: z.array(Choice).default([]),
  choicesFrom: z.enum(['fields', 'forms', 'zones', 'startTypes', 'units', 'resources', 'roles']).optional(),
  ...about,
})

const Section = z.strictObject({
  key: Key,
  label: Label,
  summary: Label.optional(),
  fields: z.array(Field).min(1),
  ...about,
})

/** The city's own form (様式). */
const Sheet = z.strictObject({ ...entry, number: z.string().optional(), sections: z.array(Section).min(1) })

const Money = z.strictObject({
  kind: z.enum(['subsidy', 'grant', 'commission-fee', 'cost-share', 'in-kind', 'none']),
  rate: z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) }).optional(),
  ceilingYen: Yen.optional(),
  roundDownToYen: Yen.optional(),
  longestYears: z.int().min(1).optional(),
  eligibleCosts: z.array(Entry).default([]),
  ineligibleCosts: z.array(Entry).default([]),
  reportWithinDays: z.int().min(0).optional(),
  ...about,
})

const Track = z.strictObject({
  ...entry,
  /** The side with the idea: residents (市民提案型), or the city with its theme (行政提案型). */
  proposedBy: z.enum(['citizen', 'city']),
  proposers: z.array(Key).min(1),
  proposerNeeds: z.array(Entry).default([]),
  cityThemes: z.array(Entry).default([]),
  forms: z.array(Key).default([]),
  sheet: Key.optional(),
  money: Money.optional(),
})

const Criterion = z.strictObject({ ...entry, points: z.int().min(1), floor: z.int().min(0).optional() })

const ReviewRule = z.strictObject({
  stages: z
    .array(z.strictObject({ ...entry, kind: z.enum(['eligibility', 'papers', 'presentation']), public: z.boolean() }))
    .min(1),
  criteria: z.array(Criterion).min(1),
  passMark: z.strictObject({ of: z.enum(['average', 'total']), percent: z.int().min(0).max(100) }),
  /** The criteria that resolve a tie, in this order. */
  tieBy: z.array(Key).default([]),
  body: Key.optional(),
  whenExcluded: z.enum(['smaller-divisor', 'mean-of-others']).default('smaller-divisor'),
  ...about,
})

const months = z.int().min(1).max(12)
const CalendarDate = z.strictObject({
  key: z.enum([
    'opens',
    'prior-consultation-until',
    'closes',
    'talks-until',
    'papers-review',
    'presentation',
    'decision',
    'released',
    'work-begins',
    'midterm',
    'report-due',
    'results-meeting',
  ]),
  label: Label,
  month: months,
  day: z.int().min(1).max(31),
  /** 0 for the fiscal year of the call, 1 for the next. */
  yearAfter: z.int().min(0).max(3).default(0),
  ...about,
})

const Recurrence = z.strictObject({
  month: months.optional(),
  weekday: z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']).optional(),
  nth: z.int().min(1).max(5).optional(),
  timesPerYear: z.int().min(1).optional(),
  ...about,
})

const Decision = z.strictObject({
  ...entry,
  key: z.enum(['adopted', 'conditionally-adopted', 'not-adopted', 'deferred']),
  reasonsRequired: z.boolean().default(true),
})

const FormerName = z.strictObject({
  label: Label,
  fromFiscalYear: Year.optional(),
  toFiscalYear: Year.optional(),
  what: Label.optional(),
  ...about,
})

export const Programme = z.strictObject({
  ...entry,
  kind: z.enum(programmeKinds),
  status: z.enum(['running', 'ended', 'planned']).default('running'),
  document: Key.optional(),
  startedOn: PartialDay.optional(),
  place: Label.optional(),
  parts: z.array(Entry).default([]),
  purposes: z.array(Entry).default([]),
  supports: z.array(Entry).default([]),
  formerNames: z.array(FormerName).default([]),
  participation: z.enum(['active', 'passive', 'either']).optional(),
  tracks: z.array(Track).default([]),
  sheets: z.array(Sheet).default([]),
  review: ReviewRule.optional(),
  money: Money.optional(),
  calendar: z.array(CalendarDate).default([]),
  recurs: Recurrence.optional(),
  decisions: z.array(Decision).default([]),
  excludes: z.array(Entry).default([]),
  figures: z.array(Key).default([]),
})

export const Agreement = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        ...entry,
        forms: z.array(Key).default([]),
        minParties: z.int().min(2).default(2),
        light: z.boolean().default(false),
      }),
    )
    .min(1),
  clauses: z.array(z.strictObject({ ...entry, text: Label, required: z.boolean() })).min(1),
  /** On paper: by hand, with name and seal, or either way. */
  signing: z.enum(['signature', 'seal', 'either']).default('either'),
  /** Past agreements that the document mentions. */
  examples: z
    .array(
      z.strictObject({
        ...entry,
        on: PartialDay.optional(),
        parties: z.array(Label).default([]),
        partyCount: z.int().optional(),
        withCity: z.boolean().optional(),
      }),
    )
    .default([]),
  ...about,
})
