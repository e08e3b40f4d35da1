import type { Actor } from '../../platform/actor.ts'
import { all, allow, deny, type Rule, type Ruling, rule } from '../../platform/ruling.ts'
import { type IsoDate, plainDateLabel } from '../../platform/time/index.ts'
import type { Lang } from '../../platform/web/index.ts'
import { type Charter, contactLines, honorific, label, programme, word } from '../charters/index.ts'
import { isIn, isOfficerOf, isSection, isStaff } from '../parties/index.ts'
import { calendarDay } from '../programmes/index.ts'
import { type Decision, lifecycle, type ProposalVerb } from './lifecycle.ts'
import type { Proposal } from './tables.ts'

/** A proposal as far as the rules look at it. */
export type Facts = Pick<
  Proposal,
  'state' | 'party_id' | 'department_id' | 'channel' | 'submitted_at' | 'decision' | 'released_on' | 'published_at'
>

/** Whether the person writes for the proposing party: its representative or the keeper of its papers. */
export function isProposer(actor: Actor, proposal: Pick<Facts, 'party_id'>): boolean {
  return isIn(actor, proposal.party_id, 'representative', 'secretary')
}

/** For a party that comes on paper, by telephone or to the counter, the section types in what the party says. */
export function entersFor(actor: Actor, proposal: Pick<Facts, 'channel'>): boolean {
  return proposal.channel !== 'web' && isSection(actor)
}

/** Who may know of a proposal before it is released: its proposer, the section, and the department it was given to. */
export const maySeeProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isProposer(actor, proposal) || entersFor(actor, proposal)) return allow()
  if (proposal.submitted_at && isOfficerOf(actor, proposal.department_id)) return allow()
  return deny('この提案を見られるのは、提案した団体と担当の職員だけです。')
})

/** Who may write the proposal's text and say what its proposer wants. */
export const mayWriteProposal = rule((actor: Actor, proposal: Facts): Ruling => {
  if (isProposer(actor, proposal) || entersFor(actor, proposal)) return allow()
  return deny('この提案の手続きができるのは、提案した団体の代表者・事務担当の方だけです。')
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
  if (!isIn(actor, proposal.party_id)) return allow()
  return deny('提案した団体の一員になっている方は、市の側の手続きができません。ほかの職員にお願いしてください。')
})

export const mayRegisterOnPaper = rule((actor: Actor): Ruling => {
  return isSection(actor) ? allow() : deny('紙で届いた提案を入力できるのは、協働の担当課の職員だけです。')
})

/** The list of what came in is the staff's; a department finds there what was given to it. */
export const maySeeIncoming = rule((actor: Actor): Ruling => {
  return isStaff(actor) ? allow() : deny('受け付けた提案の一覧は、市の職員のためのものです。')
})

const waits = new Set<Facts['state']>(['submitted', 'returned', 'accepted', 'in_talks', 'under_review', 'decided'])

/** Both sides may write to each other from the day it was submitted; afterwards the agreement's own talks go on. */
export const mayWriteMessage = rule((actor: Actor, proposal: Facts): Ruling => {
  const seen = maySeeProposal.why(actor, proposal)
  if (!seen.allowed) return seen
  return waits.has(proposal.state)
    ? allow()
    : deny('この提案は終わっているため、新しいメッセージは送れません。担当課へお電話ください。')
})

export const isAdopted = (decision: Decision | null): boolean =>
  decision === 'adopted' || decision === 'conditionally_adopted'

/** From an adopted proposal its group, its department and the section go on to what both sides agree on. */
export const mayLeadOn = rule((actor: Actor, proposal: Facts): Ruling => {
  if (proposal.state !== 'decided' || !isAdopted(proposal.decision))
    return deny('取り決めに進めるのは、採択された提案だけです。')
  if (isProposer(actor, proposal) || isOfficerOf(actor, proposal.department_id)) return allow()
  return deny('取り決めを書き始められるのは、提案した団体の代表者・事務担当の方と、担当の職員です。')
})

/** Who may do what; whether it is the moment for it is the lifecycle's. */
export const rules: Record<ProposalVerb, Rule<[actor: Actor, proposal: Facts]>> = {
  submit: mayWriteProposal,
  return: mayHandleProposal,
  accept: mayHandleProposal,
  openTalks: mayLeadTalks,
  revise: mayWriteProposal,
  review: mayLeadTalks,
  decide: mayHandleProposal,
  resume: mayHandleProposal,
  withdraw: mayWriteProposal,
  decline: mayWriteProposal,
}

/** What the lifecycle alone does not know: only an adopted proposal is declined, only a deferred one taken up again. */
export const momentRuling = rule((verb: ProposalVerb, proposal: Facts): Ruling => {
  if (verb === 'decline' && !isAdopted(proposal.decision)) return deny('辞退できるのは、採択された提案だけです。')
  if (verb === 'resume' && proposal.decision !== 'deferred')
    return deny('審査を再開できるのは、保留と決めた提案だけです。')
  return allow()
})

