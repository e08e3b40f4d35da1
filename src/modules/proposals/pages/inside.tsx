import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Columns, Details } from '../../../ui/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { Answers } from '../parts/answers.tsx'
import { StateBadge } from '../parts/badge.tsx'
import { eyebrowOf, titleOf } from '../proposal/proposal.ts'
import type { Inside } from '../queries/inside.ts'
import { crumbs } from '../subject.tsx'
import { DecisionsOn } from './decisions.tsx'
import { EarlierTexts } from './earlier-texts.tsx'
import { History } from './history.tsx'
import { KeyFacts } from './key-facts.tsx'
import { Progress } from './progress.tsx'
import { TalksOn } from './talks-on.tsx'

export function InsidePage({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, messages, entries } = data
  return (
    <CityPage
      frame={frame}
      title={titleOf(proposal)}
      eyebrow={eyebrowOf(proposal)}
      lead={lifecycle.states[proposal.state].meaning}
      aside={<StateBadge charter={charter} proposal={proposal} />}
      breadcrumbs={crumbs(frame)}
    >
      <Progress frame={frame} data={data} />
      <DecisionsOn frame={frame} data={data} />
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
