import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import type { Charter } from '../charters/index.ts'
import type { Inside, PastDecisionShown } from '../projects/index.ts'
import type { EvaluationState } from './lifecycle.ts'

/** What everyone may read of an evaluation: made at its release, of what the charter says is published. */
export interface PublicCopy {
  opened_on: DateOn
  closed_at_deadline: boolean
  sides: { name: string; missing: boolean; late: boolean }[]
  /** How many grades there are, and what the first and the last are called. */
  scale: { steps: number; numbered: boolean; low: string; high: string }
  /** The answers side by side, the largest difference first; marks and words only as far as they are published. */
  questions?: {
    phase: string
    question: string
    difference: number | null
    answers: { side: number; mark?: string; place?: number; label?: string; words?: string }[]
  }[]
  summary?: { phase: string; questions: number; alike: number; usual: string }[]
  talk?: { on: DateOn; people: string; agreed: string; notes: { question: string; text: string }[] }
  decision?: { label: string; reasons: string; on: DateOn }
  /** What was decided before, and corrected or annulled. */
  past_decisions?: PastDecisionShown[]
}

/** One project's year as it is evaluated. The row says where that stands; it holds no answer. */
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
  /** Closed at the deadline by the section, with somebody missing. */
  closed_at: InstantOrNull
  closing_reason: string
  talked_on: DateOn | null
  talk_people: string
  talk_agreed: string
  /** What was agreed on single questions, by `phase.question`. */
  talk_notes: Json<Record<string, string>>
  committee_on: DateOn | null
  state_since: Instant
  revision: number
  release_note: string
  public_copy: Json<PublicCopy> | null
  published_at: InstantOrNull
}

/** One answer that is awaited: of a party alone, or of the parties that answer together as a side. */
export interface EvaluationSeatsTable {
  city_id: number
  id: string
  evaluation_id: string
  position: number
  /** The side in the charter. */
  side: string
  name: string
  party_ids: string[]
  is_city: boolean
  /** A side that is no party of the project: a committee, a third party. */
  outside: boolean
  required: boolean
  answered_at: InstantOrNull
  /** It came after the opening: kept, marked, not counted. */
  late: boolean
  answered_by: string | null
  entered_by: string | null
  channel: Channel | null
  reminded_on: DateOn | null
  consented_at: InstantOrNull
}

/** What a seat answered to a question; readable to nobody else before the opening (see the table's own policy). */
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
  'city_id' | 'evaluation_id' | 'answered_at' | 'consented_at' | 'reminded_on'
> & { answered_at: string | null; consented_at: string | null }
export type Answer = Pick<Selectable<EvaluationAnswersTable>, 'phase' | 'question' | 'mark' | 'value' | 'words'>
export type SeatAnswer = Answer & { seat_id: string }

/** A year of a project, whether its evaluation has begun or not. */
export interface Year {
  project: Inside
  charter: Charter
  year: number
}

/** The evaluation of a project's year with its seats, under the charter that it began under. */
export interface Round extends Evaluation, Year {
  seats: Seat[]
}

/** What is to become of a project, once its last year is over: after that year's evaluation, or without one. */
export interface Future extends Year {
  /** The project's: what is decided is the project's own record and letter. */
  id: string
  /** The evaluation of its last year. */
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
