import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import type { Charter } from '../charters/index.ts'
import type { Inside, PastDecisionShown } from '../projects/index.ts'
import type { EvaluationState } from './lifecycle.ts'

export interface PublicCopy {
  opened_on: DateOn
  closed_at_deadline: boolean
  sides: { name: string; missing: boolean; late: boolean }[]
  /** The scale: its number of grades and the names of the first and the last. */
  scale: { steps: number; numbered: boolean; low: string; high: string }
  /** The answers side by side, the largest difference first; marks and words only where the charter publishes them. */
  questions?: {
    phase: string
    question: string
    difference: number | null
    answers: { side: number; mark?: string; place?: number; label?: string; words?: string }[]
  }[]
  summary?: { phase: string; questions: number; alike: number; usual: string }[]
  talk?: { on: DateOn; people: string; agreed: string; notes: { question: string; text: string }[] }
  decision?: { label: string; reasons: string; on: DateOn }
  past_decisions?: PastDecisionShown[]
}

/** The evaluation of one year of a project, written when it begins; it holds no answer. */
export interface EvaluationsTable {
  city_id: number
  id: string
  project_id: string
  year: number
  state: EvaluationState
  charter_id: string
  due_on: DateOn
  begun_at: Instant
  opened_at: InstantOrNull
  /** The instant at which the section closed the evaluation with answers missing. */
  closed_at: InstantOrNull
  closing_reason: string
  talked_on: DateOn | null
  talk_people: string
  talk_agreed: string
  /** The results of the talk on single questions, by `phase.question`. */
  talk_notes: Json<Record<string, string>>
  committee_on: DateOn | null
  state_since: Instant
  revision: number
  release_note: string
  public_copy: Json<PublicCopy> | null
  published_at: InstantOrNull
}

/** One expected answer: of a single party, or of parties that answer together as a side; written at the beginning. */
export interface EvaluationSeatsTable {
  city_id: number
  id: string
  evaluation_id: string
  position: number
  side: string
  name: string
  party_ids: string[]
  is_city: boolean
  /** The side is no party of the project: a committee or a third party. */
  outside: boolean
  required: boolean
  answered_at: InstantOrNull
  /** The answer came after the opening: it is kept and marked, but not counted. */
  late: boolean
  answered_by: string | null
  entered_by: string | null
  channel: Channel | null
  reminded_on: DateOn | null
  consented_at: InstantOrNull
  /** When the side passed to the successor of a department that ended. */
  passed_on_at: InstantOrNull
}

/** A seat's answer to one question; before the opening the table's own policy hides it from every other seat. */
export interface EvaluationAnswersTable {
  city_id: number
  id: string
  evaluation_id: string
  seat_id: string
  phase: string
  question: string
  mark: string | null
  value: number | null
  words: string
}

export type Evaluation = Selectable<EvaluationsTable>
export type Seat = Omit<
  Selectable<EvaluationSeatsTable>,
  'city_id' | 'evaluation_id' | 'answered_at' | 'consented_at' | 'passed_on_at' | 'reminded_on'
> & { answered_at: string | null; consented_at: string | null; passed_on_at: string | null }
export type Answer = Pick<Selectable<EvaluationAnswersTable>, 'phase' | 'question' | 'mark' | 'value' | 'words'>
export type SeatAnswer = Answer & { seat_id: string }

/** A year of a project, with or without an evaluation. */
export interface Year {
  project: Inside
  charter: Charter
  year: number
}

/** The evaluation of a project's year with its seats, under the charter in force when it began. */
export interface Round extends Evaluation, Year {
  seats: Seat[]
}

/** The future of a project at the end of its last year, with or without an evaluation. */
export interface Future extends Year {
  /** The project's id: the decision is an entry and a letter of the project. */
  id: string
  /** The evaluation of the last year. */
  round: Round | undefined
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    evaluations: EvaluationsTable
    evaluation_seats: EvaluationSeatsTable
    evaluation_answers: EvaluationAnswersTable
    'published.evaluations': Pick<Evaluation, 'city_id' | 'id' | 'project_id' | 'year' | 'charter_id'> & {
      public_copy: PublicCopy
      published_at: Date
    }
  }
}
