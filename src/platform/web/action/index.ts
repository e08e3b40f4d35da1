export { type Action, type AnyAction, action, pagesOf } from './action.ts'
export { type Acting, type Declared, made, type Outcome, type Seen, type Waits } from './declared.ts'
export { inboxes, inboxOf } from './inbox.ts'
export { type Subject, type SubjectPage, subject, type VerbPage } from './subject.ts'
