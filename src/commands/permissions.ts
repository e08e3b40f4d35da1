import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Charter, readCharter } from '../modules/charters/index.ts'
import { modules } from '../modules.ts'
import { type ActingParty, type Actor, nobody, type StaffPost } from '../platform/actor.ts'
import type { AnyAction } from '../platform/web/action/index.ts'
import { askWho, type Page } from '../platform/web/index.ts'
import { ruleName } from './answers.ts'
import { root } from './installation.ts'

const NOW = new Date('2026-11-25T01:00:00Z')

const person = (parties: ActingParty[], posts: StaffPost[] = []): Actor => ({
  ...nobody(1),
  account_id: 'somebody',
  person_id: 'somebody',
  name: '…',
  parties,
  posts,
})
const inParty = (party_id: string, ...roles: string[]): ActingParty => ({
  party_id,
  name: '…',
  kind: 'group',
  is_city: party_id !== 'group' && party_id !== 'other-group',
  roles,
})
const post = (role: string, department_id: string | null = null): StaffPost => ({ role, department_id })

/** Who asks, from nobody to the administrator; the thing asked about is the group's and the department's. */
const roles: { label: string; actor: Actor }[] = [
  { label: 'だれでも', actor: nobody(1) },
  { label: 'サインインした方', actor: person([]) },
  { label: '団体の会員', actor: person([inParty('group', 'member')]) },
  { label: '団体の代表者', actor: person([inParty('group', 'representative')]) },
  { label: '団体の事務担当', actor: person([inParty('group', 'secretary')]) },
  { label: '団体の署名者', actor: person([inParty('group', 'signatory')]) },
  { label: 'ほかの団体', actor: person([inParty('other-group', 'representative', 'secretary', 'signatory')]) },
  { label: '担当課', actor: person([inParty('department', 'officer')], [post('department', 'department')]) },
  { label: 'ほかの課', actor: person([inParty('elsewhere', 'officer')], [post('department', 'elsewhere')]) },
  { label: '市の署名者', actor: person([inParty('city', 'signatory')]) },
  { label: '協働の担当課', actor: person([], [post('section')]) },
  { label: '管理者', actor: person([], [post('administrator')]) },
  { label: 'コーディネーター', actor: person([], [post('coordinator')]) },
  { label: '審査委員', actor: person([], [post('reviewer')]) },
]

/** One of the many things a rule may be asked about: at this place on its way, dated or not, by this channel. */
interface Variant {
  state: string
  dated: boolean
  /** Nothing is being written or waits to be signed. */
  atRest: boolean
  channel: string
  decision: string | null
}

const states = [
  ...new Set(modules.flatMap(({ lifecycles = [] }) => lifecycles.flatMap((one) => Object.keys(one.states)))),
]
const variants: Variant[] = states.flatMap((state) =>
  [true, false].flatMap((dated) =>
    ['web', 'paper'].flatMap((channel) =>
      ['adopted', 'continue', null].flatMap((decision) =>
        [false, true].map((atRest) => ({ state, dated, atRest, channel, decision })),
      ),
    ),
  ),
)

let read: Charter | undefined

/** Any city's charter: a rule may look at it, and none refuses a role by it. */
function anyCharter(): Charter {
  if (read) return read
  const folder = join(root, 'charters')
  const first = readdirSync(folder, { withFileTypes: true }).find((one) => one.isDirectory() && one.name !== 'common')!
  const found = readCharter(join(folder, first.name), join(folder, 'common'))
  if ('problems' in found) throw new Error(`charters/${first.name} cannot be read.`)
  read = found.charter
  return read
}

