import { event, publicEvent } from '../../platform/record/event.ts'
import { dateLabel } from '../../platform/time/index.ts'
import { preparationEvents } from '../../platform/web/action/index.ts'
import type { Changed } from '../../platform/web/index.ts'

interface InYear {
  year: number
}

/** The event names the side that answered, never its answer. */
interface BySide extends InYear {
  side: string
}

export const begun = publicEvent<InYear, { project: string }>('evaluation.begun', () => '評価を始めました')

export const answered = event<BySide>('evaluation.answered', {
  audience: 'parties',
  says: ({ side }) => `「${side ?? '…'}」が回答しました`,
})

export const answerRevised = event<BySide>('evaluation.answer-revised', {
  audience: 'parties',
  says: ({ side }) => `「${side ?? '…'}」が回答を直しました`,
})

export const answeredLate = event<BySide>('evaluation.answered-late', {
  audience: 'parties',
  says: ({ side }) => `「${side ?? '…'}」の回答が、締切後に届きました`,
})

export const opened = publicEvent<InYear, { missing: string[] }>(
  'evaluation.opened',
  () => '全員の回答がそろい、開かれました',
)

export const closed = publicEvent<InYear, { missing: string[] }>(
  'evaluation.closed',
  () => '期日に締め切って、回答を開きました',
)

export const extended = event<InYear & { due_on: string; reason: string }>('evaluation.extended', {
  audience: 'parties',
  says: ({ due_on }) => `回答の期日を${due_on ? `${dateLabel(due_on)}に` : ''}延ばしました`,
})

export const talked = publicEvent<InYear & { on: string }, { changes?: Changed[] }>(
  'evaluation.talked',
  () => 'ふりかえりの話し合いを記録しました',
)

export const consented = event<InYear & { sides: string[]; on?: string }>('evaluation.consented', {
  audience: 'parties',
  says: () => '公表に同意しました',
})

export const released = publicEvent<InYear>('evaluation.released', () => '評価を公表しました')

export const retracted = event<InYear & { reason: string }>('evaluation.retracted', {
  audience: 'parties',
  says: () => '評価の公表をやめました',
})

export const { prepared, dismissed, voided } = preparationEvents('evaluation')

export const events = [
  prepared,
  dismissed,
  voided,
  begun,
  answered,
  answerRevised,
  answeredLate,
  opened,
  closed,
  extended,
  talked,
  consented,
  released,
  retracted,
] as const
