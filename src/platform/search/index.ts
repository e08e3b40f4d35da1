export { excerpt } from './excerpt.ts'
export { fold } from './fold.ts'
export { grams, hashedGrams, likePattern, queryGrams, searchWords } from './grams.ts'
export { dropSearch, matching, putSearch, rebuildSearch } from './published.ts'
