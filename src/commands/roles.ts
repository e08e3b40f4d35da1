import { type ActingParty, type Actor, nobody, type StaffPost } from '../platform/actor.ts'
import { newId } from '../platform/db/index.ts'

export interface TownParty {
  id: string
  name: string
  kind: string
  is_city: boolean
  unit: string
}

interface Setting {
  cityId: number
  parties: readonly TownParty[]
  own: readonly string[]
}

/** A role toward a thing; `people` is empty where the city or the thing has nobody in it. */
export interface Role {
  label: string
  people(setting: Setting): Actor[]
}

const account_id = newId()

const LONG_AGO = new Date(0)

function person(cityId: number, parties: ActingParty[], posts: StaffPost[] = []): Actor {
  return { ...nobody(cityId), account_id, person_id: account_id, name: '…', parties, posts }
}

const inParty = ({ id, name, kind, is_city }: TownParty, ...roles: string[]): ActingParty => ({
  party_id: id,
  name,
  kind,
  is_city,
  roles,
  joined: Object.fromEntries(roles.map((role) => [role, LONG_AGO])),
})

const isGroup = ({ is_city }: TownParty) => !is_city
const isDepartment = ({ is_city, unit }: TownParty) => is_city && unit !== 'city'

/** The parties of a kind that own the thing; all of the kind for a thing without owner. */
function ownAmong({ parties, own }: Setting, is: (one: TownParty) => boolean): TownParty[] {
  return parties.filter((one) => is(one) && (own.length === 0 || own.includes(one.id)))
}

function otherAmong({ parties, own }: Setting, is: (one: TownParty) => boolean): TownParty[] {
  return parties.filter((one) => is(one) && !own.includes(one.id)).slice(0, 1)
}

const inGroup =
  (role: string): Role['people'] =>
  (setting) =>
    ownAmong(setting, isGroup).map((one) => person(setting.cityId, [inParty(one, role)]))

const officer = ({ cityId }: Setting, one: TownParty) =>
  person(cityId, [inParty(one, 'officer')], [{ role: 'department', department_id: one.id, joined: LONG_AGO }])

const inPost =
  (role: string): Role['people'] =>
  ({ cityId }) => [person(cityId, [], [{ role, department_id: null, joined: LONG_AGO }])]

/** From nobody to the administrator: each has this one role in the city and no other. */
export const roles: readonly Role[] = [
  { label: 'だれでも', people: ({ cityId }) => [nobody(cityId)] },
  { label: 'サインインした方', people: ({ cityId }) => [person(cityId, [])] },
  { label: '団体の会員', people: inGroup('member') },
  { label: '団体の代表者', people: inGroup('representative') },
  { label: '団体の事務担当', people: inGroup('secretary') },
  { label: '団体の署名者', people: inGroup('signatory') },
  {
    label: 'ほかの団体',
    people: (setting) =>
      otherAmong(setting, isGroup).map((one) =>
        person(setting.cityId, [inParty(one, 'representative', 'secretary', 'signatory')]),
      ),
  },
  { label: '担当課', people: (setting) => ownAmong(setting, isDepartment).map((one) => officer(setting, one)) },
  { label: 'ほかの課', people: (setting) => otherAmong(setting, isDepartment).map((one) => officer(setting, one)) },
  {
    label: '市の署名者',
    people: ({ cityId, parties }) =>
      parties
        .filter((one) => one.is_city && !isDepartment(one))
        .map((one) => person(cityId, [inParty(one, 'signatory')])),
  },
  { label: '協働の担当課', people: inPost('section') },
  { label: '管理者', people: inPost('administrator') },
  { label: 'コーディネーター', people: inPost('coordinator') },
  { label: '審査委員', people: inPost('reviewer') },
]
