import { url } from '../../platform/web/url.ts'

export const urls = {
  mine: url('/:city/desk'),
}
