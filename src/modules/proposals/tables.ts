import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import { referenceOf } from '../../platform/numbers/index.ts'
import type { Charter } from '../charters/index.ts'
import type { Party } from '../parties/index.ts'
import type { Answers } from '../questionnaires/index.ts'
import type { Decision, ProposalState } from './lifecycle.ts'

/** A part of a proposal in words for the public, readable without its charter. */
export interface PublicSection {
  heading: string
  items: { label: string; lines: string[] }[]
}

/** The released decision, with its correction or annulment. */
export interface PublicDecision {
  decision: Decision
  reasons: string
  conditions: string
  decided_on: DateOn
  corrected_on?: DateOn
  correction?: string
  /** From this day on the decision no longer holds. */
  annulled_on?: DateOn
  annulment?: string
}

/** A proposal of a party in a programme, written when the party starts a draft and numbered at submission. */
export interface ProposalsTable {
  city_id: number
  id: string
  state: ProposalState
  party_id: string
  /** The party's name at submission; letters use it. */
  party_name: string
  /** By what the public knows the party: a group by its name, a person by the charter's word for persons. */
  public_party: string
  programme: string
  track: string
  /** The city's theme, where the track has themes. */
  theme: string | null
  call_id: string | null
  charter_id: string
  title: string
  contents: Json<Answers>
  department_id: string | null
  revision: number
  channel: Channel
  entered_by: string | null
  created_at: Instant
  saved_at: Instant
  state_since: Instant
  fiscal_year: number | null
  number: number | null
  submitted_at: InstantOrNull
  received_on: DateOn | null
  /** What the section asks the proposer to correct, while the proposal is returned. */
  return_note: string
  return_by: DateOn | null
  decision: Decision | null
  reasons: string
  conditions: string
  decided_on: DateOn | null
  letter_year: number | null
  letter_number: number | null
  /** The date of the newest letter on the decision. */
  letter_on: DateOn | null
  /** The decision may be released from this day on. */
  released_on: DateOn | null
  /** The instant when an agreement or a project first began from the proposal. */
  led_on_at: InstantOrNull
  withdrawal: string
  public_summary: string
  public_contents: Json<PublicSection[]>
  public_decision: Json<PublicDecision> | null
  published_at: InstantOrNull
}

export type ProposalRow = Selectable<ProposalsTable>

/** The current party, department and call beside a proposal. */
export interface Neighbours {
  party_kind: string
  party_number: number
  party_now: string
  party_unit: Party['unit']
  /** The current representative; letters are addressed to them. */
  representative: string | null
  department_name: string | null
  department_phone: string | null
  call_year: number | null
}

/** A proposal with everything that its pages and rulings need. */
export type Proposal = ProposalRow &
  Neighbours & {
    charter: Charter
    /** The id of the charter: for a draft the one in force, later the one at submission (rulings 19). */
    written_under: string
  }

/** The text at one submission or revision; never changed. */
export interface ProposalVersionsTable {
  city_id: number
  id: string
  proposal_id: string
  version: number
  title: string
  contents: Json<Answers>
  at: Instant
  written_by: string
}

/** The two sides of the talks, in the order of their marks. */
export const sides = ['proposer', 'city'] as const
export type Side = (typeof sides)[number]

/** One decision with its letter, written when it is made or corrected; never changed. */
export interface ProposalDecisionsTable {
  city_id: number
  id: string
  proposal_id: string
  decision: Decision
  reasons: string
  conditions: string
  decided_on: DateOn
  letter_year: number
  letter_number: number
  /** The decision that this one corrects, for the `reason` below. */
  corrects: string | null
  reason: string
  at: Instant
}

/** One annulment of a decision (取消) with its letter; never changed. */
export interface ProposalAnnulmentsTable {
  city_id: number
  id: string
  proposal_id: string
  decision_id: string
  reason: string
  letter_year: number
  letter_number: number
  at: Instant
}

/** The columns of a released proposal that everyone may read. */
export interface PublishedProposal {
  city_id: number
  id: string
  fiscal_year: number
  number: number
  party_id: string
  party_name: string
  programme: string
  track: string
  theme: string | null
  charter_id: string
  department_id: string | null
  title: string
  state: ProposalState
  received_on: DateOn
  decision: Decision
  reasons: string
  conditions: string
  decided_on: DateOn
  corrected_on: DateOn | null
  correction: string | null
  annulled_on: DateOn | null
  annulment: string | null
  public_summary: string
  public_contents: PublicSection[]
  published_at: Date
}

/** Returns `r8-proposal-0012` for addresses, or the id as long as the proposal has no number. */
export function refOf(proposal: { id: string; fiscal_year: number | null; number: number | null }): string {
  return referenceOf('proposal', proposal)
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    proposals: ProposalsTable
    proposal_versions: ProposalVersionsTable
    proposal_decisions: ProposalDecisionsTable
    proposal_annulments: ProposalAnnulmentsTable
    'published.proposals': PublishedProposal
  }
}
