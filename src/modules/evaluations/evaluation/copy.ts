import { today } from '../../../platform/time/index.ts'
import { type Charter, label } from '../../charters/index.ts'
import { decisionLabel, pastDecisionsIn } from '../../projects/index.ts'
import { gradesUpwards, stepOf } from '../../questionnaires/index.ts'
import type { PublicCopy, Round, Seat, SeatAnswer, Year } from '../tables.ts'
import { type Compared, compare, valuesIn } from './compare.ts'
import { isCounted } from './seats.ts'
import { sheetFor } from './sheet.ts'

/** Returns the released copy: the parts that the charter publishes, from answers that came in time. */
export function publicCopyOf(round: Round, answers: readonly SeatAnswer[]): PublicCopy {
  const { charter } = round
  const what = new Set(charter.evaluation.publication.what)
  const ordered = gradesUpwards(charter.evaluation.scale)
  const rows = compare(charter, round.seats, answers)
  // Even without grades, an order by difference would reveal where the sides disagree.
  const shown = what.has('grades') ? rows : inSheetOrder(charter, rows)
  return {
    opened_on: today(round.opened_at ?? round.state_since),
    closed_at_deadline: round.closed_at !== null,
    sides: round.seats.map((seat) => ({
      name: publicName(round, seat),
      missing: !isCounted(seat),
      late: seat.late,
    })),
    scale: {
      steps: ordered.length,
      numbered: charter.evaluation.scale.style === 'numbered',
      low: label(ordered[0]?.label),
      high: label(ordered.at(-1)?.label),
    },
    ...(what.has('grades') || what.has('words') ? { questions: publicRows(round, shown, what) } : {}),
    ...(what.has('summary') ? { summary: summaryOf(round, rows) } : {}),
    ...(what.has('joint-talk') && round.talked_on ? { talk: publicTalk(round, round.talked_on) } : {}),
    ...(what.has('decision') ? decisionIn(round) : {}),
  }
}

export function decisionIn({ charter, project }: Year): Pick<PublicCopy, 'decision' | 'past_decisions'> {
  const { decision, decision_reasons: reasons, decided_on: on } = project
  const past_decisions = pastDecisionsIn(charter, project)
  return {
    ...(decision && on ? { decision: { label: decisionLabel(charter, decision), reasons, on } } : {}),
    ...(past_decisions.length > 0 ? { past_decisions } : {}),
  }
}

function inSheetOrder(charter: Charter, rows: readonly Compared[]): Compared[] {
  const order = sheetFor(charter).phases.flatMap(({ key, questions }) => questions.map((one) => `${key}.${one.key}`))
  const place = (row: Compared) => order.indexOf(`${row.phase}.${row.question.key}`)
  return [...rows].sort((a, b) => place(a) - place(b))
}

type Published = Charter['evaluation']['publication']['what'][number]

/** A private person appears under the label of their side, never by name. */
function publicName({ charter, project }: Round, seat: Seat): string {
  const person = project.parties.find(
    ({ party_id, unit }) => unit === 'person' && seat.party_ids.includes(party_id ?? ''),
  )
  return person ? label(charter.evaluation.sides.find(({ key }) => key === seat.side)?.label) : seat.name
}

function publicRows(round: Round, rows: readonly Compared[], what: Set<Published>) {
  return rows
    .map((row) => publicRow(round, row, what))
    .filter(({ answers }) => answers.some(({ mark, words }) => mark || words))
}

function publicRow({ charter }: Round, row: Compared, what: Set<Published>) {
  const grades = what.has('grades')
  return {
    phase: row.phaseLabel,
    question: label(row.question.label),
    difference: grades ? (row.difference ?? null) : null,
    answers: row.answers.flatMap(({ seat, answer }, side) => {
      if (!answer || !isCounted(seat)) return []
      const place = stepOf(charter.evaluation.scale, answer.mark)
      const grade = place && gradesUpwards(charter.evaluation.scale)[place - 1]
      return [
        {
          side,
          ...(grades && grade ? { mark: grade.mark, place, label: label(grade.label) } : {}),
          ...(what.has('words') && answer.words ? { words: answer.words } : {}),
        },
      ]
    }),
  }
}

/** Returns for each phase the number of equal answers and the (lower) median grade. */
function summaryOf({ charter }: Round, rows: readonly Compared[]): NonNullable<PublicCopy['summary']> {
  return sheetFor(charter).phases.flatMap((phase) => {
    const graded = rows.filter((row) => row.phase === phase.key && row.question.kind === 'scale')
    const values = graded.flatMap(({ answers }) => valuesIn(answers)).sort((a, b) => a - b)
    const middle = values[Math.floor((values.length - 1) / 2)]
    if (middle === undefined) return []
    const grade = charter.evaluation.scale.grades.find(({ value }) => value === middle)
    const alike = graded.filter(({ difference }) => difference === 0).length
    return [
      {
        phase: label(phase.label),
        questions: graded.length,
        alike,
        usual: grade ? `${grade.mark} ${label(grade.label)}` : String(middle),
      },
    ]
  })
}

function publicTalk(round: Round, on: string): NonNullable<PublicCopy['talk']> {
  const { phases } = sheetFor(round.charter)
  const name = (key: string) => {
    const [phase, question] = key.split('.')
    const found = phases.find((one) => one.key === phase)
    return label(found?.questions.find((one) => one.key === question)?.label) || key
  }
  const notes = Object.entries(round.talk_notes).map(([key, text]) => ({ question: name(key), text }))
  // The names of the people present stay internal: they came for their sides, and the city may not publish them.
  const people = round.seats.map((seat) => publicName(round, seat)).join('、')
  return { on, people, agreed: round.talk_agreed, notes }
}
