import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { deny, type Ruling } from '../../../platform/ruling.ts'
import type { Request } from '../../../platform/web/index.ts'
import { lifecycle, type ProposalVerb } from '../lifecycle.ts'
import type { Seen } from '../queries/one.ts'
import { momentRuling, wrongMoment } from '../rules.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

/** What can be done only while the proposal is in the right state is refused by saying what is the case. */
export function ensureMoment(c: Request, { proposal, charter }: Seen, ...possible: ProposalVerb[]): void {
  const fits = possible.find((verb) => lifecycle.canMove(proposal.state, verb))
  const { heading, says } = wrongMoment(charter, proposal, fits ?? possible[0]!)
  const moment = fits ? momentRuling.why(fits, proposal) : deny(says)
  if (!moment.allowed) throw new Conflict(moment.because, undefined, { heading, back: wayBack(c, proposal) })
}

/** Whoever may know of a proposal but may not do this is led back to it. */
export function ensureHere(c: Request, proposal: Proposal, ruling: Ruling): void {
  if (!ruling.allowed) throw new Forbidden(ruling.because, { back: wayBack(c, proposal) })
}

const wayBack = (c: Request, proposal: Proposal) => ({ href: shown(c, proposal), label: '提案のページへ戻る' })

/** The proposal's own page. */
export const shown = (c: Request, proposal: Proposal) => urls.show({ city: c.city.slug, ref: refOf(proposal) })
