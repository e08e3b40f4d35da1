export { nextNumber } from './counter.ts'
export { numberLabel, parseReference, referenceOf } from './references.ts'
