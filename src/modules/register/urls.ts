import { url } from '../../platform/web/url.ts'

export const urls = {
  start: url('/'),
  front: url('/:city'),
  projects: url('/:city/projects'),
  projectsCsv: url('/:city/projects.csv'),
  projectsXlsx: url('/:city/projects.xlsx'),
  projectsJson: url('/:city/projects.json'),
  acrossCities: url('/projects'),
  acrossCsv: url('/projects.csv'),
  acrossXlsx: url('/projects.xlsx'),
  acrossJson: url('/projects.json'),
  feed: url('/:city/feed.atom'),
  search: url('/:city/search'),
}
