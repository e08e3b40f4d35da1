import type { Entry } from '../../../platform/record/index.ts'
import { today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { ButtonLink, ButtonRow, Notice } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import {
  mayAmendAgreement,
  mayEnterPaperSignature,
  mayOfferAgreement,
  mayRecallOffer,
  mayRegisterProject,
  mayReleaseAgreement,
  maySignAgreement,
  mayTerminateAgreement,
  mayWriteAgreement,
  someNames,
  stateOn,
  unsigned,
} from '../rules.ts'
import { type Dossier, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

/** What can be done now by whom it concerns; nothing is offered that a rule would refuse. */
export function Next({ frame, d, charter, entries }: { frame: Frame; d: Dossier; charter: Charter; entries: Entry[] }) {
  const { actor, now } = frame
  const here = { city: frame.city.slug, ref: refOf(d) }
  const day = today(now)
  const waits = stateOn(d, day) === 'in_force' && projectsOf(entries).length === 0
  const registers = waits && mayRegisterProject(actor, charter, d)
  const missing = d.offered ? unsigned(d.offered) : []
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="info">{`あと${missing.length}者の署名を待っています（${someNames(missing)}）。`}</Notice>
      )}
      {d.draft && d.current && (
        <Notice kind="info">
          変更の案が書かれています。いまの文面は、変更の署名がそろうまでそのまま効力があります。
        </Notice>
      )}
      {d.published_at && d.current && d.published_version !== d.current.version && (
        <Notice kind="warning">公開しているのは前の版の写しです。担当課が、いまの版の写しを確かめて公開します。</Notice>
      )}
      {waits && <TowardsProject registers={registers} />}
      <ButtonRow>
        {registers && (
          <ButtonLink href={projects.new({ city: here.city }, { agreement: d.id })}>事業を登録する</ButtonLink>
        )}
        {maySignAgreement(actor, d) && <ButtonLink href={urls.signature(here)}>文面を読んで署名する</ButtonLink>}
        {mayWriteAgreement(actor, d) && (
          <ButtonLink href={urls.edit(here)}>{d.current ? '変更の案を書く' : '文面を書く'}</ButtonLink>
        )}
        {mayOfferAgreement(actor, d) && (
          <ButtonLink kind="secondary" href={urls.offer(here)}>
            内容を確かめて署名を求める
          </ButtonLink>
        )}
        {mayEnterPaperSignature(actor, d) && (
          <ButtonLink kind="secondary" href={urls.paperSignature(here)}>
            用紙の署名を記録する
          </ButtonLink>
        )}
        {mayAmendAgreement(actor, d, day) && (
          <ButtonLink kind="secondary" href={urls.amendment(here)}>
            変更の案を書き始める
          </ButtonLink>
        )}
        {mayReleaseAgreement(actor, d) && (
          <ButtonLink kind="secondary" href={urls.release(here)}>
            {d.published_at ? '公開用の写しを改める' : '公開する'}
          </ButtonLink>
        )}
        {d.current && mayWriteAgreement(actor, d) && (
          <ButtonLink kind="quiet" href={urls.amendmentWithdrawal(here)}>
            変更の案をやめる
          </ButtonLink>
        )}
        {d.published_at && mayReleaseAgreement(actor, d) && (
          <ButtonLink kind="quiet" href={urls.withdrawal(here)}>
            公開を取りやめる
          </ButtonLink>
        )}
        {mayRecallOffer(actor, d) && (
          <ButtonLink kind="quiet" href={urls.recall(here)}>
            文面を案に戻す
          </ButtonLink>
        )}
        {mayTerminateAgreement(actor, d) && (
          <ButtonLink kind="quiet" href={urls.termination(here)}>
            取りやめる
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  )
}

/** What was signed is a promise to do something: where the doing is written down comes next. */
function TowardsProject({ registers }: { registers: boolean }) {
  return (
    <Notice kind="info" heading="すべての署名がそろいました">
      {registers
        ? '次は、この取り決めから事業を登録します。題名、目的、目標、期間、当事者の役割と費用は、そのまま写ります。'
        : '次は、担当課がこの取り決めから事業を登録します。登録されると、このページから事業のページに進めます。'}
    </Notice>
  )
}

/** The projects that were registered from the agreement, as its record tells. */
export function projectsOf(entries: readonly Entry[]): { ref: string; title: string }[] {
  return entries
    .filter(({ kind }) => kind === 'agreement.project-entered')
    .map(({ payload }) => ({ ref: String(payload.ref), title: String(payload.title) }))
}
