import { dateLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import { definePage, type Frame, type Reading } from '../../../platform/web/index.ts'
import { VerbButtons } from '../../../site/index.ts'
import {
  Badge,
  ButtonRow,
  DataTable,
  LinkList,
  Notice,
  Paragraphs,
  Section,
  SummaryList,
  Whole,
} from '../../../ui/index.ts'
import { getPublishedCharter, label } from '../../charters/index.ts'
import { decisionLabel, findPublishedProject } from '../../projects/index.ts'
import { actions, decideOn } from '../actions/index.ts'
import { isRound, placeOf, titleOf } from '../evaluation/year.ts'
import { lifecycle } from '../lifecycle.ts'
import { Late, SideBySide } from '../parts/compare.tsx'
import { PublicRoundPage } from '../parts/published.tsx'
import { findPublishedEvaluation, findYear, listOpenedAnswers, yearAsked } from '../queries/one.ts'
import { EvaluationPage } from '../subject.tsx'
import type { Round, SeatAnswer } from '../tables.ts'
import { urls } from '../urls.ts'

/** A year's evaluation for those who take part in it: who has answered; once opened, all answers side by side. */
function RoundPage({ frame, round, answers }: { frame: Frame; round: Round; answers: SeatAnswer[] }) {
  return (
    <EvaluationPage frame={frame} title={titleOf(round)} project={round.project} charter={round.charter}>
      <p>
        <Badge tone={lifecycle.states[round.state].tone}>{lifecycle.label(round.state)}</Badge>{' '}
        {lifecycle.states[round.state].meaning}
      </p>
      <Buttons frame={frame} round={round} />
      <Seats round={round} />
      <MoreWays frame={frame} round={round} />
      {round.state !== 'answering' && (
        <>
          <SideBySide round={round} answers={answers} lang={frame.lang} />
          <Late round={round} answers={answers} />
          <Talk round={round} />
          <Conclusion round={round} />
        </>
      )}
    </EvaluationPage>
  )
}

/** What comes next; while answers are awaited nobody is led to the decision, though one may be made without them. */
function Buttons({ frame, round }: { frame: Frame; round: Round }) {
  const verbs = actions
    .filter(({ tone }) => tone !== 'quiet')
    .filter((verb) => verb !== decideOn || round.state !== 'answering')
  if (!verbs.some((verb) => verb.may(frame.actor, round, frame.now))) return null
  return (
    <ButtonRow>
      <VerbButtons frame={frame} thing={round} verbs={verbs} first="primary" />
    </ButtonRow>
  )
}

/** What the section does with it, and the sheet for whoever writes by hand. */
function MoreWays({ frame, round }: { frame: Frame; round: Round }) {
  const { actor, now, city } = frame
  const verbs = actions.filter((verb) => verb.tone === 'quiet' && verb.may(actor, round, now))
  const links = verbs.map((verb) => ({ href: verb.href(city.slug, round), label: verb.label(round) }))
  const sheet = { href: urls.sheet(placeOf(city.slug, round)), label: '記入用の用紙（PDF）' }
  return <LinkList links={[...links, sheet]} label="そのほかの手続き" />
}

const channels: Record<string, string> = { paper: '用紙', phone: '電話', counter: '窓口' }

function Seats({ round }: { round: Round }) {
  const { charter } = round
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

function Talk({ round }: { round: Round }) {
  const { charter } = round
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

function Conclusion({ round: { project, charter } }: { round: Round }) {
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

/** One year's evaluation: where it stands for those it concerns, the released copy for everyone. */
export const showPage = definePage({
  who: 'anyone',
  published: publishedRound,
  load: async (c) => {
    const found = c.actor.account_id ? await findYear(c) : undefined
    const round = found && isRound(found) ? found : undefined
    if (!round) return c.published ? { own: null } : undefined
    return { own: { round, answers: round.opened_at ? await listOpenedAnswers(c.db, round.id) : [] } }
  },
  guest: () => ({ own: null }),
  view: ({ frame, published, data }) =>
    data.own ? <RoundPage frame={frame} {...data.own} /> : <PublicRoundPage frame={frame} {...published!} />,
})

/** What was released of the evaluation of the address, or null. */
async function publishedRound(c: Reading) {
  const year = yearAsked(c)
  const project = year === undefined ? undefined : await findPublishedProject(c.db, c.city.id, c.params.ref!)
  const found = project && year && (await findPublishedEvaluation(c.db, c.city.id, project.id, year))
  if (!found) return null
  const { public_copy: copy, published_at } = found
  const charter =
    (found.charter_id !== c.charter_id && (await getPublishedCharter(c.db, c.city.id, found.charter_id))) || c.charter
  return { project, charter, year, copy, published_at }
}
