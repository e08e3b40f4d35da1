import { url } from '../../platform/web/url.ts'

export const urls = {
  new: url('/:city/projects/new'),
  show: url('/:city/projects/:ref'),
  edit: url('/:city/projects/:ref/edit'),
  start: url('/:city/projects/:ref/start'),
  finish: url('/:city/projects/:ref/finish'),
  stop: url('/:city/projects/:ref/stop'),
  newReport: url('/:city/projects/:ref/reports/new'),
  editReport: url('/:city/projects/:ref/reports/:report'),
  reportVisibility: url('/:city/projects/:ref/reports/:report/visibility'),
  paperShare: url('/:city/projects/:ref/paper-share'),
  newMilestone: url('/:city/projects/:ref/milestones/new'),
  milestone: url('/:city/projects/:ref/milestones/:milestone'),
  step: url('/:city/projects/:ref/steps/:step'),
  targets: url('/:city/projects/:ref/targets'),
  release: url('/:city/projects/:ref/release'),
  retraction: url('/:city/projects/:ref/retraction'),
}
