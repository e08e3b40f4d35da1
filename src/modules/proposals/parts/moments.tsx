import type { DateOn } from '../../../platform/db/index.ts'
import type { Moment, Traced } from '../../../platform/timeline.ts'
import { word } from '../../charters/index.ts'
import { urls } from '../urls.ts'

declare module '../../../platform/timeline.ts' {
  interface Kept {
    proposal?: { ref: string; submitted_on: DateOn | null; accepted: boolean; decided_on: DateOn | null }
    /** The talks held before the decision. */
    talks?: { count: number; sides: number; first_on: DateOn | null; last_on: DateOn | null }
  }
}

/** Returns the moments of a project's timeline that come from its proposal. */
export function proposalMoments(seen: Traced): Moment[] {
  const { submitted_on = null, decided_on = null } = seen.kept.proposal ?? {}
  const name = word(seen.frame.charter, 'proposal')
  const { href } = proposalEvidence('proposal', seen) ?? {}
  const proposed = href ? <a href={href}>{name}</a> : name
  return [
    ...(submitted_on ? [{ key: 'proposal.submitted', on: submitted_on, what: <>{proposed}が提出されました。</> }] : []),
    ...talked(seen, name),
    // Not the day of the entry, since a correction may have changed the day of the decision.
    ...(decided_on ? [{ on: decided_on, what: `${name}の採択が決まりました。`, milestone: true }] : []),
  ]
}

function talked({ kept: { talks } }: Traced, name: string): Moment[] {
  if (!talks?.first_on || talks.count === 0) return []
  const what =
    talks.sides > 1
      ? `団体と市の話し合いが始まりました（決定までに${talks.count}回）。`
      : `${name}について、一方からの発言がありました。`
  return [{ on: talks.first_on, what, talk: true }]
}

/** Returns the page of the proposal that an item of evidence refers to. */
export function proposalEvidence(where: string, { frame, open }: Traced) {
  if (where !== 'proposal' || !open.proposal) return undefined
  return { href: urls.show({ city: frame.city.slug, ref: open.proposal }), label: '提案を見る' }
}
