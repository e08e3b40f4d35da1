import { url } from '../../platform/web/url.ts'

export const urls = {
  home: url('/me/inbox'),
  mine: url('/:city/inbox'),
  /** Former addresses, kept because older mails contain them. */
  formerHome: url('/me/desk'),
  formerMine: url('/:city/desk'),
}
