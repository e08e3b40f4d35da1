import { dateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Notice, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { StateBadge } from '../parts/badge.tsx'
import { DecisionSection } from '../parts/decision.tsx'
import { numberLabel, programmeName } from '../proposal/proposal.ts'
import type { findPublishedProposal } from '../queries/one.ts'
import { crumbs } from '../subject.tsx'

export type Published = NonNullable<Awaited<ReturnType<typeof findPublishedProposal>>>

export function PublicPage({ frame, proposal, charter }: { frame: Frame; proposal: Published; charter: Charter }) {
  return (
    <CityPage
      frame={frame}
      title={proposal.title}
      eyebrow={[numberLabel(charter, proposal), programmeName(charter, proposal, frame.lang)].join('　')}
      lead={proposal.public_summary}
      aside={<StateBadge charter={charter} proposal={proposal} />}
      breadcrumbs={crumbs(frame)}
      description={proposal.public_summary}
    >
      {proposal.state === 'declined' && <Notice>この提案は採択されましたが、その後、提案者が辞退しました。</Notice>}
      {proposal.state === 'withdrawn' && <Notice>この提案は、提案者が取り下げました。</Notice>}
      <SummaryList
        facts={[
          { label: '提案者', value: <ProposerLink frame={frame} proposal={proposal} /> },
          { label: '受け付けた日', value: dateLabel(proposal.received_on) },
        ]}
      />
      <DecisionSection charter={charter} proposal={proposal} />
      {proposal.public_contents.map((section) => (
        <Section heading={section.heading}>
          <SummaryList
            facts={section.items.map((item) => ({
              label: item.label,
              value: <Paragraphs text={item.lines.join('\n')} />,
            }))}
          />
        </Section>
      ))}
      <p class="small">{`${dateLabel(today(proposal.published_at))}に公表しました。`}</p>
    </CityPage>
  )
}

/** Links the group's page where the public may read it. */
function ProposerLink({ frame, proposal }: { frame: Frame; proposal: Published }) {
  const { party_name, party_number } = proposal
  if (party_number === null) return <>{party_name}</>
  return <a href={parties.show({ city: frame.city.slug, number: String(party_number) })}>{party_name}</a>
}
