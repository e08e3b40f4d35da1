import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import { referenceOf } from '../../platform/numbers/index.ts'
import type { Charter } from '../charters/index.ts'
import type { Answers } from '../questionnaires/index.ts'
import type { Decision, ProposalState } from './lifecycle.ts'

/** A part of a proposal as everyone may read it: already in words, so that it stands without its charter. */
export interface PublicSection {
  heading: string
  items: { label: string; lines: string[] }[]
}

/** The decision as everyone may read it: as it was released, with its correction or its annulment since. */
export interface PublicDecision {
  decision: Decision
  reasons: string
  conditions: string
  decided_on: DateOn
  /** The day on which it was corrected, and why. */
  corrected_on?: DateOn
  correction?: string
  /** The day on which it was annulled, and why; from then on it is no decision any more. */
  annulled_on?: DateOn
  annulment?: string
}

/** A proposal of a party in a programme: written when the party begins, numbered when it is submitted. */
export interface ProposalsTable {
  city_id: number
  id: string
  state: ProposalState
  party_id: string
  /** The party's name as it was at submission: letters are addressed to it. */
  party_name: string
  programme: string
  track: string
  /** The city's theme it answers, where the track has themes. */
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
  /** What the section asked to be put right, while it waits for that. */
  return_note: string
  return_by: DateOn | null
  decision: Decision | null
  reasons: string
  conditions: string
  decided_on: DateOn | null
  letter_year: number | null
  letter_number: number | null
  /** The day that the newest letter on the decision bears. */
  letter_on: DateOn | null
  /** From this day on the decision may be made public. */
  released_on: DateOn | null
  /** Since when an agreement or a project, which was begun from it, rests on the decision. */
  led_on_at: InstantOrNull
  withdrawal: string
  public_summary: string
  public_contents: Json<PublicSection[]>
  public_decision: Json<PublicDecision> | null
  published_at: InstantOrNull
}

export type ProposalRow = Selectable<ProposalsTable>

/** What of its party, its department and its call stands beside a proposal, as it is now. */
export interface Neighbours {
  party_kind: string
  party_number: number
  party_now: string
  /** The party's representative, where the register knows one: letters are addressed to them. */
  representative: string | null
  department_name: string | null
  department_phone: string | null
  call_year: number | null
}

/** A proposal with what stands beside it, under its charter. */
export type Proposal = ProposalRow &
  Neighbours & {
    charter: Charter
    /** The charter it stands under: for a draft the one in force, later the one it was submitted under (rulings 19). */
    written_under: string
  }

/** The text as it stood at one submission or after one joint revision; written then, never changed. */
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

/** The sides of the talks on a proposal, in the order of their marks. */
export const sides = ['proposer', 'city'] as const
export type Side = (typeof sides)[number]

/** One decision with its reasons and its letter, written when it is made or when it corrects the one before; never changed. */
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
  /** The decision that this one corrects, and what was wrong. */
  corrects: string | null
  reason: string
  at: Instant
}

/** One decision that was taken back (取消), with the reason and the letter; never changed. */
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

/** What everyone may know of a decided proposal once it is released. */
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

/** How a proposal stands in addresses: `r8-proposal-0012` once it has its number, before that its id. */
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
