import type { Actor } from '../../../platform/actor.ts'
import type { Entry } from '../../../platform/record/index.ts'
import type { WaitingAct } from '../../../platform/web/action/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { VerbButtons } from '../../../site/index.ts'
import { ButtonLink, ButtonRow } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { leadsToAgreement, word } from '../../charters/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { actions, submitProposal, writeMessage } from '../actions/index.ts'
import { ledOn } from '../events.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayAnnul, mayDecide, mayLeadOn, mayRegisterProject, mayWriteProposal } from '../may.ts'
import { type Way, wayTo } from '../parts/led-on.tsx'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

interface Led {
  proposal: Proposal
  entries: Entry[]
  waiting: WaitingAct[]
}

export function Next({ frame, data }: { frame: Frame; data: Led }) {
  const { actor, city } = frame
  const { proposal } = data
  const { state, title } = proposal
  const writes = lifecycle.canMove(state, 'submit') && mayWriteProposal(actor, proposal)
  const begun = data.entries.findLast(ledOn.is)
  const next = begun && wayTo(ledOn.read(begun), proposal.charter, city.slug)
  const ways = next ? [next] : mayLeadOn(actor, proposal) ? waysAfter(actor, data, city.slug) : []
  const verbs = actions.filter((verb) => verb !== writeMessage && (verb !== submitProposal || title !== ''))
  return (
    <>
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
          waiting={data.waiting}
          first={writes || ways.length > 0 ? undefined : 'primary'}
        />
        <VerbButtons
          frame={frame}
          thing={proposal}
          verbs={verbs.filter(({ tone }) => tone === 'quiet')}
          waiting={data.waiting}
        />
      </ButtonRow>
      <WhyNotAnnulled actor={actor} proposal={proposal} />
    </>
  )
}

/** Tells the officer who decided why there is no button to annul, and what to do instead. */
function WhyNotAnnulled({ actor, proposal }: { actor: Actor; proposal: Proposal }) {
  if (!lifecycle.canMove(proposal.state, 'annul') || !mayDecide(actor, proposal)) return null
  const ruling = mayAnnul.why(actor, proposal)
  return ruling.allowed ? null : <p>{ruling.because}</p>
}

/** An adopted proposal leads to an agreement, or where none is needed to a project that staff register. */
function waysAfter(actor: Actor, { proposal }: Led, city: string): Way[] {
  const { charter } = proposal
  const from = { proposal: proposal.id }
  if (leadsToAgreement(charter, proposal.programme, proposal.track))
    return [{ href: agreements.new({ city }, from), label: `${word(charter, 'agreement')}を書き始める` }]
  return mayRegisterProject(actor) ? [{ href: projects.new({ city }, from), label: '事業として登録する' }] : []
}
