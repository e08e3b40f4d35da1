import type { Actor } from '../../platform/actor.ts'
import { all, allow, deny, notNow, type Ruling, rule, standing } from '../../platform/ruling.ts'
import { plainDateLabel, today } from '../../platform/time/index.ts'
import { isOfficerOf, isSection, isStaff, isTiedTo } from '../parties/index.ts'
import { type Decision, lifecycle } from './lifecycle.ts'
import { nonAdoptions, whyAdoptionStays } from './proposal/adoption.ts'
import { isReleased } from './proposal/decision.ts'
import { entersFor, isAdopted, isOpenTo, isProposer, wrongMoment } from './proposal/proposal.ts'
import type { Proposal, ProposalRow } from './tables.ts'

/** The columns that the rules read. */
export type Facts = Pick<
  ProposalRow,
  | 'state'
  | 'programme'
  | 'party_id'
  | 'department_id'
  | 'channel'
  | 'submitted_at'
  | 'decision'
  | 'released_on'
  | 'led_on_at'
  | 'published_at'
  | 'public_decision'
> &
  Partial<Pick<Proposal, 'charter'>>

export const maySeeProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isOpenTo(actor, proposal)) return allow()
  return deny('この提案を見られるのは、提案した団体と担当の職員だけです。')
})

/** The sheet of an act names its preparer, its confirmer and its grounds, so it is internal to the city office. */
export const maySeeActs = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isOfficerOf(actor, proposal.department_id)) return allow()
  return deny('起案・決裁の控えを見られるのは、担当課と協働の担当課の職員だけです。')
})

/** Opens the page to anyone with an account; the form offers the parties they may act for. */
export const mayBegin = rule((actor: Actor): Ruling => {
  return actor.account_id ? allow() : deny('提案を書き始めるには、サインインしてください。')
})

export const mayRegisterOnPaper = rule((actor: Actor): Ruling => {
  return isSection(actor) ? allow() : deny('紙で届いた提案を入力できるのは、協働の担当課の職員だけです。')
})

export const mayWriteProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isProposer(actor, proposal) || entersFor(actor, proposal)) return allow()
  return deny('この提案の手続きができるのは、提案した団体の代表者・事務担当の方だけです。')
})

/**
 * What a proposer has handed in is changed and taken back by the proposer; the section does it for one without an account,
 * from the proposer's own paper.
 */
export const maySpeakForProposer = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isProposer(actor, proposal) || proposal.submitted_at === null) return allow()
  return deny('提案した団体から届いた書面の写しを付けて、書面のとおりに入力してください。')
})

export const mayEdit = rule((actor: Actor, proposal: Proposal): Ruling => {
  const { state } = proposal
  const writable = lifecycle.canMove(state, 'submit') || lifecycle.canMove(state, 'revise')
  const { heading, sentence } = wrongMoment(proposal, 'submit')
  return all(mayWriteProposal.why(actor, proposal), writable ? allow() : standing(notNow(sentence), { heading }))
})

/** The section runs the procedure; members of the proposing party are excluded. */
export const mayHandleProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isSection(actor)) return deny('この手続きができるのは、協働の担当課の職員だけです。')
  return isImpartial.why(actor, proposal)
})

export const mayLeadTalks = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isOfficerOf(actor, proposal.department_id))
    return deny('この手続きができるのは、担当課と協働の担当課の職員だけです。')
  return isImpartial.why(actor, proposal)
})

const isImpartial = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isTiedTo(actor, proposal.party_id)) return allow()
  return deny('提案した団体の一員になっている方は、市の側の手続きができません。ほかの職員にお願いしてください。')
})

export const maySeeIncoming = rule((actor: Actor): Ruling => {
  return isStaff(actor) ? allow() : deny('受け付けた提案の一覧は、市の職員のためのものです。')
})

const messageStates = new Set<Facts['state']>([
  'submitted',
  'returned',
  'accepted',
  'in_talks',
  'under_review',
  'decided',
])

/** Messages end with the proposal; after adoption the agreement has talks of its own. */
export const mayWriteMessage = rule((actor: Actor, proposal: Facts): Ruling => {
  const seen = maySeeProposal.why(actor, proposal)
  if (!seen.allowed || messageStates.has(proposal.state)) return seen
  if (proposal.state === 'draft') return notNow('メッセージのやりとりができるのは、提案を提出したあとです。')
  return notNow('この提案は終わっているため、新しいメッセージは送れません。担当課へお電話ください。')
})

const assignable = new Set<Facts['state']>(['submitted', 'accepted', 'in_talks', 'under_review'])

export const mayAssign = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed || assignable.has(proposal.state)) return role
  return notNow('担当課を決められるのは、提出されてから決定されるまでの間です。')
})

export const mayDecide = rule(
  (actor: Actor, proposal: Facts): Ruling =>
    all(mayHandleProposal.why(actor, proposal), allow(`programmes.${proposal.programme}.decisions`)),
)

export const mayCorrect = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayDecide.why(actor, proposal)
  if (!role.allowed || (proposal.decision && ['decided', 'declined'].includes(proposal.state))) return role
  return notNow('訂正できるのは、決定された提案だけです。')
})

/** An adoption cannot be corrected to another decision once something began from it, or once it was declined. */
export const mayCorrectTo = rule((actor: Actor, proposal: Facts, decision: Decision): Ruling => {
  const role = mayCorrect.why(actor, proposal)
  if (!role.allowed || isAdopted(decision)) return role
  if (proposal.led_on_at) return notNow(whyAdoptionStays(proposal))
  if (proposal.state === 'declined')
    return notNow(`採択されて辞退された提案の決定を、${nonAdoptions(proposal)}に訂正することはできません。`)
  if (decision === 'deferred' && isReleased(proposal))
    return notNow('公表した決定を、保留に訂正することはできません。決定を取り消して、審査を続けてください。')
  return role
})

export const mayAnnul = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayDecide.why(actor, proposal)
  return role.allowed && proposal.led_on_at ? notNow(whyAdoptionStays(proposal)) : role
})

export const mayResume = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed || !proposal.decision || proposal.decision === 'deferred') return role
  return notNow('審査を再開できるのは、保留と決めた提案だけです。')
})

export const mayRelease = rule((actor: Actor, proposal: Facts, now: Date): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed) return role
  const { state, decision, released_on } = proposal
  if (!decision || decision === 'deferred' || !['decided', 'declined'].includes(state))
    return notNow('公表できるのは、採択・不採択が決まった提案だけです。')
  if (released_on && today(now) < released_on) return notNow(`公表は${plainDateLabel(released_on)}からできます。`)
  return role
})

export const mayRetract = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed || proposal.published_at) return role
  return notNow('この提案は公表されていません。')
})

/** Only an adoption can be declined; before the decision a proposal is withdrawn. */
export const mayDecline = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayWriteProposal.why(actor, proposal)
  if (!role.allowed || !proposal.decision || isAdopted(proposal.decision)) return role
  return notNow('辞退できるのは、採択された提案だけです。')
})

export const mayLeadOn = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isProposer(actor, proposal) && !isOfficerOf(actor, proposal.department_id))
    return deny('取り決めを書き始められるのは、提案した団体の代表者・事務担当の方と、担当の職員です。')
  if (proposal.state === 'decided' && isAdopted(proposal.decision)) return allow()
  return notNow('取り決めに進めるのは、採択された提案だけです。')
})

export const mayRegisterProject = rule((actor: Actor): Ruling => {
  return isStaff(actor, 'section', 'department') ? allow() : deny('事業として登録できるのは、市の担当の職員だけです。')
})
