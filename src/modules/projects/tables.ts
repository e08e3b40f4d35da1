import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import type { Kept } from '../../platform/timeline.ts'
import type { findProposalById } from '../proposals/index.ts'
import type { AgreedText, Direction } from '../texts/index.ts'
import type { ProjectState } from './lifecycle.ts'
import type { Decision } from './project/decision.ts'

/** Facts from other modules, copied so that public and internal pages agree; they contain nobody's words. */
export type RecordFacts = Pick<Kept, 'proposal' | 'talks' | 'agreement'>

/** A collaboration project, written when it is entered; each further year is a new row that names the previous one. */
export interface ProjectsTable {
  city_id: number
  id: string
  state: ProjectState
  charter_id: string
  fiscal_year: number
  number: number
  title: string
  purpose: string
  summary: string
  beneficiaries: string
  place: string
  zone: string | null
  start_type: string | null
  forms: string[]
  fields: string[]
  wards: string[]
  fiscal_years: number[]
  starts_on: DateOn | null
  ends_on: DateOn | null
  /** The day by which a continuation must be decided. */
  sunset_on: DateOn | null
  budget_yen: number | null
  actual_yen: number | null
  /** Answers that only some forms ask for: name-use, seats, supplies. */
  particulars: Json<Record<string, string>>
  /** Steps that the charter requires before a stage, with the day of each. */
  steps: Json<Record<string, DateOn>>
  programme: string | null
  /** The department in charge, which acts for the city. */
  department_id: string | null
  proposal_id: string | null
  agreement_id: string | null
  previous_id: string | null
  renewals: number
  /** The number of fiscal years under previous rows. */
  years_before: number
  facts: Json<RecordFacts>
  started_on: DateOn | null
  finished_on: DateOn | null
  decision: Decision | null
  decision_reasons: string
  decided_on: DateOn | null
  revision: number
  channel: Channel
  entered_by: string | null
  created_at: Instant
  saved_at: Instant
  state_since: Instant
  published_at: InstantOrNull
}

export type Project = Selectable<ProjectsTable>

/** A party in a project: position, role and contribution; its name is kept as it was at the entry. */
export interface ProjectPartiesTable {
  city_id: number
  id: string
  project_id: string
  position: number
  party_id: string
  name: string
  kind: string
  unit: string
  is_city: boolean
  role: string
  does: string
  brings: string
  money_yen: number | null
}

/** A value to be reached by a day, and its result; written with the project or before the work begins. */
export interface ProjectTargetsTable {
  city_id: number
  id: string
  project_id: string
  position: number
  indicator: string
  value: string
  unit: string
  direction: Direction
  by_on: DateOn | null
  result: string | null
  result_note: string
  result_on: DateOn | null
}

/** A planned point of the work with its day; written by a party or the department. */
export interface ProjectMilestonesTable {
  city_id: number
  id: string
  project_id: string
  title: string
  due_on: DateOn
  done_on: DateOn | null
}

export type ReportKind = 'activity' | 'meeting'

/** A report of work with numbers of people, or of a meeting with the parties present; written by a party. */
export interface ProjectReportsTable {
  city_id: number
  id: string
  project_id: string
  kind: ReportKind
  held_on: DateOn
  title: string
  text: string
  active_count: number | null
  passive_count: number | null
  attended: string[]
  /** Alternative texts of the photos by file id, for people who cannot see them. */
  photo_words: Json<Record<string, string>>
  by_party_id: string | null
  by_name: string
  reported_at: Instant
  /** Hides the report from the public page. */
  withheld_at: InstantOrNull
}

/** The progress of one year's evaluation, copied from the evaluations module; it contains no answer. */
export interface ProjectEvaluationsTable {
  city_id: number
  id: string
  project_id: string
  year: number
  begun_on: DateOn
  due_on: DateOn
  awaited: number
  answered: number
  opened_on: DateOn | null
  closed_at_deadline: boolean
  talked_on: DateOn | null
  published_on: DateOn | null
}

/** A former decision, written with its reason when a correction or an annulment replaces it. */
export interface ProjectPastDecisionsTable {
  city_id: number
  id: string
  project_id: string
  decision: Decision
  reasons: string
  decided_on: DateOn
  ended_by: 'correction' | 'annulment'
  ended_on: DateOn
  because: string
  ended_at: Instant
}

export type PastDecision = Omit<ProjectPastDecisionsTable, 'city_id' | 'id' | 'project_id' | 'ended_at'>

export type PartyIn = Omit<ProjectPartiesTable, 'city_id' | 'project_id'>
export type Target = Omit<ProjectTargetsTable, 'city_id' | 'project_id'>
export type Milestone = Omit<ProjectMilestonesTable, 'city_id' | 'project_id'>
export type EvaluationFact = Omit<ProjectEvaluationsTable, 'city_id' | 'id' | 'project_id'>

export type PublishedProject = Omit<
  Project,
  | 'particulars'
  | 'steps'
  | 'years_before'
  | 'revision'
  | 'channel'
  | 'entered_by'
  | 'created_at'
  | 'saved_at'
  | 'state_since'
  | 'published_at'
> & { published_at: Date }

type PublishedParty = Omit<ProjectPartiesTable, 'party_id' | 'name'> & { party_id: string | null; name: string | null }
type PublishedReport = Omit<Selectable<ProjectReportsTable>, 'attended' | 'by_party_id' | 'by_name' | 'withheld_at'>

declare module '../../platform/timeline.ts' {
  interface Kept {
    evaluations: EvaluationFact[]
  }
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    projects: ProjectsTable
    project_parties: ProjectPartiesTable
    project_targets: ProjectTargetsTable
    project_milestones: ProjectMilestonesTable
    project_reports: ProjectReportsTable
    project_evaluations: ProjectEvaluationsTable
    project_past_decisions: ProjectPastDecisionsTable
    'published.projects': PublishedProject
    'published.project_parties': PublishedParty
    'published.project_targets': ProjectTargetsTable
    'published.project_milestones': ProjectMilestonesTable
    'published.project_reports': PublishedReport
    'published.project_evaluations': ProjectEvaluationsTable
    'published.project_past_decisions': ProjectPastDecisionsTable
  }
}

export type PlannedTarget = Pick<Target, 'indicator' | 'value' | 'unit' | 'direction' | 'by_on'>

export interface Choosable {
  id: string
  name: string
  kind: string
  is_city: boolean
  unit: string
  number: number
}

export type SourceProposal = NonNullable<Awaited<ReturnType<typeof findProposalById>>>

/** The text that every party of a project's agreement has signed. */
export interface Signed {
  ref: string
  title: string
  /** Whether an amendment can still be written. */
  in_force: boolean
  text: AgreedText
}

export interface SourceAgreement {
  id: string
  title: string
  form: string | null
  proposal_id: string | null
  text: AgreedText
}
