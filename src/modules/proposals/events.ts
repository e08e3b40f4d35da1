import { event, publicEvent } from '../../platform/record/event.ts'
import { preparationEvents } from '../../platform/web/action/index.ts'
import { annulments, decision as decisionNow, decisions, publicDecision, versions } from './attested.ts'
import type { Decision } from './lifecycle.ts'
import type { Side } from './tables.ts'

const parties = 'parties'

interface Numbered {
  fiscal_year: number
  number: number
  title: string
  received_on: string
  again: boolean
}

/** Names the side and the message; the text stays out of the record. */
interface Said {
  side: Side
  message_id: string
}

const decisionNames: Record<Decision, string> = {
  adopted: '採択',
  conditionally_adopted: '条件付採択',
  not_adopted: '不採択',
  deferred: '保留',
}

export const started = event<{ programme: string; track: string }>('proposal.started', {
  audience: parties,
  says: () => '提案を書き始めました',
})

export const submitted = publicEvent<{ again: boolean; on?: string }, Numbered>(
  'proposal.submitted',
  ({ again }) => (again ? '補正した提案を提出しました' : '提案を提出しました'),
  { attests: [versions] },
)

export const returned = event<{ return_note: string; return_by: string | null }>('proposal.returned', {
  audience: parties,
  says: () => '市が補正を求めました',
})

export const accepted = publicEvent<object, { department?: string }>(
  'proposal.accepted',
  () => '市が提案を受理しました',
  { inTimeline: true },
)

export const assigned = event<{ department: string }>('proposal.assigned', {
  audience: parties,
  says: ({ department }) => `担当が${department ?? '…'}になりました`,
})

export const talksOpened = publicEvent('proposal.talks-opened', () => '団体と市の話し合いが始まりました')

export const messageWritten = event<Said>('proposal.message-written', {
  audience: parties,
  says: () => '話し合いのメッセージが届きました',
})

export const met = event<Said>('proposal.met', { audience: parties, says: () => '話し合いの記録を残しました' })

export const revised = event<{ version: number; changed: string[] }>('proposal.revised', {
  audience: parties,
  says: () => '話し合いをふまえて、提案の内容を改めました',
  attests: [versions],
})

export const reviewBegan = publicEvent('proposal.review-began', () => '審査が始まりました', { inTimeline: true })

export const decided = publicEvent<{ decision: Decision; on: string }>(
  'proposal.decided',
  ({ decision }) => `市が${(decision && decisionNames[decision]) ?? '結果'}を決定しました`,
  { attests: [decisionNow, decisions] },
)

/** A decision after an annulment is not public before its own release: the public page still shows the annulled one. */
export const decidedAnew = event<{ decision: Decision; on: string }>('proposal.decided-anew', {
  audience: parties,
  says: ({ decision }) => `市が、あらためて${(decision && decisionNames[decision]) ?? '結果'}を決定しました`,
  attests: [decisionNow, decisions],
})

/** The public entry holds the day alone; the reason is on the page and in the letter. */
export const corrected = publicEvent<{ on: string }, { reason: string; changed: string[] }>(
  'proposal.corrected',
  () => '市が決定を訂正しました',
  { attests: [decisionNow, decisions, publicDecision] },
)

export const annulled = publicEvent<{ on: string }, { reason: string }>(
  'proposal.annulled',
  () => '市が決定を取り消しました',
  { attests: [decisionNow, annulments, publicDecision] },
)

export const reviewResumed = event('proposal.review-resumed', {
  audience: parties,
  says: () => '審査を再開しました',
  attests: [decisionNow],
})

export const released = publicEvent<object, { decision: Decision | null }>(
  'proposal.released',
  () => '決定の内容を公表しました',
  { attests: [publicDecision] },
)

const retraction = {
  audience: parties,
  says: ({ reason }: { reason?: string }) => `公表を取りやめました${reason ? `（理由　${reason}）` : ''}`,
} as const

export const retracted = event<{ reason: string }>('proposal.retracted', retraction)

/** The entries of retractions from before they were called so. */
const formerlyRetracted = event<{ reason: string }>('proposal.withheld', retraction)

export const withdrawn = event<{ reason: string }>('proposal.withdrawn', {
  audience: parties,
  says: () => '団体が提案を取り下げました',
})

export const ledOn = event<{ agreement_id?: string; project?: string }>('proposal.led-on', {
  audience: parties,
  says: ({ project }) => (project ? '事業を登録しました' : '取り決めを書き始めました'),
})

export const declined = publicEvent<object, { reason: string }>('proposal.declined', () => '団体が採択を辞退しました', {
  inTimeline: true,
})

export const { prepared, dismissed, voided } = preparationEvents('proposal')

export const events = [
  prepared,
  dismissed,
  voided,
  started,
  submitted,
  returned,
  accepted,
  assigned,
  talksOpened,
  messageWritten,
  met,
  revised,
  reviewBegan,
  decided,
  decidedAnew,
  corrected,
  annulled,
  reviewResumed,
  released,
  retracted,
  formerlyRetracted,
  withdrawn,
  ledOn,
  declined,
] as const
