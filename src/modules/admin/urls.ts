import { url } from '../../platform/web/url.ts'

export const urls = {
  home: url('/:city/admin'),
  people: url('/:city/admin/people'),
  invite: url('/:city/admin/people/new'),
  /** A person and a post are shown among the others. */
  person: url('/:city/admin/people/:person'),
  post: url('/:city/admin/posts/:post'),
  /** A person's way of proving who they are is taken away, to be set up anew. */
  secondFactor: url('/:city/admin/people/:person/second-factor'),
  endOfPost: url('/:city/admin/posts/:post/end'),
  correctionOfPost: url('/:city/admin/posts/:post/correction'),
  succession: url('/:city/admin/posts/:post/succession'),
  record: url('/:city/admin/record'),
  jobs: url('/:city/admin/jobs'),
  /** The mails of a demonstration, which never leave the house. */
  mailbox: url('/:city/mailbox'),
}