/** Stands in for whatever a page loads: it belongs to the group and the department, and answers by the column's name. */
function specimen(variant: Variant, own: Record<string, unknown> = {}): unknown {
  const known: Record<string, unknown> = {
    id: 'group',
    state: variant.state,
    channel: variant.channel,
    decision: variant.decision,
    party_id: 'group',
    department_id: 'department',
    is_city: false,
    unit: 'group',
    role: 'section',
    charter: anyCharter(),
    year: 2026,
    fiscal_year: 2026,
    fiscal_years: [2026],
    outside: false,
    adopted: [],
    previous: undefined,
    next: null,
    ends_on: variant.dated ? '2027-03-31' : null,
    ...own,
  }
  return new Proxy(known, {
    get(_, key) {
      // A label that names a part of the thing leaves it open.
      if (key === Symbol.toPrimitive) return () => '…'
      if (typeof key === 'symbol') return undefined
      if (key in known) return known[key]
      if (/_at$/.test(key)) return variant.dated ? NOW : null
      if (/_on$/.test(key)) return variant.dated ? '2026-10-01' : null
      if (/(^by|_by|account_id)$/.test(key)) return variant.dated ? 'another' : null
      if (/^(parties|seats|sides)$/.test(key))
        return ['group', 'department', 'city', 'outside'].map((party_id) => {
          const outside = party_id === 'outside'
          const is_city = party_id !== 'group' && !outside
          return specimen(variant, { party_id, id: party_id, party_ids: [party_id], is_city, outside, unit: party_id })
        })
      if (key === 'project') return specimen({ ...variant, dated: true })
      if (/s$/.test(key) && key !== 'status') return []
      if (/^(draft|offered)$/.test(key) && variant.atRest) return null
      if (/^(draft|offered|current|version|text|published_version)$/.test(key))
        return variant.dated ? specimen(variant) : null
      return specimen(variant)
    },
  })
}

/** Whether this person may, in some variant at least. */
function mayEver(who: Exclude<Page['who'], string>, actor: Actor): boolean {
  return variants.some((variant) => {
    try {
      return askWho(who, actor, specimen(variant), NOW).allowed
    } catch (error) {
      throw new Error(`${who} cannot be asked about a specimen: ${error}`)
    }
  })
}

function cells({ who }: Pick<Page, 'who'>): string[] {
  if (who === 'anyone') return roles.map(() => '○')
  // Who is not signed in is sent to sign in before a rule is asked.
  if (who === 'signed-in') return roles.map(({ actor }) => (actor.account_id ? '○' : ''))
  return roles.map(({ actor }) => (actor.account_id && mayEver(who, actor) ? '○' : ''))
}

/** The words of a verb, also where they depend on the thing. */
export function labelOf(action: AnyAction): string {
  return action.label(specimen(variants[0]!))
}

/** A row of the table: an address or the clock, the verb where there is one, the rule, and who may. */
function rowOf(address: string, label: string, who: Page['who'], marks: string[]): string {
  return `| ${address} | ${label} | ${ruleName(who)} | ${marks.join(' | ')} |`
}

/** Verbs and pages alike, in the order of the module's addresses; at the end what the clock does. */
function rowsOf({ routes = {}, documents = {}, actions = [] }: (typeof modules)[number]): string[] {
  const rows = Object.entries({ ...routes, ...documents }).flatMap(([pattern, answer]) => {
    const verb = actions.find(({ pages }) => pages[pattern] === answer)
    if (answer.who === 'anyone') return []
    return [rowOf(`\`${pattern}\``, verb ? labelOf(verb) : '', verb?.who ?? answer.who, cells(answer))]
  })
  const byClock = actions.filter((one) => one.byClock)
  return [
    ...rows,
    ...byClock.map((one) =>
      rowOf(
        '（時計）',
        labelOf(one),
        one.who,
        roles.map(() => ''),
      ),
    ),
  ]
}

/** Who may what, asked of the rule of every verb, page and document: a change of authority is read as a change of this table. */
export function permissionsMd(): string {
  const parts = modules.flatMap((module) => {
    const lines = rowsOf(module)
    if (!lines.length) return []
    const heads = `| ページ | すること | 規則 | ${roles.map(({ label }) => label).join(' | ')} |\n| --- | --- | --- |${' :-: |'.repeat(roles.length)}`
    return [`## ${module.name}\n\n${heads}\n${lines.join('\n')}\n`]
  })
  return `# Who may what

Generated by \`tomoni generate\` from the rule (\`who\`) of every verb, page and document that is not open to everyone. ○: may, in
some state at least, when the thing is the group's and the responsible department's; empty: never. When exactly is said by
the rule and by the lifecycle.

${parts.join('\n')}`
}
