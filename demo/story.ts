import type { Direction } from '../src/modules/texts/index.ts'

/**
 * The year of one collaboration, told as data; `demo/play.ts` plays it through the real actions, as the people named, on
 * the days named. A part that is left out has not happened (yet). Days are Japanese dates, `2026-05-12`; people and
 * parties are keys of the city's setting.
 */
export interface Story {
  key: string
  /** The name of proposal and project. */
  title: string
  /** One or two sentences for lists: what is done for whom. */
  summary: string
  proposal?: ProposalStory
  agreement?: AgreementStory
  project?: ProjectStory
}

export interface ProposalStory {
  programme: string
  track?: string
  /** The group that proposes, and who writes for it. */
  party: string
  by: string
  begunOn: string
  /** Answers to the programme's own form, by field key; long texts are what people read, so they are written with care. */
  answers: Record<string, unknown>
  /** Entered by staff from paper, by phone or at the counter, instead of by web. */
  enteredFrom?: 'paper' | 'phone' | 'counter'
  submittedOn?: string
  /** Sent back once: what was to be corrected, and when it came again. */
  returned?: { on: string; what: string; againOn?: string; answers?: Record<string, unknown> }
  acceptedOn?: string
  department?: string
  talksOn?: string
  /** The thread between group and city: who says what, when. */
  messages?: { on: string; by: string; text: string }[]
  reviewOn?: string
  decision?: {
    on: string
    kind: 'adopted' | 'conditionally_adopted' | 'not_adopted' | 'deferred'
    reasons: string
    conditions?: string
    releasedOn?: string
    /** 訂正: its reasons were wrong, and why. */
    corrected?: { on: string; reason: string; reasons: string }
    /** 取消: it was taken back, and decided anew. */
    annulled?: { on: string; reason: string; again: { on: string; reasons: string; releasedOn: string } }
  }
  /** One officer has prepared the decision; it waits for another to confirm it. */
  prepared?: { on: string; kind: 'adopted' | 'not_adopted'; reasons: string }
  withdrawn?: { on: string; reason: string }
  /** 辞退 after adoption. */
  declined?: { on: string; reason: string }
}

export interface AgreementStory {
  title?: string
  /** In order: 甲, 乙, 丙 … */
  parties: string[]
  writtenBy: string
  begunOn: string
  purpose: string
  targets: { indicator: string; value: string; unit?: string; direction?: Direction; by: string }[]
  roles: { party: string; does: string; brings: string }[]
  money?: { party: string; yen: number; for: string }[]
  starts_on: string
  ends_on: string
  sunset_on?: string
  clauses?: { heading: string; text: string }[]
  offeredOn?: string
  /** Who signed for whom; `paper` was signed on paper and entered by staff. */
  signatures?: { on: string; party: string; by: string; paper?: boolean }[]
  amended?: {
    on: string
    purpose?: string
    targets?: AgreementStory['targets']
    reason: string
    signatures: AgreementStory['signatures']
  }
  releasedOn?: string
  /** `reason` among the parties, `told` on the public page. */
  terminated?: { on: string; reason: string; told?: string }
}

export interface ProjectStory {
  /** The key of the story whose project goes on with this one. */
  previous?: string
  /** Who enters it (section or a group's writer where the charter allows it). */
  by: string
  enteredOn: string
  /** When there is no proposal or agreement to take them from. */
  parties?: { party: string; role: string; does?: string; brings?: string }[]
  purpose: string
  zone?: string
  startType?: string
  forms: string[]
  fields: string[]
  wards?: string[]
  /** Where it is done, in words. */
  place?: string
  /** For whom it is done. */
  beneficiaries?: string
  /** The responsible department, where it is not the proposal's. */
  department?: string
  /** What its forms ask for in words of their own: seats, name-use, supplies. */
  particulars?: Record<string, string>
  starts_on: string
  ends_on: string
  budget_yen?: number
  actual_yen?: number
  targets?: {
    indicator: string
    value: string
    unit?: string
    direction?: Direction
    by: string
    result?: string
    resultOn?: string
  }[]
  milestones?: { title: string; due_on: string; doneOn?: string }[]
  reports?: {
    on: string
    by: string
    title: string
    text: string
    active?: number
    passive?: number
    /** Scenes of `demo/play/pictures.ts`: bank, beds, river, room, lane, evening, trees; with what is seen there. */
    photos?: (string | { scene: string; shows: string })[]
    /** A talk, and the parties that were there. */
    met?: string[]
    /** When it was, if it was written down later. */
    heldOn?: string
  }[]
  startedOn?: string
  releasedOn?: string
  evaluations?: EvaluationStory[]
}

export interface EvaluationStory {
  fiscalYear: number
  openedOn: string
  deadline: string
  /** Each side's answers: mark and words by question key of the charter's sheet (`evaluationSheet`). */
  answers: {
    party: string
    by: string
    on: string
    paper?: boolean
    marks: Record<string, string>
    words: Record<string, string>
  }[]
  /** Closed by the section at the deadline although a side is missing. */
  closedOn?: string
  jointTalk?: { on: string; present: string; text: string; notes?: Record<string, string> }
  decision?: { on: string; kind: 'continue' | 'improve' | 'hand-over' | 'end'; reasons: string }
  releasedOn?: string
}
