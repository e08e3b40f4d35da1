import { url } from '../../platform/web/url.ts'

export const urls = {
  home: url('/:city/admin'),
  people: url('/:city/admin/people'),
  invite: url('/:city/admin/people/new'),
  record: url('/:city/admin/record'),
  /** The mails of a demonstration, which never leave the house. */
  mailbox: url('/:city/mailbox'),
}
