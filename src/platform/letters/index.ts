import './tables.ts'

export {
  findLetter,
  issueLetter,
  type Letter,
  letterBytes,
  letterJobs,
  listLetters,
  newestLetter,
} from './letters.ts'
