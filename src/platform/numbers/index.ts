export { nextNumber } from './counter.ts'
export { letterLabel, numberLabel, parseReference, referenceOf } from './references.ts'
