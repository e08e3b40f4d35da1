import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { Notice } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { stopProject } from '../actions/index.ts'
import type { ProjectShown } from '../parts/shown.ts'
import type { RecordedMoment } from '../project/recorded.ts'

export function AgreementGivenUp({ shown, recorded }: { shown: ProjectShown; recorded: readonly RecordedMoment[] }) {
  const { frame, project, charter, inside } = shown
  const givenUp = recorded.find(({ key }) => key === 'agreement.terminated')
  if (!givenUp || project.state === 'decided') return null
  const became = givenUp.on > today(frame.now) ? '取りやめになります' : '取りやめになりました'
  const may = inside && stopProject.may(frame.actor, inside, frame.now)
  return (
    <Notice kind="warning">
      <p>{`この事業のもとの${word(charter, 'agreement')}は、${plainDateLabel(givenUp.on)}に${became}。`}</p>
      {may && (
        <p>
          事業も終えるときは、<a href={stopProject.href(frame.city.slug, inside)}>{stopProject.label(inside)}</a>
          に進んでください。
        </p>
      )}
    </Notice>
  )
}
