import { url } from '../../platform/web/url.ts'

export const urls = {
  list: url('/:city/evaluations'),
  new: url('/:city/projects/:ref/evaluations/new'),
  show: url('/:city/projects/:ref/evaluations/:year'),
  answer: url('/:city/projects/:ref/evaluations/:year/answer'),
  paperAnswer: url('/:city/projects/:ref/evaluations/:year/paper-answer'),
  closing: url('/:city/projects/:ref/evaluations/:year/closing'),
  extension: url('/:city/projects/:ref/evaluations/:year/extension'),
  consent: url('/:city/projects/:ref/evaluations/:year/consent'),
  paperConsent: url('/:city/projects/:ref/evaluations/:year/paper-consent'),
  jointTalk: url('/:city/projects/:ref/evaluations/:year/joint-talk'),
  decision: url('/:city/projects/:ref/evaluations/:year/decision'),
  correction: url('/:city/projects/:ref/evaluations/:year/decision/correction'),
  annulment: url('/:city/projects/:ref/evaluations/:year/decision/annulment'),
  release: url('/:city/projects/:ref/evaluations/:year/release'),
  retraction: url('/:city/projects/:ref/evaluations/:year/retraction'),
  sheet: url('/:city/projects/:ref/evaluations/:year/sheet.pdf'),
}
