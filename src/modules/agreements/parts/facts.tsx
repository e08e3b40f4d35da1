import { dateLabel } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { ButtonLink, ButtonRow, Notice, Paragraphs } from '../../../ui/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { proposalRef } from '../../proposals/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { type AgreedText, TextFacts } from '../../texts/index.ts'
import { type Agreement, type FromProposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

export function Outcome({ agreement }: { agreement: Pick<Agreement, 'state' | 'ended_on' | 'termination'> }) {
  if (agreement.state !== 'terminated') return null
  return (
    <Notice kind="warning" heading={`${agreement.ended_on ? dateLabel(agreement.ended_on) : ''}をもって取りやめました`}>
      <Paragraphs text={agreement.termination} />
    </Notice>
  )
}

export function Facts(props: {
  frame: Frame
  text: AgreedText
  party: string
  proposals: readonly FromProposal[]
  made?: readonly { ref: string; title: string }[]
}) {
  const { text, party, made = [] } = props
  const city = props.frame.city.slug
  const more = [
    ...props.proposals.map((one) => ({
      label: 'もとになった提案',
      value: <a href={proposals.show({ city, ref: proposalRef(one) })}>{one.title}</a>,
    })),
    ...made.map(({ ref, title }) => ({
      label: 'この取り決めによる事業',
      value: <a href={projects.show({ city, ref })}>{title}</a>,
    })),
  ]
  return <TextFacts text={text} party={party} more={more} />
}

export function Downloads({ frame, agreement }: { frame: Frame; agreement: Parameters<typeof refOf>[0] }) {
  return (
    <ButtonRow>
      <ButtonLink kind="secondary" href={urls.pdf({ city: frame.city.slug, ref: refOf(agreement) })} download>
        文面をPDFで受け取る
      </ButtonLink>
    </ButtonRow>
  )
}
