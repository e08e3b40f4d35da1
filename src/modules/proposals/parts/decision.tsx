import { dateLabel } from '../../../platform/time/index.ts'
import { ButtonLink, ButtonRow, type Fact, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Decision } from '../lifecycle.ts'
import { decisionLabel } from '../proposal/standing.ts'

interface Decided {
  programme: string
  decision: Decision | null
  reasons: string
  conditions: string
  decided_on: string | null
}

/** What was decided, and why. */
export function DecisionSection({
  charter,
  proposal,
  letter,
}: {
  charter: Charter
  proposal: Decided
  letter?: string
}) {
  const { decision, decided_on } = proposal
  if (!decision || !decided_on) return null
  const facts: Fact[] = [
    { label: '決定', value: <strong>{decisionLabel(charter, proposal.programme, decision)}</strong> },
    { label: '決定した日', value: dateLabel(decided_on) },
    { label: '理由', value: <Paragraphs text={proposal.reasons} /> },
    ...(proposal.conditions ? [{ label: '採択の条件', value: <Paragraphs text={proposal.conditions} /> }] : []),
  ]
  return (
    <Section heading="決定とその理由" id="decision">
      <SummaryList facts={facts} />
      {letter && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={letter}>
            決定の通知書（PDF）
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}
