export type { Lang } from '../words/lang.ts'
export { addressOf, type Proxies, placeOf, proxiesFrom } from './address.ts'
export { instantAsked, numberAsked } from './asked.ts'
export { answerAway, type Unsent } from './away.ts'
export { flatten } from './body.ts'
export { answerFrom, PageCache } from './cache.ts'
export { type Changed, changedWords, labelled, type Wording } from './compared.ts'
export { type Documents, defineDocument, serveDocuments } from './documents.ts'
export { type FormState, valueOf } from './form.ts'
export { strayFrame } from './frame.ts'
export { keepLanguage, languageCookie, languageFrom, onlyLanguage } from './language.ts'
export {
  definePage,
  type Frame,
  type Page,
  type Pages,
  pages,
  type Reading,
  type Request,
  rulingFor,
  type Sent,
  type Views,
  type Who,
} from './page.ts'
export type { Parts, Session } from './parts.ts'
export { refuse } from './refuse.ts'
export { htmlOf } from './render.ts'
export { headersFor, safetyHeaders } from './safety.ts'
export { sealWith } from './seal.ts'
export { servePages } from './serve.ts'
export { partOf, queryString, safeReturn, type Url, url } from './url.ts'
