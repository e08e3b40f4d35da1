import { url } from '../../platform/web/url.ts'

export const urls = {
  list: url('/:city/agreements'),
  new: url('/:city/agreements/new'),
  show: url('/:city/agreements/:ref'),
  edit: url('/:city/agreements/:ref/edit'),
  offer: url('/:city/agreements/:ref/offer'),
  signature: url('/:city/agreements/:ref/signature'),
  paperSignature: url('/:city/agreements/:ref/paper-signature'),
  recall: url('/:city/agreements/:ref/recall'),
  amendment: url('/:city/agreements/:ref/amendment'),
  amendmentWithdrawal: url('/:city/agreements/:ref/amendment-withdrawal'),
  versions: url('/:city/agreements/:ref/versions'),
  difference: url('/:city/agreements/:ref/versions/:version'),
  termination: url('/:city/agreements/:ref/termination'),
  release: url('/:city/agreements/:ref/release'),
  retraction: url('/:city/agreements/:ref/retraction'),
  /** The address of a retraction before it was called so. */
  formerRetraction: url('/:city/agreements/:ref/withdrawal'),
  pdf: url('/:city/agreements/:ref/agreement.pdf'),
  /** The letter to a party that signs on paper (`?party=`). */
  letter: url('/:city/agreements/:ref/letter.pdf'),
}
