import { url } from '../../platform/web/url.ts'

export const urls = {
  /** The inbox of whatever city the person belongs to: where signing in leads. */
  home: url('/me/inbox'),
  mine: url('/:city/inbox'),
  /** The addresses of before, which stand in letters that were sent. */
  formerHome: url('/me/desk'),
  formerMine: url('/:city/desk'),
}
