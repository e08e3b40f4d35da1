import { url } from '../../platform/web/url.ts'

export const urls = {
  show: url('/:city/projects/:ref/principles'),
}
