import { listLetters } from '../../../platform/letters/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { dateLabel, today } from '../../../platform/time/index.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Notice, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import { type Charter, getPublishedCharter } from '../../charters/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { StateBadge } from '../parts/badge.tsx'
import { DecisionSection } from '../parts/decision.tsx'
import { numberLabel, programmeName } from '../proposal/standing.ts'
import { listDecisions } from '../queries/decisions.ts'
import { findPublishedProposal, findSeen } from '../queries/one.ts'
import { listWords } from '../queries/talks.ts'
import { listVersions } from '../queries/versions.ts'
import { crumbs } from '../subject.tsx'
import { type Inside, InsidePage } from './inside.tsx'

type Published = NonNullable<Awaited<ReturnType<typeof findPublishedProposal>>>

/** A proposal: for its writers and the city everything that is theirs to see; for everyone else what was released. */
function ProposalPage({
  frame,
  published,
  data,
}: Views<{ row: Published; charter: Charter } | null, { inside: Inside | null }>) {
  if (data.inside) return <InsidePage frame={frame} data={data.inside} />
  return <PublicPage frame={frame} proposal={published!.row} charter={published!.charter} />
}

function PublicPage({ frame, proposal, charter }: { frame: Frame; proposal: Published; charter: Charter }) {
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
      {proposal.state === 'declined' && (
        <Notice>この提案は採択されましたが、その後、提案した団体が辞退しました。</Notice>
      )}
      {proposal.state === 'withdrawn' && <Notice>この提案は、提案した団体が取り下げました。</Notice>}
      <SummaryList
        facts={[
          { label: '提案した団体', value: <ProposerLink frame={frame} proposal={proposal} /> },
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

/** The group, with the way to its page where it has one that everyone may read. */
function ProposerLink({ frame, proposal }: { frame: Frame; proposal: Published }) {
  const { party_name, party_number } = proposal
  if (party_number === null) return <>{party_name}</>
  return <a href={parties.show({ city: frame.city.slug, number: String(party_number) })}>{party_name}</a>
}

/** One proposal: where it stands for those it concerns, what was released for everyone. */
export const showPage = definePage({
  who: 'anyone',
  published: async (c) => {
    const row = await findPublishedProposal(c.db, c.city.id, c.params.ref!)
    return row
      ? {
          row,
          charter:
            row.charter_id === c.charter_id ? c.charter : await getPublishedCharter(c.db, c.city.id, row.charter_id),
        }
      : null
  },
  load: async (c) => {
    const found = c.actor.account_id ? await findSeen(c) : undefined
    if (!found) return c.published ? { inside: null } : undefined
    const { proposal } = found
    const messages = await listWords(c.db, proposal.id)
    const entries = await entriesOf(c.db, [{ kind: 'proposal', id: proposal.id }])
    const versions = await listVersions(c.db, proposal.id)
    const decisions = await listDecisions(c.db, proposal.id)
    const letters = await listLetters(c.db, { kind: 'proposal', id: proposal.id })
    return { inside: { ...found, messages, entries, versions, decisions, letters } }
  },
  guest: () => ({ inside: null }),
  view: ProposalPage,
})
