import { url } from '../web/url.ts'

/** The address of a file; its name is there for people, and each request is checked. */
export const urls = {
  file: url('/files/:city/:id/:name'),
}
