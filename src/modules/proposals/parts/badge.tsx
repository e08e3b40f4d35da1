import { Badge, type BadgeTone, Spoken } from '../../../ui/index.ts'
import { type Charter, programme, Words } from '../../charters/index.ts'
import { type Decision, lifecycle } from '../lifecycle.ts'
import type { ProposalRow } from '../tables.ts'
import { decisionWords } from '../words.ts'

const toneOf: Record<string, BadgeTone> = {
  adopted: 'done',
  conditionally_adopted: 'done',
  not_adopted: 'ended',
  deferred: 'waiting',
}

/** Shows the decision once there is one, else the state. */
export function StateBadge({
  charter,
  proposal,
}: {
  charter: Charter
  proposal: Pick<ProposalRow, 'state' | 'decision' | 'programme'> & { annulled_on?: string | null }
}) {
  const { state, decision, annulled_on } = proposal
  if (state === 'under_review' && annulled_on)
    return (
      <Badge tone="waiting">
        <Spoken>{decisionWords.annulled}</Spoken>
      </Badge>
    )
  if (state === 'decided' && decision)
    return (
      <Badge tone={toneOf[decision]}>
        <DecisionName charter={charter} programme={proposal.programme} decision={decision} />
      </Badge>
    )
  return (
    <Badge tone={lifecycle.states[state].tone}>
      <Spoken>{lifecycle.label(state)}</Spoken>
    </Badge>
  )
}

export function DecisionName(props: { charter: Charter; programme: string; decision: Decision }) {
  const { charter, programme: key, decision } = props
  const named = programme(charter, key)?.decisions.find((one) => one.key.replaceAll('-', '_') === decision)
  return named ? <Words of={named.label} /> : <Spoken>{decisionWords[decision]}</Spoken>
}
