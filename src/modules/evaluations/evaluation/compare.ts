import { type Charter, label } from '../../charters/index.ts'
import { differenceOf, type Question } from '../../questionnaires/index.ts'
import type { Seat, SeatAnswer } from '../tables.ts'
import { counted } from './seats.ts'
import { sheetFor } from './sheet.ts'

/** One question with the answers of all. */
export interface Compared {
  phase: string
  phaseLabel: string
  question: Question
  difference: number | undefined
  /** One for each seat, in their order; undefined where it did not answer. */
  answers: (SeatAnswer | undefined)[]
}

/** Every question with all answers beside each other, the largest difference first, then in the order of the sheet. */
export function compare(charter: Charter, seats: readonly Seat[], answers: readonly SeatAnswer[]): Compared[] {
  const rows = sheetFor(charter).phases.flatMap((phase) =>
    phase.questions.map((question) => {
      const given = seats.map((seat) =>
        answers.find((one) => one.seat_id === seat.id && one.phase === phase.key && one.question === question.key),
      )
      const values = given.flatMap((one, at) => (one && one.value !== null && counted(seats[at]!) ? [one.value] : []))
      return {
        phase: phase.key,
        phaseLabel: label(phase.label),
        question,
        difference: differenceOf(values),
        answers: given,
      }
    }),
  )
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => (b.row.difference ?? -1) - (a.row.difference ?? -1) || a.at - b.at)
    .map(({ row }) => row)
}
