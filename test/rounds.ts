import { type Charter, readCharter } from '../src/modules/charters/index.ts'
import type { Round, Seat } from '../src/modules/evaluations/index.ts'
import type { Inside } from '../src/modules/projects/index.ts'
import { type Actor, nobody } from '../src/platform/actor.ts'

/** A city's charter from its files, without a database. */
export function charterOf(folder: string): Charter {
  const read = readCharter(folder, 'charters/common')
  if ('problems' in read) throw new Error(`${folder} does not read`)
  return read.charter
}

/** A group's seat that has answered. */
export const aSeat = (id: string, more: Partial<Seat> = {}): Seat => ({
  id,
  position: 0,
  side: 'groups',
  name: id,
  party_ids: [`party-${id}`],
  is_city: false,
  outside: false,
  required: true,
  answered_at: '2027-04-10T00:00:00Z',
  late: false,
  answered_by: null,
  entered_by: null,
  channel: 'web',
  consented_at: null,
  passed_on_at: null,
  ...more,
})

/** An evaluation with these seats, as rules read it. */
export const roundWith = (seats: Seat[], more: Partial<Round> & Pick<Round, 'charter'>): Round => ({
  city_id: 1,
  id: 'e',
  project_id: 'p',
  year: 2026,
  state: 'answering',
  charter_id: 'c',
  due_on: '2027-04-30',
  begun_at: new Date(),
  opened_at: null,
  closed_at: null,
  closing_reason: '',
  talked_on: null,
  talk_people: '',
  talk_agreed: '',
  talk_notes: {},
  committee_on: null,
  state_since: new Date(),
  revision: 1,
  release_note: '',
  public_copy: null,
  published_at: null,
  project: aRunningProject(),
  seats,
  ...more,
})

/** A project, as far as rules about its evaluation read it. */
export const aRunningProject = (more: Partial<Inside> = {}): Inside =>
  ({
    state: 'active',
    department_id: null,
    published_at: null,
    fiscal_years: [2026],
    evaluations: [],
    parties: [],
    ...more,
  }) as Partial<Inside> as Inside

const joined = { secretary: new Date(0) }

/** A person with an account who writes for these parties, or has these posts. */
export const aPerson = (account: string, parties: string[] = [], posts: Actor['posts'] = []): Actor => ({
  ...nobody(1),
  account_id: account,
  posts,
  parties: parties.map((party_id) => ({ party_id, name: '', kind: '', is_city: false, roles: ['secretary'], joined })),
})
