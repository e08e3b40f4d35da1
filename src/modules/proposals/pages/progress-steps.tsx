import type { Entry } from '../../../platform/record/index.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { type Step, Steps } from '../../../ui/index.ts'
import { accepted, decided, decidedAnew, reviewBegan, submitted, talksOpened } from '../events.ts'
import type { ProposalRow } from '../tables.ts'

const path = ['submitted', 'accepted', 'in_talks', 'under_review', 'decided'] as const
const stepLabels = { submitted: '提出', accepted: '受理', in_talks: '話し合い', under_review: '審査', decided: '決定' }

const reachedBy = {
  submitted: [submitted],
  accepted: [accepted],
  in_talks: [talksOpened],
  under_review: [reviewBegan],
  decided: [decided, decidedAnew],
}

/** A returned proposal is shown at the step of its submission. */
export function ProgressSteps({ proposal, entries }: { proposal: Pick<ProposalRow, 'state'>; entries: Entry[] }) {
  const { state } = proposal
  if (state === 'withdrawn' || state === 'declined') return null
  const here = state === 'draft' ? -1 : path.indexOf(state === 'returned' ? 'submitted' : state)
  const steps: Step[] = path.map((step, index) => {
    const reached = entries.findLast((entry) => reachedBy[step].some((event) => event.is(entry)))
    return {
      label: stepLabels[step],
      state: index < here || (state === 'decided' && index === here) ? 'done' : index === here ? 'here' : 'ahead',
      when: reached && index <= here ? shortDay(reached.at) : undefined,
    }
  })
  return <Steps label="この提案の歩み" steps={steps} />
}

const shortDay = (at: Date) => plainDateLabel(today(at)).replace(/^.*年/, '')
