import type { Db } from '../../../platform/db/index.ts'
import { allow, notNow, type Ruling } from '../../../platform/ruling.ts'
import { programme, proposerRuling } from '../../charters/index.ts'
import { listCalls, receptionRuling } from '../../programmes/index.ts'
import { problemsIn } from '../proposal/draft.ts'
import type { Proposal } from '../tables.ts'
import { type Seen, seenOf } from './one.ts'

/** A proposal with what is missing and why it cannot be submitted now. */
export type Writing = Seen & { problems: Record<string, string>; reception: string | undefined }

export async function writingOf({ db, now }: { db: Db; now: Date }, proposal: Proposal): Promise<Writing> {
  const seen = await seenOf(db, proposal)
  const { charter, party_kind, track } = proposal
  const reception = proposal.number === null ? await receptionOf(db, proposal, now) : allow()
  const eligible = proposerRuling.why(charter, proposal.programme, party_kind, track)
  return {
    ...seen,
    problems: problemsIn(proposal, seen.files),
    reception: because(eligible) ?? because(reception),
  }
}

const because = (ruling: Ruling) => (ruling.allowed ? undefined : ruling.because)

async function receptionOf(db: Db, proposal: Proposal, now: Date): Promise<Ruling> {
  const found = programme(proposal.charter, proposal.programme)
  if (!found) return notNow('この制度は、いまの指針にはありません。担当課にご相談ください。')
  if (proposal.channel !== 'web') return allow()
  return receptionRuling.why(found, proposal.track, await listCalls(db, proposal.programme), now)
}
