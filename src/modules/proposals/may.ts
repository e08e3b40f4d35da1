import type { Actor } from '../../platform/actor.ts'
import { all, allow, deny, notNow, type Ruling, rule, standing } from '../../platform/ruling.ts'
import { plainDateLabel, today } from '../../platform/time/index.ts'
import { isOfficerOf, isSection, isStaff, isTiedTo } from '../parties/index.ts'
import { type Decision, lifecycle } from './lifecycle.ts'
import { isReleased } from './proposal/decision.ts'
import { otherDecisions, whyItRests } from './proposal/rests.ts'
import { entersFor, isAdopted, isOpenTo, isProposer, wrongMoment } from './proposal/standing.ts'
import type { Proposal, ProposalRow } from './tables.ts'

/** A proposal as far as the rules look at it. */
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

/** Who may know of a proposal before it is released: its proposer, the section, and the department it was given to. */
export const maySeeProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isOpenTo(actor, proposal)) return allow()
  return deny('この提案を見られるのは、提案した団体と担当の職員だけです。')
})

/** The 起案・決裁 sheets are the city's own papers: for the section and the department that it was given to. */
export const maySeeActs = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isOfficerOf(actor, proposal.department_id)) return allow()
  return deny('起案・決裁の控えを見られるのは、担当課と協働の担当課の職員だけです。')
})

/** A draft begins for a party of one's own; which of them it is, is chosen in the form. */
export const mayBegin = rule((actor: Actor): Ruling => {
  return actor.account_id ? allow() : deny('提案を書き始めるには、サインインしてください。')
})

export const mayRegisterOnPaper = rule((actor: Actor): Ruling => {
  return isSection(actor) ? allow() : deny('紙で届いた提案を入力できるのは、協働の担当課の職員だけです。')
})

/** Who may write the proposal's text and say what its proposer wants. */
export const mayWriteProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isProposer(actor, proposal) || entersFor(actor, proposal)) return allow()
  return deny('この提案の手続きができるのは、提案した団体の代表者・事務担当の方だけです。')
})

/** The text is written until it is submitted, put right while it is returned, and revised in the talks. */
export const mayEdit = rule((actor: Actor, proposal: Proposal): Ruling => {
  const { state } = proposal
  const writable = lifecycle.canMove(state, 'submit') || lifecycle.canMove(state, 'revise')
  const { heading, sentence } = wrongMoment(proposal, 'submit')
  return all(mayWriteProposal.why(actor, proposal), writable ? allow() : standing(notNow(sentence), { heading }))
})

/** The section carries the procedure; who belongs to the proposing party stands aside. */
export const mayHandleProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isSection(actor)) return deny('この手続きができるのは、協働の担当課の職員だけです。')
  return standsApart.why(actor, proposal)
})

/** The responsible department carries the talks, as the section does. */
export const mayLeadTalks = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isOfficerOf(actor, proposal.department_id))
    return deny('この手続きができるのは、担当課と協働の担当課の職員だけです。')
  return standsApart.why(actor, proposal)
})

const standsApart = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isTiedTo(actor, proposal.party_id)) return allow()
  return deny('提案した団体の一員になっている方は、市の側の手続きができません。ほかの職員にお願いしてください。')
})

/** The list of what came in is the staff's; a department finds there what was given to it. */
export const maySeeIncoming = rule((actor: Actor): Ruling => {
  return isStaff(actor) ? allow() : deny('受け付けた提案の一覧は、市の職員のためのものです。')
})

const inTalks = new Set<Facts['state']>(['submitted', 'returned', 'accepted', 'in_talks', 'under_review', 'decided'])

/** Both sides may write to each other from the day it was submitted; afterwards the agreement's own talks go on. */
export const mayWriteMessage = rule((actor: Actor, proposal: Facts): Ruling => {
  const seen = maySeeProposal.why(actor, proposal)
  if (!seen.allowed || inTalks.has(proposal.state)) return seen
  if (proposal.state === 'draft') return notNow('メッセージのやりとりができるのは、提案を提出したあとです。')
  return notNow('この提案は終わっているため、新しいメッセージは送れません。担当課へお電話ください。')
})

