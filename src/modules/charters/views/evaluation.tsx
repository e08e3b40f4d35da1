import type { Views } from '../../../platform/web/index.ts'
import { Section } from '../../../ui/index.ts'
import { evaluationSheet } from '../rules.ts'
import { say } from '../words/pages.ts'
import { AsWritten, CharterPart, Entries, Origin } from './entries.tsx'
import { Words } from './words.tsx'

/** The evaluation sheet as each side gets it, and what hangs on it. */
export function EvaluationRulesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  const { evaluation, timeLimit } = charter
  const sheet = evaluationSheet(charter)
  return (
    <CharterPart frame={frame} here="evaluation" lead={<Words of={evaluation.summary} />}>
      <Section heading={say.sides[lang]} id="sides">
        <Entries entries={evaluation.sides} />
      </Section>
      {sheet.phases.map((phase) => (
        <Section
          heading={<Words of={phase.label} />}
          id={`phase-${phase.key}`}
          lead={phase.summary && <Words of={phase.summary} />}
        >
          <ol>
            {phase.questions.map((question) => (
              <li>
                <Words of={question.label} />
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <Section heading={say.scale[lang]} id="scale">
        <Origin entry={evaluation.scale} />
        <ul>
          {sheet.scale.grades.map((grade) => (
            <li>
              <AsWritten text={grade.mark} />　<Words of={grade.label} />
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={say.decisions[lang]} id="decisions">
        <Entries entries={evaluation.decisions} />
      </Section>
      {evaluation.cycle.length > 0 && (
        <Section heading={say.cycle[lang]} id="cycle">
          <Entries entries={evaluation.cycle} ordered />
        </Section>
      )}
      {evaluation.selfInspection.length > 0 && (
        <Section heading={say.selfInspection[lang]} id="self-inspection">
          <Entries entries={evaluation.selfInspection} />
        </Section>
      )}
      {timeLimit && (
        <Section heading={<Words of={timeLimit.label} />} id="time-limit" lead={<Words of={timeLimit.summary} />}>
          <p>
            <Words of={timeLimit.because} />
          </p>
          <Origin entry={timeLimit} />
        </Section>
      )}
    </CharterPart>
  )
}
