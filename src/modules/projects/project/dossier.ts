import type { DateOn } from '../../../platform/db/index.ts'
import type { Charter } from '../../charters/index.ts'
import type {
  EvaluationFact,
  Milestone,
  PartyIn,
  PastDecision,
  Project,
  PublishedProject,
  ReportKind,
  Target,
} from '../tables.ts'

/** A report on a page; author, people present and `withheld` are absent on public pages. */
export interface ReportShown {
  id: string
  kind: ReportKind
  held_on: DateOn
  title: string
  text: string
  active_count: number | null
  passive_count: number | null
  reported_at: string
  /** The party that wrote it; null for the city. */
  by_party_id?: string | null
  by_name?: string
  attended?: string[]
  withheld?: boolean
  photos: { id: string; name: string; type: string; bytes: number; purpose: string; words: string }[]
}

interface PublicSibling {
  ref: string
  title: string
  published_on: DateOn
}

/** A project with everything that its page shows; the public door returns the same shape with fewer values. */
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
  /** Former decisions, oldest first. */
  past_decisions: PastDecision[]
  /** The published source proposal and agreement, the previous project and the next one. */
  proposal: PublicSibling | null
  agreement: PublicSibling | null
  previous: { ref: string; title: string } | null
  next: { ref: string; title: string } | null
}

/** A dossier with its internal columns, and the charter under which the project was entered. */
export type Inside = Dossier &
  Pick<Project, 'particulars' | 'steps' | 'revision' | 'years_before' | 'channel' | 'saved_at' | 'state_since'> & {
    charter: Charter
  }
