import type { Module } from '../../platform/module.ts'
import { attests } from './attested.ts'
import { events } from './events.ts'
import * as rules from './may.ts'
import { routes } from './pages/index.ts'
import { urls } from './urls.ts'

export { coverageOf, type Titles } from './charter/coverage.ts'
export type { Form, Principle, Programme, Track } from './charter/entries.ts'
export { evaluatingSides, evaluationSheet, reasonRequired } from './charter/evaluation.ts'
export { formRequirements, formsOffered } from './charter/forms.ts'
export { asksFourEyes } from './charter/four-eyes.ts'
export { groundLabel } from './charter/ground.ts'
export { guideStep } from './charter/guide.ts'
export { actorKind, countsAsCollaboration, honorific, isCityKind, registrableKinds } from './charter/parties.ts'
export { contactLines, label, word } from './charter/phrases.ts'
export { principleEvidence } from './charter/principles.ts'
export { leadsToAgreement, openToProposals, programme, proposalFields } from './charter/programmes.ts'
export { charterJsonSchema, readCharter } from './charter/read.ts'
export { allowsWithoutCity, type Kinded } from './charter/scope.ts'
export { describeProblems } from './documents/problem.ts'
export { continuationRuling, formRuling, proposerRuling, scopeRuling, termRuling, zoneRuling } from './may.ts'
export { Words, WordsInLine } from './parts/words.tsx'
export { type CitySite, Directory } from './queries/directory.ts'
export { charterInForce, chartersInForce, getCharter, getPublishedCharter } from './queries/versions.ts'
export type { Label } from './schema/base.ts'
export type { Charter } from './schema/charter.ts'
export { applyCharter } from './writes.ts'

/** The charters: each city's guideline as data, its versions, and its pages. */
export const charters: Module = {
  name: 'charters',
  rules,
  subjectPages: { charter: ({ city }) => urls.show({ city }) },
  routes,
  published: { charter: 'charters' },
  events,
  attests,
}
