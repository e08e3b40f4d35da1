import type { Module } from '../../platform/module.ts'
import { routes } from './routes.tsx'
import { urls } from './urls.ts'

export { applyCharter } from './actions.ts'
export { describeProblems } from './documents/index.ts'
export { coverageOf } from './outputs.ts'
export {
  type CitySite,
  charterInForce,
  chartersInForce,
  Directory,
  getCharter,
  getPublishedCharter,
} from './queries.ts'
export * from './rules.ts'
export type { Label } from './schema/base.ts'
export { charterJsonSchema, readCharter } from './schema/read.ts'
export type { Charter } from './schema.ts'
export { Words, WordsInLine } from './views/words.tsx'

/** The charters: each city's guideline as data, its versions, and its living text. */
export const charters: Module = {
  name: 'charters',
  subjectPages: { charter: ({ city }) => urls.show({ city }) },
  routes,
  published: { charter: 'charters' },
  events: [{ kind: 'charter.applied', says: () => '指針の版を適用しました', audience: 'public' }],
}
