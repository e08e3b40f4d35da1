import './tables.ts'

export { issueLetter, type Letter, letterBytes, letterJobs, listLetters } from './letters.ts'
