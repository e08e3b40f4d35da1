import { plainDateLabel } from '../../../platform/time/index.ts'
import { Details, Notice, Paragraphs, Whole } from '../../../ui/index.ts'
import { decisionLabel, type PastDecisionShown, pastDecisionsIn } from '../project/decision.ts'
import type { ProjectShown } from './shown.ts'

export function DecisionNotice({ project, charter }: Pick<ProjectShown, 'project' | 'charter'>) {
  const past = pastDecisionsIn(charter, project)
  if (!project.decision && past.length === 0) return null
  const heading = project.decision ? decisionLabel(charter, project.decision) : '決定を取り消しました'
  return (
    <div id="decision">
      <Notice heading={`これからのこと：${heading}`}>
        {project.decided_on && (
          <p>
            <Whole>{`${plainDateLabel(project.decided_on)}に決まりました。`}</Whole>
          </p>
        )}
        <Paragraphs text={project.decision_reasons} />
        <PastDecisions decisions={past} />
      </Notice>
    </div>
  )
}

export function PastDecisions({ decisions }: { decisions: readonly PastDecisionShown[] }) {
  return (
    <>
      {decisions.map(({ label, reasons, decided_on, ended_by, ended_on, because }) => {
        const [did, before] =
          ended_by === 'correction' ? ['訂正しました', '訂正する前の'] : ['取り消しました', '取り消した']
        const decidedThen = decided_on === ended_on ? '同じ日' : plainDateLabel(decided_on)
        return (
          <>
            <p>
              <Whole>{`${plainDateLabel(ended_on)}に、${decidedThen}の決定「${label}」を${did}。`}</Whole>
            </p>
            <Paragraphs text={`理由　${because}`} />
            <Details summary={`${before}決定の理由（${plainDateLabel(decided_on)}）`}>
              <Paragraphs text={reasons} />
            </Details>
          </>
        )
      })}
    </>
  )
}
