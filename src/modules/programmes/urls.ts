import { url } from '../../platform/web/url.ts'

export const urls = {
  list: url('/:city/programmes'),
  show: url('/:city/programmes/:key'),
  blankForm: url('/:city/programmes/:key/form.pdf'),
  /** A call is shown on its programme's page. */
  call: url('/:city/programmes/:key/calls/:call'),
  newCall: url('/:city/programmes/:key/calls/new'),
  editCall: url('/:city/programmes/:key/calls/:call/edit'),
}
