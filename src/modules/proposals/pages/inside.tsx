import type { Letter } from '../../../platform/letters/index.ts'
import type { Entry } from '../../../platform/record/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Columns, Details, Notice } from '../../../ui/index.ts'
import type { Message } from '../../talks/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { Answers } from '../parts/answers.tsx'
import { StateBadge } from '../parts/badge.tsx'
import { DecisionSection } from '../parts/decision.tsx'
import { ReturnNotice } from '../parts/return.tsx'
import { isReleased } from '../proposal/decision.ts'
import { eyebrowOf, titleOf } from '../proposal/standing.ts'
import type { Seen } from '../queries/one.ts'
import { crumbs } from '../subject.tsx'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { DecisionHistory, type Decisions } from './decisions.tsx'
import { EarlierTexts, type Versions } from './earlier-texts.tsx'
import { History } from './history.tsx'
import { isKept, KeyFacts } from './key-facts.tsx'
import { Next } from './next.tsx'
import { TalksOn } from './talks-on.tsx'
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
  const here = { city: frame.city.slug, ref: refOf(proposal) }
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
        letter={isKept(data, 'proposal.decision') ? undefined : urls.letter(here)}
      />
      <DecisionHistory charter={charter} programme={proposal.programme} decisions={data.decisions} />
      <Columns label="この提案の要点" aside={<KeyFacts frame={frame} data={data} />}>
        <TalksOn frame={frame} proposal={proposal} messages={messages} />
        <Details summary="提案の内容" open={messages.length === 0}>
          <Answers seen={data} frame={frame} level={2} />
        </Details>
        <EarlierTexts frame={frame} versions={data.versions} sheet={data.sheet} />
        <History frame={frame} proposal={proposal} entries={entries} />
      </Columns>
    </CityPage>
  )
}
