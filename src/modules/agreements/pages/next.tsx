import type { Entry } from '../../../platform/record/index.ts'
import { today } from '../../../platform/time/index.ts'
import type { WaitingAct } from '../../../platform/web/action/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { VerbButtons } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Notice } from '../../../ui/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { unsigned } from '../../texts/index.ts'
import { actions, signAgreement } from '../actions/index.ts'
import { someNames, stateOn } from '../agreement/agreement.ts'
import { mayRegisterProject, mayWrite } from '../may.ts'
import { type Agreement, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { projectsOf } from './history.tsx'

interface Props {
  frame: Frame
  agreement: Agreement
  entries: Entry[]
  waiting: WaitingAct[]
}

export function Next({ frame, agreement, entries, waiting }: Props) {
  const { actor, city, now } = frame
  const waits = stateOn(agreement, today(now)) === 'in_force' && projectsOf(entries).length === 0
  const registers = waits && mayRegisterProject(actor, agreement)
  const others = actions.filter((verb) => verb !== signAgreement)
  return (
    <>
      <StateNotices agreement={agreement} />
      {waits && <TowardsProject registers={registers} />}
      <ButtonRow>
        {registers && (
          <ButtonLink href={projects.new({ city: city.slug }, { agreement: agreement.id })}>事業を登録する</ButtonLink>
        )}
        <VerbButtons frame={frame} thing={agreement} verbs={[signAgreement]} />
        {mayWrite(actor, agreement) && (
          <ButtonLink href={urls.edit({ city: city.slug, ref: refOf(agreement) })}>
            {agreement.current ? '変更の案を書く' : '文面を書く'}
          </ButtonLink>
        )}
        <VerbButtons frame={frame} thing={agreement} verbs={others} waiting={waiting} />
      </ButtonRow>
    </>
  )
}

function StateNotices({
  agreement: { offered, draft, current, published_at, published_version },
}: {
  agreement: Agreement
}) {
  const missing = offered ? unsigned(offered) : []
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="info">{`あと${missing.length}者の署名を待っています（${someNames(missing)}）。`}</Notice>
      )}
      {draft && current && (
        <Notice kind="info">
          変更の案が書かれています。いまの文面は、変更の署名がそろうまでそのまま効力があります。
        </Notice>
      )}
      {published_at && current && published_version !== current.version && (
        <Notice kind="warning">公開しているのは前の版の写しです。担当課が、いまの版の写しを確かめて公開します。</Notice>
      )}
    </>
  )
}

function TowardsProject({ registers }: { registers: boolean }) {
  return (
    <Notice kind="info" heading="すべての署名がそろいました">
      {registers
        ? '次は、この取り決めから事業を登録します。題名、目的、目標、期間、当事者の役割と費用は、そのまま写ります。'
        : '次は、担当課がこの取り決めから事業を登録します。登録されると、このページから事業のページに進めます。'}
    </Notice>
  )
}
