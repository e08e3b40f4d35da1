import type { Actor } from '../../../platform/actor.ts'
import { numberLabel as numberInWords } from '../../../platform/numbers/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Lang } from '../../../platform/web/index.ts'
import { type Charter, label, programme, word } from '../../charters/index.ts'
import { isIn, isOfficerOf, isSection, type Party, publicNameOf } from '../../parties/index.ts'
import { type Sheet, sheetOf } from '../../programmes/index.ts'
import { type Decision, decisions, lifecycle, type ProposalVerb } from '../lifecycle.ts'
import type { Proposal, ProposalRow } from '../tables.ts'

/** Answers whether the person is a representative or secretary of the proposing party. */
export function isProposer(actor: Actor, proposal: Pick<ProposalRow, 'party_id'>): boolean {
  return isIn(actor, proposal.party_id, 'representative', 'secretary')
}

/** The section enters proposals that came on paper, by telephone or at the counter. */
export function entersFor(actor: Actor, proposal: Pick<ProposalRow, 'channel'>): boolean {
  return proposal.channel !== 'web' && isSection(actor)
}

type Known = Pick<ProposalRow, 'party_id' | 'channel' | 'submitted_at' | 'department_id'>

/** Before release only the proposer, the department in charge and the section may see a proposal; others get a 404. */
export function isOpenTo(actor: Actor, proposal: Known): boolean {
  if (isProposer(actor, proposal) || entersFor(actor, proposal)) return true
  return Boolean(proposal.submitted_at) && isOfficerOf(actor, proposal.department_id)
}

/** Returns when the proposal was received; 409 before submission. */
export function receiptOf({ submitted_at, received_on, fiscal_year }: ProposalRow) {
  if (!submitted_at || !received_on || fiscal_year === null) throw new Conflict('この提案は、まだ提出されていません。')
  return { submitted_at, received_on, fiscal_year }
}

export const departmentsOf = ({ posts }: Actor): string[] =>
  posts.flatMap(({ role, department_id }) => (role === 'department' && department_id ? [department_id] : []))

/** Acts in the proposer's name; staff who type in what came on paper keep the channel and their account. */
export function forProposer(actor: Actor, proposal: Pick<ProposalRow, 'party_id' | 'channel'>): Actor {
  const acting = { ...actor, acting_for: proposal.party_id }
  if (proposal.channel === 'web' || actor.parties.some(({ party_id }) => party_id === proposal.party_id)) return acting
  return { ...acting, channel: proposal.channel, entered_by: actor.account_id }
}

export const isAdopted = (decision: Decision | null): boolean =>
  decision === 'adopted' || decision === 'conditionally_adopted'

export const titleOf = (proposal: Pick<ProposalRow, 'title'>) => proposal.title || '（題名はまだありません）'

/** Returns 令8-提案-0012 for pages and papers; empty before submission. */
export function numberLabel(charter: Charter, one: { fiscal_year: number | null; number: number | null }): string {
  return numberInWords(word(charter, 'proposal'), one, charter.city.eraChange)
}

/** Returns 協働事業提案制度（市民等からの提案）; the track only where there are several. */
export function programmeName(
  charter: Charter,
  proposal: Pick<ProposalRow, 'programme' | 'track'>,
  lang?: Lang,
): string {
  const found = programme(charter, proposal.programme)
  const track = found?.tracks.find(({ key }) => key === proposal.track)
  const name = label(found?.label, lang) || proposal.programme
  return found && track && found.tracks.length > 1 ? `${name}（${label(track.label, lang)}）` : name
}

export function eyebrowOf({ charter, ...proposal }: Proposal): string {
  const number = numberLabel(charter, proposal) || lifecycle.label(proposal.state)
  return [number, programmeName(charter, proposal)].join('　')
}

/** Returns the city's form for the track. */
export const sheetIn = (proposal: Pick<Proposal, 'charter' | 'programme' | 'track'>): Sheet =>
  sheetOf(proposal.charter, proposal.programme, proposal.track)

const usual: Record<Decision, string> = {
  adopted: '採択',
  conditionally_adopted: '条件付採択',
  not_adopted: '不採択',
  deferred: '保留',
}

/** Returns the programme's own word for a decision, else the usual one. */
export function decisionLabel(charter: Charter, programmeKey: string, decision: Decision, lang: Lang = 'ja'): string {
  const named = programme(charter, programmeKey)?.decisions.find(({ key }) => key.replaceAll('-', '_') === decision)
  return label(named?.label, lang) || usual[decision]
}

/** Returns the decisions that the programme knows; all of them where the charter names none. */
export function offeredDecisions(charter: Charter, programmeKey: string): readonly Decision[] {
  const named = programme(charter, programmeKey)?.decisions.map(({ key }) => key.replaceAll('-', '_')) ?? []
  return named.length ? decisions.filter((one) => named.includes(one)) : decisions
}

type Moved = Pick<Proposal, 'charter' | 'state' | 'decision' | 'programme'>

/** Returns heading and sentence for a person who comes at the wrong moment, with what to do instead. */
export function wrongMoment(proposal: Moved, move: ProposalVerb): { heading: string; sentence: string } {
  const { charter, state, decision } = proposal
  const thing = word(charter, 'proposal')
  const decided = state === 'decided' && decision ? decisionLabel(charter, proposal.programme, decision) : undefined
  const heading = decided
    ? `この${thing}は、もう「${decided}」と決まっています`
    : `この${thing}は、いま「${lifecycle.label(state)}」です`
  if (move === 'withdraw' && isAdopted(decision) && decided)
    return {
      heading,
      sentence: '取り下げは、決定の前の手続きです。決定のあとにやめるときは、「辞退する」の手続きになります。',
    }
  const { from, label: verb } = lifecycle.moves[move]
  const when = from.map((one) => `「${lifecycle.label(one)}」`).join('')
  const now = decided ?? lifecycle.label(state)
  return { heading, sentence: `「${verb}」ができるのは、${when}のときです。いまは「${now}」です。` }
}

export const concernedBy = ({ party_id, department_id }: Pick<Proposal, 'party_id' | 'department_id'>) => [
  party_id,
  department_id,
]

/** Who proposes. */
export type Proposer = Pick<Party, 'id' | 'name' | 'kind' | 'unit'>

/** By what the public knows who proposes: a person never by name. */
export const publicPartyOf = (charter: Charter, party: Omit<Proposer, 'id'>): string => publicNameOf(charter, party)
