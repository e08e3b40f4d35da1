import { type Entry, entriesOf } from '../../../platform/record/index.ts'
import { type AnyAction, type WaitingAct, waitingActs } from '../../../platform/web/action/index.ts'
import { definePage, type Frame, type Reading } from '../../../platform/web/index.ts'
import { ActList, ChangeList, VerbButtons, verbLinks, WaitingNote, waitingOf } from '../../../site/index.ts'
import { Badge, ButtonLink, ButtonRow, LinkList } from '../../../ui/index.ts'
import { getPublishedCharter } from '../../charters/index.ts'
import { findPublishedProject, maySeeActs } from '../../projects/index.ts'
import { actions, beginnings, decideFuture, futureActions } from '../actions/index.ts'
import { decisionIn } from '../evaluation/copy.ts'
import { futureOf } from '../evaluation/future.ts'
import { addressOf, isRound, titleOf } from '../evaluation/year.ts'
import { events } from '../events.ts'
import { lifecycle } from '../lifecycle.ts'
import { Late, SideBySide } from '../parts/compare.tsx'
import { Conclusion, PublicRoundPage } from '../parts/published.tsx'
import { Seats, Talk } from '../parts/standing.tsx'
import { findPublishedEvaluation, findYear, listOpenedAnswers, yearAsked } from '../queries/one.ts'
import { EvaluationPage, future } from '../subject.tsx'
import type { Round, SeatAnswer, Year } from '../tables.ts'
import { urls } from '../urls.ts'

interface OwnRound {
  round: Round
  answers: SeatAnswer[]
  entries: Entry[]
  waiting: WaitingAct[]
}

type Own = { year: Year; waiting: WaitingAct[] } | OwnRound

const OwnPage = ({ frame, own }: { frame: Frame; own: Own }) =>
  'year' in own ? <YearPage frame={frame} {...own} /> : <RoundPage frame={frame} {...own} />

function RoundPage({ frame, round, answers, entries, waiting }: OwnRound & { frame: Frame }) {
  return (
    <EvaluationPage frame={frame} title={titleOf(round)} project={round.project} charter={round.charter}>
      <p>
        <Badge tone={lifecycle.states[round.state].tone}>{lifecycle.label(round.state)}</Badge>{' '}
        {lifecycle.states[round.state].meaning}
      </p>
      <Buttons frame={frame} round={round} waiting={waiting} />
      <Seats round={round} />
      <MoreWays frame={frame} round={round} waiting={waiting} />
      {round.state !== 'answering' && (
        <>
          <SideBySide round={round} answers={answers} lang={frame.lang} />
          <Late round={round} answers={answers} />
          <Talk round={round} />
          <Conclusion {...decisionIn(round)} />
        </>
      )}
      <ChangeList entries={entries} events={events} />
      {maySeeActs(frame.actor) && (
        <ActList entries={entries} events={events} subject={urls.show(addressOf(frame.city.slug, round))} />
      )}
    </EvaluationPage>
  )
}

interface Ways {
  frame: Frame
  round: Round
  waiting: WaitingAct[]
}

/** Hides the decision while answers are expected, although a decision is possible then. */
function Buttons({ frame, round, waiting }: Ways) {
  const { actor, now, city } = frame
  const steps = actions
    .filter(({ tone }) => tone !== 'quiet')
    .filter((verb) => verb !== decideFuture || round.state !== 'answering')
    .map((verb: AnyAction) => ({ verb, thing: subjectOf(verb, round) }))
    .filter(({ verb, thing }) => verb.may(actor, thing, now))
  if (steps.length === 0) return null
  const notes = steps.flatMap(({ verb, thing }) => waitingOf(verb, thing, waiting) ?? [])
  return (
    <ButtonRow>
      {steps
        .filter(({ verb, thing }) => !waitingOf(verb, thing, waiting))
        .map(({ verb, thing }, at) => (
          <ButtonLink kind={at === 0 ? 'primary' : verb.tone} href={verb.href(city.slug, thing)}>
            {verb.label(thing, actor)}
          </ButtonLink>
        ))}
      {notes.map((one) => (
        <WaitingNote waiting={one} />
      ))}
    </ButtonRow>
  )
}

const subjectOf = ({ noun }: AnyAction, round: Round) => (noun === future ? futureOf(round) : round)

function MoreWays({ frame, round, waiting }: Ways) {
  const quiet = actions.filter(({ tone }) => tone === 'quiet')
  const links = verbLinks(frame, quiet, (verb) => [subjectOf(verb, round)], waiting)
  const sheet = { href: urls.sheet(addressOf(frame.city.slug, round)), label: '記入用の用紙（PDF）' }
  return <LinkList links={[...links, sheet]} label="そのほかの手続き" />
}

/** Offers to begin the year's evaluation, or to decide without one. */
function YearPage({ frame, year, waiting }: Omit<Ways, 'round'> & { year: Year }) {
  return (
    <EvaluationPage frame={frame} title={titleOf(year)} project={year.project} charter={year.charter}>
      <p>この年度の評価は、まだ始まっていません。</p>
      <ButtonRow>
        <VerbButtons frame={frame} thing={year} verbs={beginnings} />
        <VerbButtons frame={frame} thing={futureOf(year)} verbs={futureActions} waiting={waiting} />
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
    const waiting = await waitingActs(c, isRound(found) ? [found, found.project] : [found.project])
    if (!isRound(found)) return { own: { year: found, waiting } }
    const answers = found.opened_at ? await listOpenedAnswers(c.db, found.id) : []
    const about = { kind: 'evaluation', id: found.id }
    return { own: { round: found, answers, entries: await entriesOf(c.db, [about]), waiting } }
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
