import { dateLabel, fiscalYearLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  Badge,
  ButtonLink,
  ButtonRow,
  DataTable,
  LinkList,
  Notice,
  Paragraphs,
  Section,
  SummaryList,
  Whole,
} from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { decisionLabel, type Inside, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { lifecycle } from '../lifecycle.ts'
import {
  mayAnswer,
  mayClose,
  mayConsent,
  mayDecide,
  mayEnterConsent,
  mayEnterPaper,
  mayExtend,
  mayRelease,
  mayRetract,
  mayTalk,
  openSeats,
  talkAwaited,
  yearInUrl,
} from '../rules.ts'
import type { Round, SeatAnswer } from '../tables.ts'
import { urls } from '../urls.ts'
import { Late, SideBySide } from './compare.tsx'

export interface Opened {
  project: Inside
  charter: Charter
  round: Round
  /** Empty until it is opened. */
  answers: SeatAnswer[]
}

export const placeOf = (frame: Frame, project: { fiscal_year: number; number: number }, year: number) => ({
  city: frame.city.slug,
  ref: projectRef(project),
  year: yearInUrl(year),
})

/** A year's evaluation for those who take part in it: who has answered; once opened, all answers side by side. */
export function RoundPage({ frame, project, charter, round, answers }: Opened & { frame: Frame }) {
  const at = placeOf(frame, project, round.year)
  const name = word(charter, 'evaluation', frame.lang)
  return (
    <CityPage
      frame={frame}
      title={`${fiscalYearLabel(round.year)}の${name}`}
      eyebrow={project.title}
      breadcrumbs={[{ href: projects.show(at), label: project.title }]}
    >
      <p>
        <Badge tone={lifecycle.states[round.state].tone}>{lifecycle.label(round.state)}</Badge>{' '}
        {lifecycle.states[round.state].meaning}
      </p>
      <Buttons frame={frame} project={project} charter={charter} round={round} answers={answers} />
      <Seats round={round} charter={charter} />
      <MoreWays frame={frame} project={project} charter={charter} round={round} answers={answers} />
      {round.state !== 'answering' && (
        <>
          <SideBySide charter={charter} round={round} answers={answers} lang={frame.lang} />
          <Late charter={charter} round={round} answers={answers} />
          <Talk charter={charter} round={round} />
          <Conclusion project={project} charter={charter} />
        </>
      )}
    </CityPage>
  )
}

function Buttons({ frame, project, charter, round }: Opened & { frame: Frame }) {
  const { actor } = frame
  const at = placeOf(frame, project, round.year)
  const talk = charter.evaluation.jointTalk.label.ja
  const waiting = openSeats(actor, round).some(({ answered_at }) => answered_at === null)
  const buttons = [
    mayAnswer(actor, round) && { href: urls.answer(at), label: waiting ? '回答する' : '回答を直す' },
    mayTalk(actor, project, round) && {
      href: urls.jointTalk(at),
      label: round.talked_on ? `${talk}の記録を直す` : `${talk}を記録する`,
    },
    round.state !== 'answering' &&
      !talkAwaited(charter, round) &&
      mayDecide(actor, project) && { href: urls.decision(at), label: 'これからを決める' },
    mayConsent(actor, round, charter) && { href: urls.consent(at), label: '公表に同意する' },
    mayEnterConsent(actor, round, charter) &&
      !round.published_at && { href: urls.paperConsent(at), label: '紙で届いた同意を入力する' },
    mayRelease(actor, project, round, charter) && { href: urls.release(at), label: '公表する' },
  ].filter((one): one is { href: string; label: string } => Boolean(one))
  return (
    <>
      {buttons.length > 0 && (
        <ButtonRow>
          {buttons.map((one, index) => (
            <ButtonLink href={one.href} kind={index === 0 ? 'primary' : 'secondary'}>
              {one.label}
            </ButtonLink>
          ))}
        </ButtonRow>
      )}
    </>
  )
}

/** What the section does with it, and the sheet for whoever writes by hand. */
function MoreWays({ frame, project, round }: Opened & { frame: Frame }) {
  const { actor, now } = frame
  const at = placeOf(frame, project, round.year)
  const links = [
    mayEnterPaper(actor, round) && { href: urls.paperAnswer(at), label: '紙や電話で届いた回答を入力する' },
    mayClose(actor, round, today(now)) && { href: urls.closing(at), label: '締め切って開く' },
    mayExtend(actor, round) && { href: urls.extension(at), label: '期日を延ばす' },
    mayRetract(actor, round) && { href: urls.retraction(at), label: '公表をやめる' },
    { href: urls.sheet(at), label: '記入用の用紙（PDF）' },
  ].filter((one): one is { href: string; label: string } => Boolean(one))
  return <LinkList links={links} label="そのほかの手続き" />
}

const channels: Record<string, string> = { paper: '用紙', phone: '電話', counter: '窓口' }

function Seats({ round, charter }: { round: Round; charter: Charter }) {
  const open = round.state === 'answering'
  const said = (seat: Round['seats'][number]) => {
    if (seat.answered_at === null) return open ? 'まだ' : '回答がありませんでした'
    const how = seat.channel && channels[seat.channel] ? `（${channels[seat.channel]}で受付）` : ''
    return `${seat.late ? '締切後に届きました（数えていません）' : '回答しました'}${how}`
  }
  return (
    <Section heading="回答した方" id="seats" lead={open ? `回答の期日は、${dateLabel(round.due_on)}です。` : undefined}>
      {round.closed_at && (
        <Notice kind="warning" heading="そろわないまま、期日に締め切って開きました">
          <p>{plainDateLabel(today(round.closed_at))}に、協働の担当課が締め切りました。</p>
          {round.closing_reason && <Paragraphs text={round.closing_reason} />}
        </Notice>
      )}
      <DataTable
        caption="回答の状況"
        rows={round.seats}
        columns={[
          { label: '回答する方', heading: true, cell: ({ name }) => name },
          {
            label: '立場',
            cell: (seat) => label(charter.evaluation.sides.find(({ key }) => key === seat.side)?.label),
          },
          { label: '回答', cell: said },
          ...(open
            ? []
            : [
                {
                  label: '公表への同意',
                  cell: (seat: Round['seats'][number]) => (seat.consented_at ? '同意しました' : 'まだ'),
                },
              ]),
        ]}
      />
    </Section>
  )
}

function Talk({ charter, round }: { charter: Charter; round: Round }) {
  const name = charter.evaluation.jointTalk.label.ja
  return (
    <Section heading={name} id="talk">
      {round.talked_on ? (
        <>
          <SummaryList
            facts={[
              { label: '日', value: dateLabel(round.talked_on) },
              { label: '出た方', value: <span class="as-typed">{round.talk_people}</span> },
            ]}
          />
          <h3>話し合って確かめたこと</h3>
          <Paragraphs text={round.talk_agreed} />
        </>
      ) : (
        <p>
          {charter.evaluation.jointTalk.required ? `${name}の記録が、まだありません。` : `${name}の記録はありません。`}
        </p>
      )}
    </Section>
  )
}

function Conclusion({ project, charter }: Pick<Opened, 'project' | 'charter'>) {
  if (!project.decision || !project.decided_on) return null
  return (
    <Section heading={`これからのこと：${decisionLabel(charter, project.decision)}`} id="decision">
      <p>
        <Whole>{`${dateLabel(project.decided_on)}に決まりました。`}</Whole>
      </p>
      <Paragraphs text={project.decision_reasons} />
    </Section>
  )
}
