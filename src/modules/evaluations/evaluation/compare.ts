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
  /** Every seat in their order with what it answered; nothing where it did not. */
  answers: { seat: Seat; answer: SeatAnswer | undefined }[]
}

/** The values of the scale that count, in the order of the seats. */
export const valuesIn = (answers: Compared['answers']): number[] =>
  answers.flatMap(({ seat, answer }) => (counted(seat) ? (answer?.value ?? []) : []))

/** Every question with all answers beside each other, the largest difference first, then in the order of the sheet. */
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
