import { url } from '../../platform/web/url.ts'

export const urls = {
  list: url('/:city/groups'),
  show: url('/:city/groups/:number'),
  new: url('/:city/groups/new'),
  persons: url('/:city/groups/persons'),
  newPerson: url('/:city/groups/persons/new'),
  editPerson: url('/:city/groups/:number/person'),
  endOfPerson: url('/:city/groups/:number/end-of-registration'),
  edit: url('/:city/groups/:number/edit'),
  members: url('/:city/groups/:number/members'),
  newMember: url('/:city/groups/:number/members/new'),
  /** A role is shown among the others. */
  member: url('/:city/groups/:number/members/:member'),
  endOfMember: url('/:city/groups/:number/members/:member/end'),
  correctionOfMember: url('/:city/groups/:number/members/:member/correction'),
  succession: url('/:city/groups/:number/members/:member/succession'),
  departments: url('/:city/departments'),
  newDepartment: url('/:city/departments/new'),
}
