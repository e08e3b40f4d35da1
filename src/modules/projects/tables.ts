import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import type { Charter } from '../charters/index.ts'
import type { findProposalById } from '../proposals/index.ts'
import type { AgreedText, Direction } from '../texts/index.ts'
import type { ProjectState } from './lifecycle.ts'
import type { Decision } from './project/decision.ts'

/** What modules above know of a project: kept with it, so that inside and outside the same is read. Never words of anyone. */
export interface RecordFacts {
  proposal?: { ref: string; submitted_on: DateOn | null; accepted: boolean; decided_on: DateOn | null }
  talks?: { count: number; sides: number; first_on: DateOn | null; last_on: DateOn | null }
  agreement?: {
    ref: string
    parties: number
    signed: number
    purpose: boolean
    targets: number
    /** How many of its parties its role table names. */
    roles: number
    in_force_on: DateOn | null
  }
}

/** A collaboration project; renewed for another year it is another row that names this one as its previous. */
export interface ProjectsTable {
  city_id: number
  id: string
  state: ProjectState
  charter_id: string
  /** The year and number of its place in the register. */
  fiscal_year: number
  number: number
  title: string
  purpose: string
  summary: string
  /** For whom it is done. */
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
  /** The day by which it is looked at whether it goes on. */
  sunset_on: DateOn | null
  budget_yen: number | null
  actual_yen: number | null
  /** What a form asks for beside the rest: name-use, seats, supplies. */
  particulars: Json<Record<string, string>>
  /** Steps that the charter wants before a stage, with the day on which each was done. */
  steps: Json<Record<string, DateOn>>
  programme: string | null
  /** The department that stands for the city in it. */
  department_id: string | null
  proposal_id: string | null
  agreement_id: string | null
  previous_id: string | null
  renewals: number
  /** How many fiscal years it had under its previous rows. */
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

/** A party in a project: its place in the order, what it does, what it brings; its name as it was when it was entered. */
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

/** What is to be reached by when, and how far it was reached. */
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

/** A point on the way. */
export interface ProjectMilestonesTable {
  city_id: number
  id: string
  project_id: string
  title: string
  due_on: DateOn
  done_on: DateOn | null
}

export type ReportKind = 'activity' | 'meeting'

/** What was done, with how many people; or what was talked over between parties, and which were there. */
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
  /** What its photos show, by the file's id: read aloud to those who do not see them. */
  photo_words: Json<Record<string, string>>
  by_party_id: string | null
  by_name: string
  reported_at: Instant
  /** Not for the public page. */
  withheld_at: InstantOrNull
}

/** What a project knows of one year's evaluation: that it was done, never what was answered. */
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

export type PartyIn = Omit<ProjectPartiesTable, 'city_id' | 'project_id'>
export type Target = Omit<ProjectTargetsTable, 'city_id' | 'project_id'>
export type Milestone = Omit<ProjectMilestonesTable, 'city_id' | 'project_id'>
export type EvaluationFact = Omit<ProjectEvaluationsTable, 'city_id' | 'id' | 'project_id'>

type PublishedProject = Pick<
  Project,
  | 'city_id'
  | 'id'
  | 'state'
  | 'charter_id'
  | 'fiscal_year'
  | 'number'
  | 'title'
  | 'purpose'
  | 'summary'
  | 'beneficiaries'
  | 'place'
  | 'zone'
  | 'start_type'
  | 'forms'
  | 'fields'
  | 'wards'
  | 'fiscal_years'
  | 'starts_on'
  | 'ends_on'
  | 'sunset_on'
  | 'budget_yen'
  | 'actual_yen'
  | 'programme'
  | 'department_id'
  | 'proposal_id'
  | 'agreement_id'
  | 'previous_id'
  | 'renewals'
  | 'facts'
  | 'started_on'
  | 'finished_on'
  | 'decision'
  | 'decision_reasons'
  | 'decided_on'
> & { published_at: Date }

type PublishedParty = Omit<ProjectPartiesTable, 'party_id' | 'name'> & { party_id: string | null; name: string | null }
type PublishedReport = Omit<Selectable<ProjectReportsTable>, 'attended' | 'by_party_id' | 'by_name' | 'withheld_at'>

declare module '../../platform/db/tables.ts' {
  interface Tables {
    projects: ProjectsTable
    project_parties: ProjectPartiesTable
    project_targets: ProjectTargetsTable
    project_milestones: ProjectMilestonesTable
    project_reports: ProjectReportsTable
    project_evaluations: ProjectEvaluationsTable
    'published.projects': PublishedProject
    'published.project_parties': PublishedParty
    'published.project_targets': ProjectTargetsTable
    'published.project_milestones': ProjectMilestonesTable
    'published.project_reports': PublishedReport
    'published.project_evaluations': ProjectEvaluationsTable
  }
}

/** A report as pages show it; who wrote it and whether it is withheld is known inside only. */
export interface ReportShown {
  id: string
  kind: ReportKind
  held_on: DateOn
  title: string
  text: string
  active_count: number | null
  passive_count: number | null
  reported_at: string
  by_name?: string
  attended?: string[]
  withheld?: boolean
  photos: { id: string; name: string; type: string; bytes: number; purpose: string; words: string }[]
}

/** Something else that belongs to the project and is public. */
export interface PublicSibling {
  ref: string
  title: string
  published_on: DateOn
}

/** A project with all that its page shows; the same shape from the public door and from the city's, with less in the first. */
export interface Dossier extends Omit<PublishedProject, 'published_at'> {
  published_at: Date | null
  parties: (Omit<PartyIn, 'party_id' | 'name'> & {
    party_id: string | null
    name: string | null
    number: number | null
  })[]
  targets: Target[]
  milestones: Milestone[]
  reports: ReportShown[]
  evaluations: EvaluationFact[]
  /** Beside it in public: the proposal and the agreement it came from, the project before and the one after it. */
  proposal: PublicSibling | null
  agreement: PublicSibling | null
  previous: { ref: string; title: string } | null
  next: { ref: string; title: string } | null
}

/** A dossier from inside, with what is not for everyone, and the charter under which it was made. */
export type Inside = Dossier &
  Pick<Project, 'particulars' | 'steps' | 'revision' | 'years_before' | 'channel' | 'saved_at' | 'state_since'> & {
    charter: Charter
  }

/** What is to be reached, as a project keeps it before anything was done. */
export type Aim = Pick<Target, 'indicator' | 'value' | 'unit' | 'direction' | 'by_on'>

/** A party that the form of a project offers. */
export interface Choosable {
  id: string
  name: string
  kind: string
  is_city: boolean
  unit: string
  number: number
}

/** An adopted proposal as the beginning of a project. */
export type SourceProposal = NonNullable<Awaited<ReturnType<typeof findProposalById>>>

/** An agreement in force as the beginning of a project. */
export interface SourceAgreement {
  id: string
  title: string
  form: string | null
  proposal_id: string | null
  text: AgreedText
}
