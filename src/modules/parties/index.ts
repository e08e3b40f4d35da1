import { fileRule, type Module } from '../../platform/module.ts'
import { pagesOf } from '../../platform/web/action/index.ts'
import { actSheets } from '../../site/index.ts'
import { groundLabel } from '../charters/index.ts'
import { actions, beginnings, ofMembers } from './actions/index.ts'
import { events } from './events.ts'
import { changeDepartments, enterAccepted, inviteAccount } from './jobs.ts'
import { letters } from './letters.ts'
import * as may from './may.ts'
import { departmentsPage } from './pages/departments.tsx'
import { listPage } from './pages/list.tsx'
import { membersPage } from './pages/members.tsx'
import { personsPage } from './pages/persons.tsx'
import { showPage } from './pages/show.tsx'
import { isSection } from './party/actor.ts'
import { searchableParty } from './party/searchable.ts'
import { findPartyById, listReleased } from './queries/parties.ts'
import { party } from './subject.tsx'
import { urls } from './urls.ts'

export { departmentEnded, departmentRenamed } from './events.ts'
export { inviteAccount } from './jobs.ts'
export { mayActFor, maySignFor } from './may.ts'

export {
  canNameParty,
  isIn,
  isOfCity,
  isOfficerOf,
  isSection,
  isStaff,
  isTiedTo,
  writableParties,
} from './party/actor.ts'
export { kindOptions, publicNameOf } from './party/labels.ts'
export { impossible, isPossible, termLabel } from './party/term.ts'
export { actorFor } from './queries/actor.ts'
export { nameOn } from './queries/departments.ts'
export {
  findPartyById,
  listChoosableParties,
  listDepartments,
  listEveryParty,
  listPartiesById,
} from './queries/parties.ts'
export { countsOn, findMailOf, holdsOn, listPosts, mailAddressesOf, sectionAddresses } from './queries/people.ts'
export type { MembershipRole, Party, PostRole } from './tables.ts'
export { addCityItself, addParty, registerParty } from './writes/parties.ts'
export {
  addMembership,
  addPerson,
  addPost,
  appoint,
  changePost,
  linkAccount,
} from './writes/people.ts'
export { registerPersonOnPaper } from './writes/persons.ts'

/** Parties: groups, people, departments and wards, with their members and signatories. */
export const parties: Module = {
  name: 'parties',
  actions: [...beginnings, ...actions, ...ofMembers],
  rules: may,
  // The route of 「new」 must come before the route of one group, which would read it as a number.
  routes: {
    [urls.list.pattern]: listPage,
    [urls.departments.pattern]: departmentsPage,
    [urls.persons.pattern]: personsPage,
    ...pagesOf(beginnings),
    [urls.show.pattern]: showPage,
    [urls.members.pattern]: membersPage,
    ...pagesOf([...actions, ...ofMembers]),
    ...actSheets(party, {
      who: may.maySeeActs,
      title: ({ name }) => name,
      events,
      ground: ({ charter }, ground) => groundLabel(charter, ground),
    }),
  },
  ways: ({ actor, city }) =>
    isSection(actor) ? [{ href: urls.new({ city: city.slug }), label: '団体を登録する', place: 'last' }] : [],
  events,
  files: {
    party: fileRule({ of: findPartyById, who: may.mayEditParty, concerns: ({ id }) => [id] }),
  },
  on: letters,
  jobs: [inviteAccount, changeDepartments],
  accepted: enterAccepted,
  async *searchable(db) {
    for (const party of await listReleased(db)) yield searchableParty(party)
  },
}
