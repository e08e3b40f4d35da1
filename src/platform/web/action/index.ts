export { type Action, type AnyAction, action, pagesOf } from './action.ts'
export type { Acting, Declared, Outcome, Seen, Waits } from './declared.ts'
export { type Subject, type SubjectPage, subject, type VerbPage } from './subject.ts'
