import { irumaYear } from './iruma/year.ts'
import { kawagoeYear } from './kawagoe/year.ts'
import { kawaguchiYear } from './kawaguchi/year.ts'
import { kawasakiYear } from './kawasaki/year.ts'
import type { AgreementStory, EvaluationStory, ProjectStory, ProposalStory, Story } from './story.ts'
import { yoshikawaYear } from './yoshikawa/year.ts'

/** The stories of each city, by its slug. */
export const stories: Record<string, Story[]> = {
  kawaguchi: kawaguchiYear,
  kawagoe: kawagoeYear,
  yoshikawa: yoshikawaYear,
  iruma: irumaYear,
  kawasaki: kawasakiYear,
}

/** Every state that the five years together must hold: what a visitor can come upon. */
export const wantedStates = [
  'proposal draft',
  'proposal submitted',
  'proposal returned',
  'proposal accepted',
  'proposal in_talks',
  'proposal under_review',
  'proposal adopted',
  'proposal conditionally_adopted',
  'proposal not_adopted',
  'proposal deferred',
  'proposal withdrawn',
  'proposal declined',
  'proposal by paper',
  'proposal by phone',
  'proposal by counter',
  'agreement draft',
  'agreement offered',
  'agreement in_force',
  'agreement amended',
  'agreement ended',
  'agreement terminated',
  'project planned',
  'project active',
  'project awaiting_evaluation',
  'project evaluated',
  'project continue',
  'project improve',
  'project hand-over',
  'project end',
  'evaluation open',
  'evaluation complete',
  'evaluation closed with a side missing',
  'evaluation answered late',
  'evaluation released',
] as const
export type StoryState = (typeof wantedStates)[number]

/** The day on which the demonstration opens at the earliest. */
export const opening = '2026-11-21'

/** Where everything in a story stands when the demonstration opens. */
function statesOf(story: Story): StoryState[] {
  const states = [
    ...(story.proposal ? proposalStates(story.proposal) : []),
    ...(story.agreement ? agreementStates(story.agreement) : []),
    ...(story.project ? projectStates(story.project) : []),
    ...(story.project?.evaluations ?? []).flatMap(evaluationStates),
  ]
  return [...new Set(states)]
}

function proposalStates(proposal: ProposalStory): StoryState[] {
  const channel: StoryState[] = proposal.enteredFrom ? [`proposal by ${proposal.enteredFrom}`] : []
  return [proposalState(proposal), ...channel]
}

function proposalState(proposal: ProposalStory): StoryState {
  if (proposal.withdrawn) return 'proposal withdrawn'
  if (proposal.declined) return 'proposal declined'
  if (proposal.decision) return `proposal ${proposal.decision.kind}`
  if (proposal.reviewOn) return 'proposal under_review'
  if (proposal.talksOn) return 'proposal in_talks'
  if (proposal.acceptedOn) return 'proposal accepted'
  if (proposal.returned && !proposal.returned.againOn) return 'proposal returned'
  return proposal.submittedOn ? 'proposal submitted' : 'proposal draft'
}

function agreementStates(agreement: AgreementStory): StoryState[] {
  const amended: StoryState[] = agreement.amended ? ['agreement amended'] : []
  return [agreementState(agreement), ...amended]
}

function agreementState({ terminated, parties, signatures = [], ends_on, offeredOn }: AgreementStory): StoryState {
  if (terminated) return 'agreement terminated'
  if (parties.every((party) => signatures.some((one) => one.party === party)))
    return ends_on < opening ? 'agreement ended' : 'agreement in_force'
  return offeredOn ? 'agreement offered' : 'agreement draft'
}

function projectStates(project: ProjectStory): StoryState[] {
  const last = project.evaluations?.at(-1)
  if (last?.decision) return [`project ${last.decision.kind}`]
  if (last) return [isOpen(last) ? 'project awaiting_evaluation' : 'project evaluated']
  if (!project.startedOn) return ['project planned']
  return [project.ends_on < opening ? 'project awaiting_evaluation' : 'project active']
}

const inTime = ({ answers, closedOn = opening }: EvaluationStory) => answers.filter(({ on }) => on <= closedOn)

/** An evaluation waits until both sides are in or the section closes it. */
const isOpen = (one: EvaluationStory) => !one.closedOn && !one.decision && !one.jointTalk && inTime(one).length < 2

function evaluationStates(one: EvaluationStory): StoryState[] {
  const late = one.answers.length > inTime(one).length
  return [
    isOpen(one) ? 'evaluation open' : one.closedOn ? 'evaluation closed with a side missing' : 'evaluation complete',
    ...(late ? (['evaluation answered late'] as const) : []),
    ...(one.releasedOn ? (['evaluation released'] as const) : []),
  ]
}

/** State × city: the keys of the stories in which each state is met. */
export function storyTable(): Record<StoryState, Record<string, string[]>> {
  const row = (state: StoryState) =>
    Object.fromEntries(
      Object.entries(stories).map(([city, year]) => [
        city,
        year.filter((story) => statesOf(story).includes(state)).map(({ key }) => key),
      ]),
    )
  return Object.fromEntries(wantedStates.map((state) => [state, row(state)])) as Record<
    StoryState,
    Record<string, string[]>
  >
}
