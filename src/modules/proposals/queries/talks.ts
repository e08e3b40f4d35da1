import type { Db } from '../../../platform/db/index.ts'
import { findSubjectOfMessage, listMessages, listTalks, type Message } from '../../talks/index.ts'
import type { Proposal } from '../tables.ts'
import { findProposalById } from './one.ts'

const about = (id: string) => ({ kind: 'proposal', id })

export const listMessagesOn = (db: Db, proposalId: string): Promise<Message[]> =>
  listMessages(db, about(proposalId), ['parties'])

export const listTalksOn = (db: Db, proposalId: string) => listTalks(db, about(proposalId))

/** Answers whether both sides have written: the evidence of 協議. */
export async function talksHeld(db: Db, proposalId: string): Promise<boolean> {
  const talks = await listTalksOn(db, proposalId)
  return new Set(talks.map(({ side }) => side)).size === 2
}

export async function findProposalOfMessage(db: Db, messageId: string): Promise<Proposal | undefined> {
  const id = await findSubjectOfMessage(db, 'proposal', messageId)
  return id ? findProposalById(db, id) : undefined
}
