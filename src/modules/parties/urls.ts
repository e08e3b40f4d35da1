import { url } from '../../platform/web/url.ts'

export const urls = {
  list: url('/:city/groups'),
  show: url('/:city/groups/:number'),
  new: url('/:city/groups/new'),
  edit: url('/:city/groups/:number/edit'),
  members: url('/:city/groups/:number/members'),
  newMember: url('/:city/groups/:number/members/new'),
  departments: url('/:city/departments'),
  newDepartment: url('/:city/departments/new'),
}
