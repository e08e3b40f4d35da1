import type { Frame } from '../../../platform/web/index.ts'
import { Details, ScalePair, Section, SummaryList } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { gradesUpwards, stepOf } from '../../questionnaires/index.ts'
import { type Compared, compare, counted } from '../rules.ts'
import type { Opened } from './show.tsx'

/** All answers beside each other, the largest difference first: what the talk begins with. */
export function SideBySide({
  charter,
  round,
  answers,
  lang,
}: Pick<Opened, 'charter' | 'round' | 'answers'> & { lang: Frame['lang'] }) {
  const rows = compare(charter, round.seats, answers)
  const apart = rows.filter(({ difference }) => difference !== undefined && difference > 0)
  const rest = rows.filter((row) => !apart.includes(row) && row.question.kind === 'scale')
  const words = rows.filter((row) => row.question.kind === 'words')
  const draw = (row: Compared) => <OneQuestion charter={charter} round={round} row={row} lang={lang} />
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

function OneQuestion({
  charter,
  round,
  row,
  lang,
}: Pick<Opened, 'charter' | 'round'> & { row: Compared; lang: Frame['lang'] }) {
  const { scale } = charter.evaluation
  const grades = gradesUpwards(scale)
  const grade = (mark: string) => label(grades.find((one) => one.mark === mark)?.label, lang)
  const question = `${row.phaseLabel}　${label(row.question.label, lang)}`
  const note = round.talk_notes[`${row.phase}.${row.question.key}`]
  const theirs = round.seats.flatMap((seat, at) =>
    counted(seat) || seat.answered_at === null ? [{ seat, answer: row.answers[at] }] : [],
  )
  const said = theirs.filter(({ answer }) => answer?.words)
  return (
    <div class="flow">
      {row.question.kind === 'scale' ? (
        <ScalePair
          question={question}
          max={grades.length}
          ends={[label(grades[0]!.label, lang), label(grades.at(-1)!.label, lang)]}
          scores={theirs.map(({ seat, answer }) => ({
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
          {said.map(({ seat, answer }) => (
            <div>
              <dt>{seat.name}</dt>
              <dd>
                <span class="as-typed">{answer!.words}</span>
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

export function Late({ charter, round, answers }: Pick<Opened, 'charter' | 'round' | 'answers'>) {
  const late = round.seats.filter((seat) => seat.late)
  if (late.length === 0) return null
  const phases = compare(charter, round.seats, answers)
  return (
    <Details summary={`締切後に届いた回答（${late.map(({ name }) => name).join('、')}）`}>
      <p>ほかの回答が開かれたあとに届いたものです。残しておきますが、比べることや数えることには使いません。</p>
      {late.map((seat) => {
        const at = round.seats.indexOf(seat)
        return (
          <SummaryList
            facts={phases.flatMap((row) => {
              const answer = row.answers[at]
              if (!answer) return []
              return [
                { label: label(row.question.label), value: [answer.mark, answer.words].filter(Boolean).join('　') },
              ]
            })}
          />
        )
      })}
    </Details>
  )
}
