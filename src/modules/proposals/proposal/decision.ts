import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { type IsoDate, plainDateLabel } from '../../../platform/time/index.ts'
import { asksFourEyes } from '../../charters/index.ts'
import type { Decision } from '../lifecycle.ts'
import type { Proposal, ProposalRow, PublicDecision } from '../tables.ts'
import { decisionLabel, offeredDecisions } from './proposal.ts'
import { type CorrectionInput, sentences } from './typed.ts'

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

/** Refuses a decision outside the programme's list, and a day before receipt or after today. */
export function ensureDecidable(one: Proposal, decision: Decision, on: IsoDate, day: IsoDate): void {
  ensureNone(wrongIn(one, decision, on, day))
}

type Sentences = { decision?: string; decided_on?: string; conditions?: string; released_on?: string }

function ensureNone(wrong: Sentences): void {
  if (Object.keys(wrong).length > 0) throw new Invalid({ ...wrong })
}

function wrongIn(one: Proposal, decision: Decision, on: IsoDate, day: IsoDate): Sentences {
  const offered = offeredDecisions(one.charter, one.programme).includes(decision)
  const decided_on =
    on > day
      ? '決定した日は、今日までの日にしてください。'
      : one.received_on && on < one.received_on
        ? `決定した日は、受け付けた日（${plainDateLabel(one.received_on)}）か、それより後の日にしてください。`
        : undefined
  return {
    ...(offered ? {} : { decision: '決定を、示された中から選んでください。' }),
    ...(decided_on ? { decided_on } : {}),
  }
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

export function ensureCorrect(one: Proposal, { decision, conditions, decided_on, released_on }: Decided, day: IsoDate) {
  const bare = decision === 'conditionally_adopted' && !conditions
  const early = !isReleased(one) && released_on && released_on < decided_on
  ensureNone({
    ...wrongIn(one, decision, decided_on, day),
    ...(bare ? { conditions: sentences.conditions } : {}),
    ...(early ? { released_on: sentences.released_on } : {}),
  })
}

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