const assignable = new Set<Facts['state']>(['submitted', 'accepted', 'in_talks', 'under_review'])

/** The section gives a proposal to a department, and to another one when it turns out to be theirs. */
export const mayAssign = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed || assignable.has(proposal.state)) return role
  return notNow('担当課を決められるのは、提出されてから決定されるまでの間です。')
})

/** The section decides, in the words that the programme knows. */
export const mayDecide = rule(
  (actor: Actor, proposal: Facts): Ruling =>
    all(mayHandleProposal.why(actor, proposal), allow(`programmes.${proposal.programme}.decisions`)),
)

/** The section corrects what it decided: before and after the release, and when the group has declined. */
export const mayCorrect = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayDecide.why(actor, proposal)
  if (!role.allowed || (proposal.decision && ['decided', 'declined'].includes(proposal.state))) return role
  return notNow('訂正できるのは、決定された提案だけです。')
})

/** What a decision may be corrected to: an adoption on which something rests, or which was declined, stays one. */
export const mayCorrectTo = rule((actor: Actor, proposal: Facts, decision: Decision): Ruling => {
  const role = mayCorrect.why(actor, proposal)
  if (!role.allowed || isAdopted(decision)) return role
  if (proposal.led_on_at) return notNow(whyItRests(proposal))
  if (proposal.state === 'declined')
    return notNow(`採択されて辞退された提案の決定を、${otherDecisions(proposal)}に訂正することはできません。`)
  if (decision === 'deferred' && isReleased(proposal))
    return notNow('公表した決定を、保留に訂正することはできません。決定を取り消して、審査を続けてください。')
  return role
})

/** The section takes a decision back, as long as nothing rests on it; the proposal is then weighed anew. */
export const mayAnnul = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayDecide.why(actor, proposal)
  return role.allowed && proposal.led_on_at ? notNow(whyItRests(proposal)) : role
})

/** Only a deferred proposal is taken up again. */
export const mayResume = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed || !proposal.decision || proposal.decision === 'deferred') return role
  return notNow('審査を再開できるのは、保留と決めた提案だけです。')
})

/** A decision is released from its day on, with what was chosen for it. */
export const mayRelease = rule((actor: Actor, proposal: Facts, now: Date): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed) return role
  const { state, decision, released_on } = proposal
  if (!decision || decision === 'deferred' || !['decided', 'declined'].includes(state))
    return notNow('公表できるのは、採択・不採択が決まった提案だけです。')
  if (released_on && today(now) < released_on) return notNow(`公表は${plainDateLabel(released_on)}からできます。`)
  return role
})

export const mayWithhold = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed || proposal.published_at) return role
  return notNow('この提案は公表されていません。')
})

/** Only what was adopted is declined; before the decision a proposal is withdrawn. */
export const mayDecline = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayWriteProposal.why(actor, proposal)
  if (!role.allowed || !proposal.decision || isAdopted(proposal.decision)) return role
  return notNow('辞退できるのは、採択された提案だけです。')
})

/** From an adopted proposal its group, its department and the section go on to what both sides agree on. */
export const mayLeadOn = rule((actor: Actor, proposal: Facts): Ruling => {
  if (!isProposer(actor, proposal) && !isOfficerOf(actor, proposal.department_id))
    return deny('取り決めを書き始められるのは、提案した団体の代表者・事務担当の方と、担当の職員です。')
  if (proposal.state === 'decided' && isAdopted(proposal.decision)) return allow()
  return notNow('取り決めに進めるのは、採択された提案だけです。')
})

/** Where no agreement is needed, the city enters the project itself. */
export const mayRegisterProject = rule((actor: Actor): Ruling => {
  return isStaff(actor, 'section', 'department') ? allow() : deny('事業として登録できるのは、市の担当の職員だけです。')
})
