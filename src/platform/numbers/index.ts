export { nextNumber } from './counter.ts'
export { type Numbered, type NumberedLater, numberLabel, parseReference, referenceOf } from './references.ts'
