import { definePage, type Views } from '../../../platform/web/index.ts'
import { Section } from '../../../ui/index.ts'
import { evaluationSheet } from '../charter/evaluation.ts'
import { EntrySection, LabelledSection, Origin } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { AsWritten, Words } from '../parts/words.tsx'
import { say } from '../words/pages.ts'

function EvaluationPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  const { evaluation, timeLimit } = charter
  const { phases, scale } = evaluationSheet(charter)
  return (
    <CharterPart
      frame={frame}
      here="evaluation"
      lead={
        <>
          <strong>
            <Words of={evaluation.label} />
          </strong>
          {lang === 'en' ? ': ' : '　'}
          <Words of={evaluation.summary} />
        </>
      }
    >
      <EntrySection heading={say.sides[lang]} id="sides" entries={evaluation.sides} />
      {phases.map((phase) => (
        <LabelledSection of={phase} id={`phase-${phase.key}`}>
          <ol>
            {phase.questions.map((question) => (
              <li>
                <Words of={question.label} />
              </li>
            ))}
          </ol>
        </LabelledSection>
      ))}
      <Section heading={say.scale[lang]} id="scale">
        <Origin entry={scale} />
        <ul>
          {scale.grades.map((grade) => (
            <li>
              <AsWritten text={grade.mark} />　<Words of={grade.label} />
            </li>
          ))}
        </ul>
      </Section>
      <EntrySection heading={say.decisions[lang]} id="decisions" entries={evaluation.decisions} />
      <EntrySection heading={say.cycle[lang]} id="cycle" entries={evaluation.cycle} ordered />
      <EntrySection heading={say.selfInspection[lang]} id="self-inspection" entries={evaluation.selfInspection} />
      {timeLimit && (
        <LabelledSection of={timeLimit} id="time-limit">
          <p>
            <Words of={timeLimit.because} />
          </p>
          <Origin entry={timeLimit} />
        </LabelledSection>
      )}
    </CharterPart>
  )
}

export const evaluationPage = definePage({ who: 'anyone', translated: true, view: EvaluationPage })
