import { url } from '../../platform/web/url.ts'

export const urls = {
  guide: url('/:city/guide'),
  show: url('/:city/charter'),
  principles: url('/:city/charter/principles'),
  forms: url('/:city/charter/forms'),
  parties: url('/:city/charter/parties'),
  evaluation: url('/:city/charter/evaluation'),
  bodies: url('/:city/charter/bodies'),
  figures: url('/:city/charter/figures'),
  initiatives: url('/:city/charter/initiatives'),
  history: url('/:city/charter/history'),
  versions: url('/:city/charter/versions'),
  difference: url('/:city/charter/versions/:version'),
  compare: url('/charters/compare'),
}
