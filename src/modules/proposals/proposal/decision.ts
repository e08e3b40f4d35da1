import type { Letter } from '../../../platform/letters/index.ts'
import { Conflict, type Wrong } from '../../../platform/refusals.ts'
import { type IsoDate, plainDateLabel } from '../../../platform/time/index.ts'
import { asksFourEyes } from '../../charters/index.ts'
import type { Decision } from '../lifecycle.ts'
import type { Proposal, ProposalRow, PublicDecision } from '../tables.ts'
import { decisionLabel, offeredDecisions } from './proposal.ts'
import type { CorrectionInput } from './typed.ts'

/** A decision as its letter states it, and the day from which it may be public. */
export interface Decided {
  decision: Decision
  reasons: string
  conditions: string
  decided_on: IsoDate
  released_on: IsoDate | null
}

/** Corrections and annulments need the second officer wherever decisions do. */
export const isDecidedByTwo = ({ charter }: Pick<Proposal, 'charter'>): boolean =>
  asksFourEyes(charter, 'proposal.decision')

/** Returns the decision; 409 where there is none. */
export function decidedOn({ decision, reasons, conditions, decided_on, released_on }: ProposalRow): Decided {
  if (!decision || !decided_on) throw new Conflict('この提案は、まだ決定されていません。')
  return { decision, reasons, conditions, decided_on, released_on }
}

/** Drops conditions that were typed before another decision was chosen. */
export const conditionsOf = (decision: Decision, typed: string): string =>
  decision === 'conditionally_adopted' ? typed : ''

/** Refuses a decision outside the programme's list, one without its conditions, and days that cannot be. */
export function wrongIn(one: Proposal, { conditions, ...typed }: Partial<Decided>, day: IsoDate): Wrong {
  const { decision, decided_on, released_on } = typed
  const offered = !decision || offeredDecisions(one.charter, one.programme).includes(decision)
  const bare = decision === 'conditionally_adopted' && conditions === ''
  const early = decided_on && released_on && !isReleased(one) && released_on < decided_on
  return {
    decision: offered ? undefined : '決定を、示された中から選んでください。',
    conditions: bare ? '採択の条件を書いてください。' : undefined,
    decided_on: decided_on && wrongDay(one, decided_on, day),
    released_on: early ? '公表する日は、決定した日と同じ日か、それより後の日にしてください。' : undefined,
  }
}

function wrongDay({ received_on }: Proposal, on: IsoDate, day: IsoDate): string | undefined {
  if (on > day) return '決定した日は、今日までの日にしてください。'
  if (!received_on || on >= received_on) return undefined
  return `決定した日は、受け付けた日（${plainDateLabel(received_on)}）か、それより後の日にしてください。`
}

/** Returns the day of release if one was given, and null where it follows the day of the decision. */
export const givenRelease = ({ decided_on, released_on }: Pick<ProposalRow, 'decided_on' | 'released_on'>) =>
  released_on === decided_on ? null : released_on

export function correctedBy(one: Proposal, typed: Omit<CorrectionInput, 'reason'>): Decided {
  const was = decidedOn(one)
  const decision = typed.decision || was.decision
  const decided_on = typed.decided_on ?? was.decided_on
  const conditions = conditionsOf(decision, typed.conditions || was.conditions)
  const later = typed.released_on ?? laterOf(givenRelease(was), decided_on)
  const released_on = isReleased(one) ? was.released_on : later
  return { decision, reasons: typed.reasons || was.reasons, conditions, decided_on, released_on }
}

/** A correction is a decision as every other one is, and says something else than what it corrects. */
export function wrongCorrection(one: Proposal, typed: Partial<CorrectionInput>, day: IsoDate): Wrong {
  if (!one.decision) return {}
  const is = correctedBy(one, {
    decision: '',
    reasons: '',
    conditions: '',
    decided_on: null,
    released_on: null,
    ...typed,
  })
  const read = asked.every((field) => field in typed)
  const same = read && changesBetween(one, decidedOn(one), is).length === 0
  return {
    '': same ? 'いまの決定と同じです。誤っていたところを直してください。' : undefined,
    ...wrongIn(one, is, day),
  }
}

const asked = ['decision', 'reasons', 'conditions', 'decided_on', 'released_on'] as const

const laterOf = (one: IsoDate | null, other: IsoDate) => (one && one > other ? one : other)

export interface Changed {
  label: string
  wrong: string
  right: string
}

/** Returns what was wrong and what is right (誤・正), part by part. */
export function changesBetween(one: Pick<Proposal, 'charter' | 'programme'>, was: Decided, is: Decided): Changed[] {
  const before = new Map(wordsOf(one, was))
  return wordsOf(one, is)
    .map(([label, right]) => ({ label, wrong: before.get(label) ?? '', right }))
    .filter(({ wrong, right }) => wrong !== right)
}

function wordsOf({ charter, programme }: Pick<Proposal, 'charter' | 'programme'>, one: Decided): [string, string][] {
  const released = givenRelease(one)
  return [
    ['決定', decisionLabel(charter, programme, one.decision)],
    ['理由', one.reasons],
    ['採択の条件', one.conditions || '（なし）'],
    ['決定した日', plainDateLabel(one.decided_on)],
    ['公表する日', released ? plainDateLabel(released) : '決定した日から'],
  ]
}

/**
 * The letter of the decision that holds: the newest of decisions, corrections and annulments, newest first. Once a decision
 * is annulled, it is the annulment's, until the proposal is decided anew. Undefined for acts before letters were kept.
 */
export const letterInForce = (letters: readonly Letter[]): Letter | undefined =>
  letters.find(({ kind }) => kind === 'proposal.decision' || kind === 'proposal.annulment')

type Shown = Pick<ProposalRow, 'published_at' | 'public_decision'>

/** False once the released decision was annulled, even while its page is still public. */
export const isReleased = ({ published_at, public_decision }: Shown): boolean =>
  published_at !== null && public_decision?.annulled_on === undefined

export function publicDecision(
  { decision, reasons, conditions, decided_on }: Decided,
  correction?: { on: IsoDate; reason: string },
): PublicDecision {
  const seen = correction ? { corrected_on: correction.on, correction: correction.reason } : {}
  return { decision, reasons, conditions, decided_on, ...seen }
}
