import { z } from 'zod'
import { about, entry, Key, Label } from './base.ts'

const Answer = z.strictObject({ key: Key, label: Label, next: Key.optional(), outcome: Key.optional() })

const Question = z.strictObject({
  key: Key,
  ask: Label,
  help: Label.optional(),
  answers: z.array(Answer).min(2),
  ...about,
})

const Outcome = z.strictObject({
  ...entry,
  collaboration: z.boolean(),
  area: Key.optional(),
  zone: Key.optional(),
  help: z.enum(['self', 'mutual', 'public']).optional(),
  forms: z.array(Key).default([]),
  programmes: z.array(Key).default([]),
  askAt: Key.optional(),
})

/** 協働ナビ: at most seven questions; each answer leads to a later question or to an outcome. */
export const Guide = z.strictObject({
  label: Label,
  questions: z.array(Question).min(1).max(7),
  outcomes: z.array(Outcome).min(1),
  ...about,
})

/** The concepts that cities name differently; the usual words are in charters/common/words.yaml. */
const wordKeys = [
  'charter',
  'collaboration',
  'collaborationProject',
  'party',
  'group',
  'citizen',
  'form',
  'zone',
  'startType',
  'field',
  'proposal',
  'call',
  'citizenProposed',
  'cityProposed',
  'review',
  'reviewPanel',
  'agreement',
  'memorandum',
  'adopt',
  'roleDivision',
  'evaluation',
  'jointTalk',
  'continuation',
  'timeLimit',
  'consultation',
  'desk',
  'coordinator',
  'intermediary',
  'matching',
  'expert',
  'grant',
  'fund',
  'committee',
  'internalConference',
  'rollCall',
  'register',
  'casebook',
  'centre',
  'ward',
  'section',
  'city',
] as const
export const WordKey = z.enum(wordKeys)
export type WordKey = z.infer<typeof WordKey>
