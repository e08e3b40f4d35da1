import { type Charter, label } from '../../charters/index.ts'
import { differenceOf, type Question } from '../../questionnaires/index.ts'
import type { Seat, SeatAnswer } from '../tables.ts'
import { isCounted } from './seats.ts'
import { sheetFor } from './sheet.ts'

export interface Compared {
  phase: string
  phaseLabel: string
  question: Question
  difference: number | undefined
  answers: { seat: Seat; answer: SeatAnswer | undefined }[]
}

export const valuesIn = (answers: Compared['answers']): number[] =>
  answers.flatMap(({ seat, answer }) => (isCounted(seat) ? (answer?.value ?? []) : []))

/** Returns every question with all answers, the largest difference first, then in the order of the sheet. */
export function compare(charter: Charter, seats: readonly Seat[], answers: readonly SeatAnswer[]): Compared[] {
  const rows = sheetFor(charter).phases.flatMap((phase) =>
    phase.questions.map((question) => {
      const to = answers.filter((one) => one.phase === phase.key && one.question === question.key)
      const row = { phase: phase.key, phaseLabel: label(phase.label), question }
      const given = seats.map((seat) => ({ seat, answer: to.find((one) => one.seat_id === seat.id) }))
      return { ...row, difference: differenceOf(valuesIn(given)), answers: given }
    }),
  )
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => (b.row.difference ?? -1) - (a.row.difference ?? -1) || a.at - b.at)
    .map(({ row }) => row)
}
