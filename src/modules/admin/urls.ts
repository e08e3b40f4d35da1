import { url } from '../../platform/web/url.ts'

export const urls = {
  home: url('/:city/admin'),
  people: url('/:city/admin/people'),
  invite: url('/:city/admin/people/new'),
  person: url('/:city/admin/people/:person'),
  post: url('/:city/admin/posts/:post'),
  secondFactor: url('/:city/admin/people/:person/second-factor'),
  endOfPost: url('/:city/admin/posts/:post/end'),
  correctionOfPost: url('/:city/admin/posts/:post/correction'),
  succession: url('/:city/admin/posts/:post/succession'),
  record: url('/:city/admin/record'),
  jobs: url('/:city/admin/jobs'),
  /** The mails of a demonstration, which are never sent. */
  mailbox: url('/:city/mailbox'),
}
