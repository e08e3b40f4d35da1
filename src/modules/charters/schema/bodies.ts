import { z } from 'zod'
import { about, Capability, Day, Entry, entry, Key, Label, PartialDay, Year } from './base.ts'

const Seat = z.strictObject({ ...entry, count: z.int().min(1).optional() })

const Session = z.strictObject({
  key: Key,
  on: PartialDay.optional(),
  term: z.int().min(1).optional(),
  number: z.int().min(1).optional(),
  label: Label.optional(),
  place: Label.optional(),
  topics: z.array(Label).default([]),
  outcome: Label.optional(),
  seats: z.array(Label).default([]),
  present: z.int().min(0).optional(),
  observers: z.boolean().optional(),
  ...about,
})

/** 年 and 年度 are never mixed. */
const SessionCount = z.strictObject({
  yearKind: z.enum(['calendar', 'fiscal']),
  year: Year,
  meetings: z.int().min(0),
  reports: z.int().min(0).default(0),
  ...about,
})

const Inquiry = z.strictObject({
  ...entry,
  number: z.int().min(1).optional(),
  putOn: Day.optional(),
  reason: Label.optional(),
  answeredOn: Day.optional(),
  answer: z.array(Entry).default([]),
  continues: Key.optional(),
  result: Label.optional(),
})

const bodyKinds = [
  'statutory-committee',
  'advisory-gathering',
  'drafting-committee',
  'internal-conference',
  'working-team',
  'council',
  'coordinator',
  'staff-post',
  'intermediary',
  'desk',
  'centre',
  'section',
] as const

export const Body = z.strictObject({
  ...entry,
  kind: z.enum(bodyKinds),
  status: z.enum(['current', 'past', 'planned']).default('current'),
  basedOn: z.array(Key).default([]),
  articles: z.array(z.string()).default([]),
  size: z.strictObject({ most: z.int().optional(), exactly: z.int().optional() }).optional(),
  seats: z.array(Seat).default([]),
  termYears: z.int().min(1).optional(),
  appointedBy: Label.optional(),
  /** Cities mean different posts by the word. */
  serves: z.enum(['public', 'staff', 'both']).optional(),
  functions: z.array(Entry).default([]),
  place: Label.optional(),
  from: PartialDay.optional(),
  until: PartialDay.optional(),
  meetingCounts: z.array(SessionCount).default([]),
  meetingTotal: z.strictObject({ until: Day, meetings: z.int(), reports: z.int(), ...about }).optional(),
  sessions: z.array(Session).default([]),
  inquiries: z.array(Inquiry).default([]),
})

export const Initiative = z.strictObject({
  ...entry,
  group: Key,
  order: z.int().min(1),
  by: Key.optional(),
  servedBy: z.array(Capability).default([]),
  parts: z.array(Entry).default([]),
})

export const InitiativeGroup = z.strictObject({
  ...entry,
  kind: z.enum(['mechanism', 'commitment', 'initiative', 'direction', 'outline', 'measure']),
})

export const Problem = z.strictObject({
  ...entry,
  of: z.enum(['citizens', 'city', 'participation', 'guideline', 'money', 'coordination']),
  remedies: z.array(Label).default([]),
  /** The series of figures that shows the problem. */
  figures: z.array(Key).default([]),
  servedBy: z.array(Capability).default([]),
})

export const Background = z.strictObject({
  ...entry,
  about: z.enum(['why', 'awareness', 'picture', 'definition', 'revision']),
})

const HistoryEntry = z.strictObject({
  on: PartialDay.optional(),
  until: PartialDay.optional(),
  fiscalYear: Year.optional(),
  untilFiscalYear: Year.optional(),
  label: Label,
  body: Key.optional(),
  figures: z.array(z.strictObject({ label: Label, value: z.int(), unit: z.string() })).default([]),
  ...about,
})

export const History = z.strictObject({
  ...entry,
  kind: z.enum(['policy', 'programme', 'body', 'document']),
  entries: z.array(HistoryEntry).min(1),
})

const FigureRow = z.strictObject({
  year: Year,
  values: z.record(z.string(), z.int()),
  mark: z.enum(['damaged', 'uncertain']).optional(),
})

export const FigureSeries = z.strictObject({
  ...entry,
  /** 年 and 年度 are never mixed. */
  yearKind: z.enum(['calendar', 'fiscal']),
  unit: z.enum(['yen', 'projects', 'meetings', 'people', 'places', 'percent', 'bodies']),
  columns: z.array(z.strictObject({ key: z.string(), label: Label })).min(1),
  rows: z.array(FigureRow).min(1),
  /** For a fund: the columns of payments in, withdrawals and balance, so that each balance can be checked. */
  balance: z
    .strictObject({ paidIn: z.string(), drawn: z.string(), closing: z.string(), openingYen: z.int().optional() })
    .optional(),
  programme: Key.optional(),
  continuedBy: z.enum(['ledger', 'register', 'meetings', 'none']).default('none'),
})
