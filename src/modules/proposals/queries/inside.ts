import { listLetters } from '../../../platform/letters/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { waitingActs } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { listDecisions } from './decisions.ts'
import type { Seen } from './one.ts'
import { listMessagesOn } from './talks.ts'
import { listVersions } from './versions.ts'

/** Reads everything that the page of a proposal shows to those who may see it. */
export async function insideOf(c: Reading, seen: Seen) {
  const { db } = c
  const about = { kind: 'proposal', id: seen.proposal.id }
  return {
    ...seen,
    messages: await listMessagesOn(db, about.id),
    entries: await entriesOf(db, [about]),
    versions: await listVersions(db, about.id),
    decisions: await listDecisions(db, about.id),
    letters: await listLetters(db, about),
    waiting: await waitingActs(c, [seen.proposal]),
  }
}

export type Inside = Awaited<ReturnType<typeof insideOf>>