/** What is the case, for who comes at the wrong moment, and what can be done instead. */
export function wrongMoment(
  charter: Charter,
  proposal: Pick<Proposal, 'state' | 'decision' | 'programme'>,
  verb: ProposalVerb,
): { heading: string; says: string } {
  const thing = word(charter, 'proposal')
  const { state, decision } = proposal
  const decided = state === 'decided' && decision ? decisionLabel(charter, proposal.programme, decision) : undefined
  const heading = decided
    ? `この${thing}は、もう「${decided}」と決まっています`
    : `この${thing}は、いま「${lifecycle.label(state)}」です`
  if (verb === 'withdraw' && isAdopted(decision) && decided)
    return {
      heading,
      says: '取り下げは、決定の前の手続きです。決定のあとにやめるときは、「辞退する」の手続きになります。',
    }
  const { from, label: deed } = lifecycle.moves[verb]
  const when = from.map((one) => `「${lifecycle.label(one)}」`).join('')
  return { heading, says: `「${deed}」ができるのは、${when}のときです。` }
}

/** Whether this person may do this now: what the buttons of a page ask. */
export function canDo(verb: ProposalVerb, actor: Actor, proposal: Facts): boolean {
  return (
    lifecycle.canMove(proposal.state, verb) &&
    all(rules[verb].why(actor, proposal), momentRuling.why(verb, proposal)).allowed
  )
}

const assignable = new Set<Facts['state']>(['submitted', 'accepted', 'in_talks', 'under_review'])

/** The section gives a proposal to a department, and to another one when it turns out to be theirs. */
export const mayAssign = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed) return role
  return assignable.has(proposal.state)
    ? allow()
    : deny('担当課を決められるのは、提出されてから決定されるまでの間です。')
})

/** A decision is released from its day on, with what was chosen for it. */
export const mayRelease = rule((actor: Actor, proposal: Facts, on: IsoDate): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed) return role
  if (!proposal.decision || proposal.decision === 'deferred' || !['decided', 'declined'].includes(proposal.state))
    return deny('公表できるのは、採択・不採択が決まった提案だけです。')
  if (proposal.released_on && on < proposal.released_on)
    return deny(`公表は${plainDateLabel(proposal.released_on)}からできます。`)
  return allow()
})

export const mayWithhold = rule((actor: Actor, proposal: Facts): Ruling => {
  const role = mayHandleProposal.why(actor, proposal)
  if (!role.allowed) return role
  return proposal.published_at ? allow() : deny('この提案は公表されていません。')
})

const usual: Record<Decision, string> = {
  adopted: '採択',
  conditionally_adopted: '条件付採択',
  not_adopted: '不採択',
  deferred: '保留',
}

/** Whom the proposer may ask: the section, and the department that the proposal was given to. */
export function askAt(
  charter: Charter,
  { department_name, department_phone }: { department_name: string | null; department_phone: string | null },
): string[] {
  const department = department_name ? [`担当　${department_name}`] : []
  return [...contactLines(charter), ...department, ...(department_phone ? [`電話　${department_phone}`] : [])]
}

/** To whom a letter goes, as it stands at its head: a body by its representative's name where the register knows it. */
export function addresseeOf(
  charter: Charter,
  { party_kind, party_name, representative }: { party_kind: string; party_name: string; representative: string | null },
): string[] {
  const to = honorific(charter, party_kind)
  if (to === '御中' && representative) return [party_name, `代表者　${representative}　様`]
  return [`${party_name}　${to}`]
}

/** What happens to a proposal that was received: each step with who does it, and its day in the programme's year. */
export function wayAhead(
  charter: Charter,
  proposal: { programme: string; received_on: IsoDate | null; call_year: number | null; fiscal_year: number | null },
): { step: string; says: string; until?: IsoDate }[] {
  const found = programme(charter, proposal.programme)
  const year = proposal.call_year ?? proposal.fiscal_year
  const day = (...keys: string[]) => {
    const entry = found?.calendar.findLast(({ key }) => keys.includes(key))
    const on = entry && year !== null ? calendarDay(entry, year) : undefined
    return on && on >= (proposal.received_on ?? on) ? on : undefined
  }
  const section = label(charter.city.contact.section)
  const panel = label(charter.bodies.find(({ key }) => key === found?.review?.body)?.label) || '市'
  return [
    { step: '内容の確認', says: `${section}が読み、受理したこと、または直していただきたいところをお知らせします。` },
    { step: '話し合い', says: '担当する課を決め、内容について話し合います。', until: day('talks-until') },
    { step: word(charter, 'review'), says: `${panel}が審査します。`, until: day('papers-review', 'presentation') },
    { step: '決定', says: '採択するかどうかを、理由をつけて書面でお知らせします。', until: day('decision') },
  ]
}

/** What this programme calls the decision. */
export function decisionLabel(charter: Charter, programmeKey: string, decision: Decision, lang: Lang = 'ja'): string {
  const named = programme(charter, programmeKey)?.decisions.find(({ key }) => key.replaceAll('-', '_') === decision)
  return label(named?.label, lang) || usual[decision]
}
