import { url } from '../../platform/web/url.ts'

export const urls = {
  new: url('/:city/projects/new'),
  show: url('/:city/projects/:ref'),
  edit: url('/:city/projects/:ref/edit'),
  start: url('/:city/projects/:ref/start'),
  newReport: url('/:city/projects/:ref/reports/new'),
  newMilestone: url('/:city/projects/:ref/milestones/new'),
  targets: url('/:city/projects/:ref/targets'),
  release: url('/:city/projects/:ref/release'),
  principles: url('/:city/projects/:ref/principles'),
}
