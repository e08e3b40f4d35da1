import type { Db } from '../../../platform/db/index.ts'
import { findSubjectOfMessage, listMessages, listTalks, type Message } from '../../talks/index.ts'
import type { Proposal } from '../tables.ts'
import { findProposalById } from './one.ts'

const about = (id: string) => ({ kind: 'proposal', id })

/** The talks of proposer and city, oldest first; both sides read all of it, nobody else. */
export const listWords = (db: Db, proposalId: string): Promise<Message[]> =>
  listMessages(db, about(proposalId), ['parties'])

/** The talks on a proposal in the order they were written down: which side spoke, and on which day it was. */
export const listTalksOn = (db: Db, proposalId: string) => listTalks(db, about(proposalId))

/** Whether both sides have spoken before the decision: the evidence of 協議. */
export async function talksHeld(db: Db, proposalId: string): Promise<boolean> {
  const talks = await listTalksOn(db, proposalId)
  return new Set(talks.map(({ side }) => side)).size === 2
}

/** The proposal to whose talks a message belongs. */
export async function findProposalOfMessage(db: Db, messageId: string): Promise<Proposal | undefined> {
  const id = await findSubjectOfMessage(db, 'proposal', messageId)
  return id ? findProposalById(db, id) : undefined
}
