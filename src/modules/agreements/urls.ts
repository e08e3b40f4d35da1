import { url } from '../../platform/web/url.ts'

export const urls = {
  list: url('/:city/agreements'),
  new: url('/:city/agreements/new'),
  show: url('/:city/agreements/:ref'),
  edit: url('/:city/agreements/:ref/edit'),
  offer: url('/:city/agreements/:ref/offer'),
  signature: url('/:city/agreements/:ref/signature'),
  /** A signature given on paper, entered by staff with the scan. */
  paperSignature: url('/:city/agreements/:ref/paper-signature'),
  amendment: url('/:city/agreements/:ref/amendment'),
  termination: url('/:city/agreements/:ref/termination'),
  release: url('/:city/agreements/:ref/release'),
  pdf: url('/:city/agreements/:ref/agreement.pdf'),
}
