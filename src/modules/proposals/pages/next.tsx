import type { Actor } from '../../../platform/actor.ts'
import type { Entry } from '../../../platform/record/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { VerbButtons } from '../../../site/index.ts'
import { ButtonLink, ButtonRow } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { leadsToAgreement, word } from '../../charters/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { actions, submitProposal, writeMessage } from '../actions/index.ts'
import { ledOn } from '../events.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayLeadOn, mayRegisterProject, mayWriteProposal } from '../may.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

interface Led {
  proposal: Proposal
  entries: Entry[]
}

/** What this person can do now; nothing is offered that a rule would refuse. */
export function Next({ frame, data }: { frame: Frame; data: Led }) {
  const { actor, city } = frame
  const { proposal } = data
  const { state, title } = proposal
  const writes = lifecycle.canMove(state, 'submit') && mayWriteProposal(actor, proposal)
  const next = ledOnTo(data, city.slug)
  const ways = next ? [next] : mayLeadOn(actor, proposal) ? waysAfter(actor, data, city.slug) : []
  const verbs = actions.filter((verb) => verb !== writeMessage && (verb !== submitProposal || title !== ''))
  return (
    <ButtonRow>
      {writes && (
        <ButtonLink href={urls.edit({ city: city.slug, ref: refOf(proposal) })}>
          {state === 'returned' ? '補正する' : '続きを書く'}
        </ButtonLink>
      )}
      {ways.map((way) => (
        <ButtonLink href={way.href}>{way.label}</ButtonLink>
      ))}
      <VerbButtons
        frame={frame}
        thing={proposal}
        verbs={verbs.filter(({ tone }) => tone !== 'quiet')}
        first={writes || ways.length > 0 ? undefined : 'primary'}
      />
      <VerbButtons frame={frame} thing={proposal} verbs={verbs.filter(({ tone }) => tone === 'quiet')} />
    </ButtonRow>
  )
}

interface Way {
  href: string
  label: string
}

/** What this proposal was led on to, the newest: its agreement, or its project where no agreement is needed. */
function ledOnTo({ entries, proposal: { charter } }: Led, city: string): Way | undefined {
  const entry = entries.findLast(ledOn.is)
  const { project, agreement_id } = entry ? ledOn.read(entry) : {}
  if (project) return { href: projects.show({ city, ref: project }), label: '事業のページへ' }
  const label = `${word(charter, 'agreement')}のページへ`
  return agreement_id ? { href: agreements.show({ city, ref: agreement_id }), label } : undefined
}

/** How an adopted proposal goes on: by an agreement, or straight to the project, which the city enters. */
function waysAfter(actor: Actor, { proposal }: Led, city: string): Way[] {
  const { charter } = proposal
  const from = { proposal: proposal.id }
  if (leadsToAgreement(charter, proposal.programme, proposal.track))
    return [{ href: agreements.new({ city }, from), label: `${word(charter, 'agreement')}を書き始める` }]
  return mayRegisterProject(actor) ? [{ href: projects.new({ city }, from), label: '事業として登録する' }] : []
}
