import { url } from '../web/url.ts'

/** Where a file is had, always after asking whether this person may; the name is for people. */
export const urls = {
  file: url('/files/:city/:id/:name'),
}
