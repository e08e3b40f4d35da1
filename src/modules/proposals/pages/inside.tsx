import type { Child } from 'hono/jsx'
import type { Letter } from '../../../platform/letters/index.ts'
import type { Entry } from '../../../platform/record/index.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage, LetterList, VerbButtons } from '../../../site/index.ts'
import { ButtonRow, Columns, Details, type Fact, Notice, Section, SummaryList } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { type Message, Talks } from '../../talks/index.ts'
import { writeMessage } from '../actions/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { Answers, channelLabels, Files } from '../parts/answers.tsx'
import { StateBadge } from '../parts/badge.tsx'
import { DecisionSection } from '../parts/decision.tsx'
import { ReturnNotice } from '../parts/return.tsx'
import { isReleased } from '../proposal/decision.ts'
import { eyebrowOf, programmeName, titleOf } from '../proposal/standing.ts'
import type { Seen } from '../queries/one.ts'
import { crumbs } from '../subject.tsx'
import { refOf, sides } from '../tables.ts'
import { urls } from '../urls.ts'
import { DecisionHistory, type Decisions } from './decisions.tsx'
import { EarlierTexts, History, type Versions } from './history.tsx'
import { Next } from './next.tsx'
import { WaySteps } from './way-steps.tsx'

export type Inside = Seen & {
  messages: Message[]
  entries: Entry[]
  versions: Versions
  decisions: Decisions
  letters: Letter[]
}

/** Everything of a proposal that its writers and the city may see, and what they can do now. */
export function InsidePage({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, messages, entries } = data
  const here = hereOf(frame, proposal)
  return (
    <CityPage
      frame={frame}
      title={titleOf(proposal)}
      eyebrow={eyebrowOf(proposal)}
      lead={lifecycle.states[proposal.state].meaning}
      aside={<StateBadge charter={charter} proposal={proposal} />}
      breadcrumbs={crumbs(frame)}
    >
      <WaySteps proposal={proposal} entries={entries} />
      {proposal.state === 'returned' && <ReturnNotice proposal={proposal} />}
      {proposal.published_at && (
        <Notice>
          {isReleased(proposal)
            ? 'この提案の決定は公表されています。'
            : '取り消された決定が、取り消されたことと理由とともに、公表のページに残っています。'}
          このページの下の「話し合い」などは、公表されていません。
        </Notice>
      )}
      <Next frame={frame} data={data} />
      <DecisionSection
        charter={charter}
        proposal={proposal}
        letter={unkept(data, 'proposal.decision') && urls.letter(here)}
      />
      <DecisionHistory charter={charter} programme={proposal.programme} decisions={data.decisions} />
      <Columns label="この提案の要点" aside={<KeyFacts frame={frame} data={data} />}>
        <Talks
          frame={frame}
          messages={messages}
          sides={sides}
          lead="ここに書いたことは、提案した団体と市の担当者の両方が読みます。ほかの人には見えません。"
        >
          {writeMessage.may(frame.actor, proposal, frame.now) && (
            <ButtonRow>
              <VerbButtons frame={frame} thing={proposal} verbs={[writeMessage]} />
            </ButtonRow>
          )}
        </Talks>
        <Details summary="提案の内容" open={messages.length === 0}>
          <Answers seen={data} frame={frame} level={2} />
        </Details>
        <EarlierTexts frame={frame} versions={data.versions} sheet={data.sheet} />
        <History frame={frame} proposal={proposal} entries={entries} />
      </Columns>
    </CityPage>
  )
}

const hereOf = (frame: Frame, proposal: Inside['proposal']) => ({ city: frame.city.slug, ref: refOf(proposal) })

/** Of acts before letters were kept there is none in the list. */
const unkept = ({ letters }: Inside, ...kinds: string[]) =>
  !letters.some(({ kind }) => kinds.includes(kind)) || undefined

function KeyFacts({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, files, letters } = data
  const here = hereOf(frame, proposal)
  const scans = files.filter((file) => file.purpose === 'scan')
  const facts: Fact[] = [
    {
      label: '提案した団体',
      value: (
        <a href={parties.show({ city: frame.city.slug, number: String(proposal.party_number) })}>
          {proposal.party_name}
        </a>
      ),
    },
    { label: '制度', value: programmeName(charter, proposal, frame.lang) },
    ...(proposal.received_on ? [{ label: '受け付けた日', value: dateLabel(proposal.received_on) as Child }] : []),
    ...(proposal.submitted_at
      ? [{ label: '担当', value: (proposal.department_name ?? label(charter.city.contact.section)) as Child }]
      : []),
    ...(proposal.channel === 'web' ? [] : [{ label: '提出のしかた', value: channelLabels[proposal.channel] as Child }]),
    ...(proposal.released_on && !proposal.published_at
      ? [{ label: '公表の予定', value: `${dateLabel(proposal.released_on)}から` as Child }]
      : []),
  ]
  return (
    <>
      <SummaryList facts={facts} compact />
      {scans.length > 0 && (
        <Section heading="届いた書面" level={3}>
          <Files files={scans} frame={frame} />
        </Section>
      )}
      <LetterList letters={letters} subject={urls.show(here)} heading="お送りした通知" />
      <ul>
        {proposal.number !== null && (
          <li>
            <a href={urls.receipt(here)}>受付票</a>
          </li>
        )}
        <li>
          <a href={urls.sheet(here)}>提案書（PDF）</a>
        </li>
        {proposal.state === 'returned' && unkept(data, 'proposal.return', 'proposal.correction') && (
          <li>
            <a href={urls.returnLetter(here)}>補正のお願い（PDF）</a>
          </li>
        )}
      </ul>
    </>
  )
}
