import { listLetters } from '../../../platform/letters/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { waitingActs } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { listDecisions } from './decisions.ts'
import type { Seen } from './one.ts'
import { listWords } from './talks.ts'
import { listVersions } from './versions.ts'

/** Everything that stands beside a proposal on its page, for those who may see it. */
export async function insideOf(c: Reading, seen: Seen) {
  const { db } = c
  const about = { kind: 'proposal', id: seen.proposal.id }
  return {
    ...seen,
    messages: await listWords(db, about.id),
    entries: await entriesOf(db, [about]),
    versions: await listVersions(db, about.id),
    decisions: await listDecisions(db, about.id),
    letters: await listLetters(db, about),
    waiting: await waitingActs(c, [seen.proposal]),
  }
}

export type Inside = Awaited<ReturnType<typeof insideOf>>
