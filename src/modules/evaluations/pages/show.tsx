import { type Entry, entriesOf } from '../../../platform/record/index.ts'
import { dateLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import type { AnyAction } from '../../../platform/web/action/index.ts'
import { definePage, type Frame, type Reading } from '../../../platform/web/index.ts'
import { ActList, VerbButtons } from '../../../site/index.ts'
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
} from '../../../ui/index.ts'
import { getPublishedCharter, label } from '../../charters/index.ts'
import { findPublishedProject, maySeeActs } from '../../projects/index.ts'
import { actions, beginEvaluation, decideFuture, futureActions } from '../actions/index.ts'
import { decisionIn } from '../evaluation/copy.ts'
import { futureOf } from '../evaluation/future.ts'
import { addressOf, isRound, titleOf } from '../evaluation/year.ts'
import { events } from '../events.ts'
import { lifecycle } from '../lifecycle.ts'
import { Late, SideBySide } from '../parts/compare.tsx'
import { Conclusion, PublicRoundPage } from '../parts/published.tsx'
import { findPublishedEvaluation, findYear, listOpenedAnswers, yearAsked } from '../queries/one.ts'
import { EvaluationPage } from '../subject.tsx'
import type { Round, SeatAnswer, Year } from '../tables.ts'
import { urls } from '../urls.ts'

interface OwnRound {
  round: Round
  answers: SeatAnswer[]
  /** The entries of the evaluation, for officers only. */
  entries: Entry[]
}

type Own = { year: Year } | OwnRound

const OwnPage = ({ frame, own }: { frame: Frame; own: Own }) =>
  'year' in own ? <YearPage frame={frame} year={own.year} /> : <RoundPage frame={frame} {...own} />

function RoundPage({ frame, round, answers, entries }: OwnRound & { frame: Frame }) {
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
          <Conclusion {...decisionIn(round)} />
        </>
      )}
      <ActList entries={entries} events={events} subject={urls.show(addressOf(frame.city.slug, round))} />
    </EvaluationPage>
  )
}

/** Hides the decision while answers are expected, although a decision is possible then. */
function Buttons({ frame, round }: { frame: Frame; round: Round }) {
  const { actor, now, city } = frame
  const steps = actions
    .filter(({ tone }) => tone !== 'quiet')
    .filter((verb) => verb !== decideFuture || round.state !== 'answering')
    .map((verb: AnyAction) => ({ verb, thing: subjectOf(verb, round) }))
    .filter(({ verb, thing }) => verb.may(actor, thing, now))
  if (steps.length === 0) return null
  return (
    <ButtonRow>
      {steps.map(({ verb, thing }, at) => (
        <ButtonLink kind={at === 0 ? 'primary' : verb.tone} href={verb.href(city.slug, thing)}>
          {verb.label(thing, actor)}
        </ButtonLink>
      ))}
    </ButtonRow>
  )
}

const subjectOf = (verb: AnyAction, round: Round) =>
  futureActions.some((one) => one === verb) ? futureOf(round) : round

function MoreWays({ frame, round }: { frame: Frame; round: Round }) {
  const { actor, now, city } = frame
  const links = actions.flatMap((verb: AnyAction) => {
    const thing = subjectOf(verb, round)
    if (verb.tone !== 'quiet' || !verb.may(actor, thing, now)) return []
    return [{ href: verb.href(city.slug, thing), label: verb.label(thing) }]
  })
  const sheet = { href: urls.sheet(addressOf(city.slug, round)), label: '記入用の用紙（PDF）' }
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

/** Offers to begin the year's evaluation, or to decide without one. */
function YearPage({ frame, year }: { frame: Frame; year: Year }) {
  const future = futureOf(year)
  return (
    <EvaluationPage frame={frame} title={titleOf(year)} project={year.project} charter={year.charter}>
      <p>この年度の評価は、まだ始まっていません。</p>
      <ButtonRow>
        <VerbButtons frame={frame} thing={year} verbs={[beginEvaluation]} />
        <VerbButtons frame={frame} thing={future} verbs={[decideFuture]} />
      </ButtonRow>
    </EvaluationPage>
  )
}

/** The page of one year: the evaluation for participants, the released copy for everyone. */
export const showPage = definePage({
  who: 'anyone',
  published: publishedRound,
  load: async (c) => {
    const found = c.actor.account_id ? await findYear(c) : undefined
    if (!found) return c.published ? { own: null } : undefined
    if (!isRound(found)) return { own: { year: found } }
    const answers = found.opened_at ? await listOpenedAnswers(c.db, found.id) : []
    const about = { kind: 'evaluation', id: found.id }
    return { own: { round: found, answers, entries: maySeeActs(c.actor) ? await entriesOf(c.db, [about]) : [] } }
  },
  guest: () => ({ own: null }),
  view: ({ frame, published, data }) =>
    data.own ? <OwnPage frame={frame} own={data.own} /> : published && <PublicRoundPage frame={frame} {...published} />,
})

async function publishedRound(c: Reading) {
  const year = yearAsked(c)
  const project = year === undefined ? undefined : await findPublishedProject(c.db, c.city.id, c.params.ref ?? '')
  const found = project && year && (await findPublishedEvaluation(c.db, c.city.id, project.id, year))
  if (!found) return null
  const { public_copy: copy, published_at } = found
  const charter =
    (found.charter_id !== c.charter_id && (await getPublishedCharter(c.db, c.city.id, found.charter_id))) || c.charter
  return { project, charter, year, copy, published_at }
}
