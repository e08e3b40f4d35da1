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
interface PublicSibling {
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
  /** What was decided before and no longer stands, the first first. */
  past_decisions: PastDecision[]
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
