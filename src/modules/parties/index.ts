import type { Module } from '../../platform/module.ts'
import { searchableParty } from './actions.ts'
import { listReleased } from './queries.ts'
import { routes } from './routes.tsx'
import * as rules from './rules.ts'

export { addMembership, addParty, addPerson, addPost, endPost, linkAccount, registerParty } from './actions.ts'
export {
  actorFor,
  findPartyById,
  findPersonToInvite,
  listChoosableParties,
  listDepartments,
  listMembers,
  listPartiesById,
  listPosts,
  mailAddressesOf,
} from './queries.ts'
export {
  canNameParty,
  isIn,
  isOfficerOf,
  isSection,
  isStaff,
  mayActFor,
  maySignFor,
  partyOf,
  writableParties,
} from './rules.ts'
export type { MembershipRole, Party, PartyUnit, PostRole } from './tables.ts'
export { kindLabel, kindOptions } from './views/labels.ts'

/** Parties: groups, people, the city's departments and wards; who is in them and who may sign for them. */
export const parties: Module = {
  name: 'parties',
  rules,
  routes,
  events: {
    'party.registered': { says: () => '団体を登録しました', audience: 'parties' },
    'party.revised': { says: () => '団体の登録内容を改めました', audience: 'parties' },
    'party.member-entered': { says: () => '構成員を加えました', audience: 'parties' },
    'party.member-left': { says: () => '構成員の役割が終わりました', audience: 'parties' },
  },
  async *searchable(db) {
    for (const party of await listReleased(db)) yield searchableParty(party)
  },
}
