import { url } from '../../platform/web/url.ts'

export const urls = {
  /** The desk of whatever city the person belongs to: where signing in leads. */
  home: url('/me/desk'),
  mine: url('/:city/desk'),
}
