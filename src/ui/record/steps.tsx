import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

export interface Step {
  label: string
  state: 'done' | 'here' | 'ahead'
  when?: string
  href?: string
}

const said = { done: '済み', here: '今ここ', ahead: 'これから' }

/** The steps of a process; each says in words whether it is done, present or ahead. */
export function Steps({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <ol class="bare dots steps" aria-label={label}>
      {steps.map((step) => (
        <li class={`step-${step.state}`} aria-current={step.state === 'here' ? 'step' : undefined}>
          <span class="step-label">{step.href ? <a href={step.href}>{step.label}</a> : step.label}</span>
          <span class="quiet">
            {said[step.state]}
            {step.when && `・${step.when}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The progress through the pages of one form: 「4のうち2 役割と目標」. */
function StepOf({ step, of, children }: { step: number; of: number; children: Child }) {
  return (
    <p class="quiet">
      <strong>
        {of}のうち{step}
      </strong>{' '}
      {children}
    </p>
  )
}

export const examples: Example[] = [
  {
    name: 'Steps 今どこか',
    render: () => (
      <Steps
        label="この提案の歩み"
        steps={[
          { label: '提出', state: 'done', when: '4月20日', href: '/ui' },
          { label: '受付', state: 'done', when: '4月24日' },
          { label: '担当課との話し合い', state: 'here', when: '5月8日から' },
          { label: '審査', state: 'ahead', when: '6月中旬' },
          { label: '決定', state: 'ahead' },
        ]}
      />
    ),
  },
  {
    name: 'StepOf 書式の何ページ目か',
    render: () => (
      <StepOf step={2} of={4}>
        役割と目標
      </StepOf>
    ),
  },
]
