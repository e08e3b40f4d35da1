export type { Lang } from '../words/lang.ts'
export { addressOf, placeOf } from './address.ts'
export { strayFrame } from './arrive.ts'
export { instantAsked, numberAsked } from './asked.ts'
export { flatten, type Uploaded, uploadedFile } from './body.ts'
export { answerFrom, PageCache } from './cache.ts'
export { type FormState, valueOf } from './form.ts'
export { keepLanguage, languageCookie, languageFrom, onlyLanguage } from './language.ts'
export {
  askWho,
  definePage,
  type Frame,
  type Page,
  type Pages,
  pages,
  type Reading,
  type Request,
  type Sent,
  type Views,
} from './page.ts'
export type { Parts, Session } from './parts.ts'
export { htmlOf, refuse } from './render.ts'
export { headersFor, safetyHeaders } from './safety.ts'
export { sealWith } from './seal.ts'
export {
  type Documents,
  defineDocument,
  serveDocuments,
  servePages,
} from './serve.ts'
export { queryString, safeReturn, url } from './url.ts'
