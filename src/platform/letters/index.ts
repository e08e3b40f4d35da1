import './tables.ts'

export {
  findLetter,
  issueLetter,
  type Letter,
  letterBytes,
  letters,
  listLetters,
  newestLetter,
} from './letters.ts'
