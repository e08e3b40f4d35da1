import { plainDateLabel, today } from '../../../platform/time/index.ts'
import type { AnyAction } from '../../../platform/web/action/index.ts'
import { LinkList, Notice } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { finishProject, reviseProject, stopProject } from '../actions/index.ts'
import { lifecycle } from '../lifecycle.ts'
import type { ProjectShown } from '../parts/shown.ts'
import { withoutAgreementFrom } from '../project/project.ts'
import type { RecordedMoment } from '../project/recorded.ts'

interface Props {
  shown: ProjectShown
  recorded: readonly RecordedMoment[]
}

export function AgreementGivenUp({ shown, recorded }: Props) {
  const { frame, project, charter } = shown
  const on = withoutAgreementFrom(project) ?? lastRecorded(shown, recorded)
  if (!on) return null
  const agreement = word(charter, 'agreement')
  const became = on > today(frame.now) ? '取りやめになります' : '取りやめになりました'
  const ways = waysOut(shown)
  return (
    <Notice kind="warning">
      <p>{`この事業のもとの${agreement}は、${plainDateLabel(on)}に${became}。`}</p>
      {ways.length > 0 && (
        <>
          <p>
            {`事業を終えるか、続けるかを決めてください。続けるときは、新しい${agreement}を結んでから、登録の内容を直すページで、この事業のもとにします。`}
          </p>
          <LinkList links={ways} />
        </>
      )}
    </Notice>
  )
}

/** The record knows it at once, before the project's own facts follow. */
const lastRecorded = ({ project: { state } }: ProjectShown, recorded: readonly RecordedMoment[]) =>
  lifecycle.canMove(state, 'stop') ? recorded.find(({ key }) => key === 'agreement.terminated')?.on : undefined

function waysOut({ frame: { actor, city, now }, inside }: ProjectShown) {
  if (!inside) return []
  return [stopProject, finishProject, reviseProject].flatMap((verb: AnyAction) =>
    verb.may(actor, inside, now) ? [{ href: verb.href(city.slug, inside), label: verb.label(inside, actor) }] : [],
  )
}
