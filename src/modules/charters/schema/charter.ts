import { z } from 'zod'
import { Entry, entry, Label } from './base.ts'
import { Background, Body, FigureSeries, History, Initiative, InitiativeGroup, Problem } from './bodies.ts'
import { CharterDocument, City, Territory, Version } from './city.ts'
import type { Common } from './common.ts'
import { Evaluation, TimeLimit } from './evaluation.ts'
import { Area, Form, StartType, TypeCase, Typology, Zone } from './forms.ts'
import { Guide, WordKey } from './guide.ts'
import { ActorKind, Definition, Effect, Participation, Scope, Tie } from './parties.ts'
import { Help, PathStep, Principle, PrincipleGroup, PrincipleStep } from './principles.ts'
import { Agreement, Programme } from './programmes.ts'

/** The acts that a charter may put under four eyes. */
const actsUnderFourEyes = [
  'proposal.decision',
  'proposal.release',
  'project.decision',
  'evaluation.release',
  'agreement.termination',
] as const

/** Each part is a list at the top of one of the folder's files. */
export const CharterParts = z.strictObject({
  city: City,
  territory: Territory,
  version: Version,
  documents: z.array(CharterDocument).min(1),
  background: z.array(Background).default([]),
  scope: Scope,
  actors: z.array(ActorKind).min(2),
  ties: z.array(Tie).default([]),
  definitions: z.array(Definition).default([]),
  aims: z.array(Entry).default([]),
  effects: z.array(Effect).default([]),
  principleGroups: z.array(PrincipleGroup).min(1),
  principleSteps: z.array(PrincipleStep).default([]),
  principles: z.array(Principle).min(1),
  help: z.array(Help).default([]),
  areas: z.array(Area).default([]),
  zones: z.array(Zone).default([]),
  forms: z.array(Form).min(1),
  startTypes: z.array(StartType).default([]),
  typeCases: z.array(TypeCase).default([]),
  typologies: z.array(Typology).default([]),
  fields: z.array(Entry).default([]),
  path: z.strictObject({ ...entry, steps: z.array(PathStep).min(1) }).optional(),
  participation: z.array(Participation).default([]),
  resources: z.array(Entry).default([]),
  roles: z.array(z.strictObject({ ...entry, examples: z.array(Label).default([]) })).default([]),
  initiativeGroups: z.array(InitiativeGroup).default([]),
  initiatives: z.array(Initiative).default([]),
  evaluation: Evaluation,
  timeLimit: TimeLimit.optional(),
  programmes: z.array(Programme).min(1),
  agreement: Agreement,
  /** Their corrections and annulments need a second person too. */
  fourEyes: z.array(z.enum(actsUnderFourEyes)).default([]),
  bodies: z.array(Body).default([]),
  guide: Guide,
  words: z.partialRecord(WordKey, Label).default({}),
  figures: z.array(FigureSeries).default([]),
  histories: z.array(History).default([]),
  problems: z.array(Problem).default([]),
})

export type CharterText = z.infer<typeof CharterParts>

/** A city's text with what all cities share. */
export type Charter = CharterText & { common: Common }
