import { dateLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { DataTable, Notice, Paragraphs, ScalePair, Section, SummaryList, Whole } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { PastDecisions, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { titleOf } from '../evaluation/year.ts'
import type { PublicCopy } from '../tables.ts'

export interface Released {
  project: { title: string; fiscal_year: number; number: number }
  charter: Charter
  year: number
  copy: PublicCopy
  published_at: Date
}

export function PublicRoundPage({ frame, project, charter, year, copy, published_at }: Released & { frame: Frame }) {
  const at = { city: frame.city.slug, ref: projectRef(project) }
  const missing = copy.sides.filter((side) => side.missing)
  return (
    <CityPage
      frame={frame}
      title={titleOf({ charter, year })}
      eyebrow={project.title}
      lead={`かかわった${copy.sides.length}者が、たがいの回答を見ずにそれぞれ答え、${plainDateLabel(copy.opened_on)}に開きました。`}
      breadcrumbs={[{ href: projects.show(at), label: project.title }]}
    >
      {missing.length > 0 && (
        <Notice heading="期日までに回答がなかった方">
          {missing.map((side) => `${side.name}${side.late ? '（締切後に届きました）' : ''}`).join('、')}
        </Notice>
      )}
      <Conclusion {...copy} />
      {copy.summary && copy.summary.length > 0 && (
        <DataTable
          caption="まとめ"
          rows={copy.summary}
          columns={[
            { label: '段階', heading: true, cell: (one) => one.phase },
            { label: '中ほどの評価', cell: (one) => one.usual },
            { label: '問いの数', numeric: true, cell: (one) => one.questions },
            { label: 'そろって同じ評価の問い', numeric: true, cell: (one) => one.alike },
          ]}
        />
      )}
      {copy.questions && copy.questions.length > 0 && <PublicQuestions {...copy} questions={copy.questions} />}
      {copy.talk && (
        <Section heading={charter.evaluation.jointTalk.label.ja} id="talk">
          <p>
            <Whole>{`${dateLabel(copy.talk.on)}に、${copy.talk.people}が話し合いました。`}</Whole>
          </p>
          <Paragraphs text={copy.talk.agreed} />
          {copy.talk.notes.length > 0 && (
            <SummaryList facts={copy.talk.notes.map(({ question, text }) => ({ label: question, value: text }))} />
          )}
        </Section>
      )}
      <p class="small">
        <Whole>{`${dateLabel(today(published_at))}に公表しました。`}</Whole>
      </p>
    </CityPage>
  )
}

export function Conclusion({ decision, past_decisions: past = [] }: Pick<PublicCopy, 'decision' | 'past_decisions'>) {
  if (!decision && past.length === 0) return null
  return (
    <Section heading={`これからのこと：${decision?.label ?? '決定を取り消しました'}`} id="decision">
      {decision && (
        <>
          <p>
            <Whole>{`${dateLabel(decision.on)}に決まりました。`}</Whole>
          </p>
          <Paragraphs text={decision.reasons} />
        </>
      )}
      <PastDecisions decisions={past} />
    </Section>
  )
}

function PublicQuestions({
  scale,
  sides,
  questions,
}: PublicCopy & { questions: NonNullable<PublicCopy['questions']> }) {
  return (
    <Section heading="それぞれの回答" id="compare">
      {questions.map((row) => (
        <div class="flow">
          {row.answers.some(({ place }) => place !== undefined) ? (
            <ScalePair
              question={`${row.phase}　${row.question}`}
              max={scale.steps}
              ends={[scale.low, scale.high]}
              scores={sides.map((side, at) => {
                const answer = row.answers.find((one) => one.side === at)
                return {
                  side: side.name,
                  score: answer?.place,
                  mark: scale.numbered ? undefined : answer?.mark,
                  words: answer?.label,
                }
              })}
            />
          ) : (
            <p>
              <strong>{`${row.phase}　${row.question}`}</strong>
            </p>
          )}
          {row.answers.some(({ words }) => words) && (
            <SummaryList
              facts={row.answers.flatMap((one) =>
                one.words
                  ? [{ label: sides[one.side]?.name ?? '', value: <span class="as-typed">{one.words}</span> }]
                  : [],
              )}
            />
          )}
        </div>
      ))}
    </Section>
  )
}
