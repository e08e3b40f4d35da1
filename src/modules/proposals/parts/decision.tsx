import { dateLabel } from '../../../platform/time/index.ts'
import { type Fact, type Link, Notice, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Decision, ProposalState } from '../lifecycle.ts'
import { decisionLabel } from '../proposal/proposal.ts'

interface Decided {
  state: ProposalState
  programme: string
  decision: Decision | null
  reasons: string
  conditions: string
  decided_on: string | null
  corrected_on?: string | null
  correction?: string | null
  annulled_on?: string | null
  annulment?: string | null
}

/** `inside` is for the group and staff, who also read a decision before its release. */
export function DecisionSection(props: {
  charter: Charter
  proposal: Decided
  letters?: readonly Link[]
  inside?: boolean
}) {
  const { charter, proposal, letters = [], inside } = props
  const { decision, decided_on, annulled_on } = proposal
  if (!decision || !decided_on) return null
  const facts: Fact[] = [
    { label: '決定', value: <strong>{decisionLabel(charter, proposal.programme, decision)}</strong> },
    { label: '決定した日', value: dateLabel(decided_on) },
    { label: '理由', value: <Paragraphs text={proposal.reasons} /> },
    ...(proposal.conditions ? [{ label: '採択の条件', value: <Paragraphs text={proposal.conditions} /> }] : []),
  ]
  return (
    <Section heading={annulled_on ? '取り消された決定とその理由' : '決定とその理由'} id="decision">
      {letters.map(({ href, label }) => (
        <p>
          <a href={href}>{label}</a>
        </p>
      ))}
      <ChangeNotice proposal={proposal} inside={inside} />
      <SummaryList facts={facts} />
    </Section>
  )
}

function ChangeNotice({ proposal, inside }: { proposal: Decided; inside?: boolean }) {
  const { state, corrected_on, correction, annulled_on, annulment } = proposal
  if (annulled_on)
    return (
      <Notice kind="warning" heading="この決定は取り消されました">
        <p>{`${dateLabel(annulled_on)}に、市がこの決定を取り消しました。`}</p>
        <Paragraphs text={`理由　${annulment ?? ''}`} />
        {state === 'under_review' && (
          <p>{`あらためて審査しています。決まりましたら、このページで${inside ? 'お知らせ' : '公表'}します。`}</p>
        )}
      </Notice>
    )
  if (!corrected_on) return null
  return (
    <Notice heading="この決定は訂正されています">
      <p>{`${dateLabel(corrected_on)}に、誤りを訂正しました。下は、訂正したあとの内容です。`}</p>
      <Paragraphs text={`訂正の理由　${correction ?? ''}`} />
    </Notice>
  )
}
