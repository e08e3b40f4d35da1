import type { Frame } from '../../../platform/web/index.ts'
import { Details, ScalePair, Section, SummaryList } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { gradesUpwards, stepOf } from '../../questionnaires/index.ts'
import { type Compared, compare } from '../evaluation/compare.ts'
import { isCounted } from '../evaluation/seats.ts'
import type { Round, SeatAnswer } from '../tables.ts'

interface Opened {
  round: Round
  answers: readonly SeatAnswer[]
}

/** Shows all answers, the largest difference first, because the talk starts there. */
export function SideBySide({ round, answers, lang }: Opened & { lang: Frame['lang'] }) {
  const rows = compare(round.charter, round.seats, answers)
  const apart = rows.filter(({ difference }) => difference !== undefined && difference > 0)
  const rest = rows.filter((row) => !apart.includes(row) && row.question.kind === 'scale')
  const words = rows.filter((row) => row.question.kind === 'words')
  const draw = (row: Compared) => <OneQuestion round={round} row={row} lang={lang} />
  return (
    <Section
      heading="並べて見る"
      id="compare"
      lead="違いの大きいところから並べています。違いは、どちらが正しいかではなく、話し合いの入口です。"
    >
      {apart.length > 0 ? apart.map(draw) : <p>差のある問いはありませんでした。</p>}
      {rest.length > 0 && (
        <Details summary={`同じ評価、または比べられない問い（${rest.length}）`}>{rest.map(draw)}</Details>
      )}
      {words.length > 0 && (
        <>
          <h3>ことばで答えた問い</h3>
          {words.map(draw)}
        </>
      )}
    </Section>
  )
}

function OneQuestion({ round, row, lang }: { round: Round; row: Compared; lang: Frame['lang'] }) {
  const { scale } = round.charter.evaluation
  const grades = gradesUpwards(scale)
  const grade = (mark: string) => label(grades.find((one) => one.mark === mark)?.label, lang)
  const question = `${row.phaseLabel}　${label(row.question.label, lang)}`
  const note = round.talk_notes[`${row.phase}.${row.question.key}`]
  const shown = row.answers.filter(({ seat }) => isCounted(seat) || seat.answered_at === null)
  const said = shown.flatMap(({ seat, answer }) => (answer?.words ? [{ name: seat.name, words: answer.words }] : []))
  return (
    <div class="flow">
      {row.question.kind === 'scale' ? (
        <ScalePair
          question={question}
          max={grades.length}
          ends={[label(grades[0]?.label, lang), label(grades.at(-1)?.label, lang)]}
          scores={shown.map(({ seat, answer }) => ({
            side: seat.name,
            score: stepOf(scale, answer?.mark),
            mark: scale.style === 'numbered' ? undefined : (answer?.mark ?? undefined),
            words: answer?.mark ? grade(answer.mark) : undefined,
          }))}
        />
      ) : (
        <p>
          <strong>{question}</strong>
        </p>
      )}
      {said.length > 0 && (
        <dl class="summary">
          {said.map(({ name, words }) => (
            <div>
              <dt>{name}</dt>
              <dd>
                <span class="as-typed">{words}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {note && (
        <p>
          <strong>話し合って確かめたこと：</strong>
          <span class="as-typed">{note}</span>
        </p>
      )}
    </div>
  )
}

export function Late({ round, answers }: Opened) {
  const late = round.seats.filter((seat) => seat.late)
  if (late.length === 0) return null
  const rows = compare(round.charter, round.seats, answers)
  return (
    <Details summary={`締切後に届いた回答（${late.map(({ name }) => name).join('、')}）`}>
      <p>ほかの回答が開かれたあとに届いたものです。残しておきますが、比べることや数えることには使いません。</p>
      {late.map((seat) => (
        <SummaryList
          facts={rows.flatMap(({ question, answers }) => {
            const answer = answers.find((one) => one.seat === seat)?.answer
            if (!answer) return []
            return [{ label: label(question.label), value: [answer.mark, answer.words].filter(Boolean).join('　') }]
          })}
        />
      ))}
    </Details>
  )
}
