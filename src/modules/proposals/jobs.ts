import type { Db } from '../../platform/db/index.ts'
import { mailLater } from '../../platform/jobs/index.ts'
import type { Module } from '../../platform/module.ts'
import { today } from '../../platform/time.ts'
import { getCharter } from '../charters/index.ts'
import { listPosts, mailAddressesOf } from '../parties/index.ts'
import { mailBody, mails } from './outputs.tsx'
import { findProposalById, type ProposalRow } from './queries.ts'

type Reaction = NonNullable<Module['on']>[string]

/** People hear of a proposal because the record says that something happened to it; no action has to remember them. */
const tell: Reaction = async ({ db, now, entry }) => {
  const proposal = await findProposalById(db, entry.subject_id)
  if (!proposal) return
  const seen = { proposal, charter: await getCharter(db, proposal.charter_id) }
  const told = mails[entry.kind]!(seen, entry)
  const about = { kind: 'proposal', id: proposal.id }
  for (const to of told.proposer ? await mailAddressesOf(db, proposal.party_id) : []) {
    await mailLater(
      db,
      { to, subject: told.proposer!.subject, body: mailBody(seen, `${proposal.party_name} 様`, told.proposer!), about },
      now,
    )
  }
  for (const to of told.city ? await officersOf(db, proposal, today(now)) : []) {
    await mailLater(
      db,
      {
        to,
        subject: told.city!.subject,
        body: mailBody(seen, proposal.department_name ?? '協働の担当課', told.city!),
        about,
      },
      now,
    )
  }
}

/** The responsible department; until there is one, the section. */
async function officersOf(db: Db, proposal: ProposalRow, on: string): Promise<string[]> {
  if (proposal.department_id) return mailAddressesOf(db, proposal.department_id)
  const posts = await listPosts(db)
  const now = posts.filter(
    (post) => post.role === 'section' && post.email && post.starts_on <= on && (!post.ends_on || post.ends_on >= on),
  )
  return [...new Set(now.map((post) => post.email!))]
}

export const reactions: Record<string, Reaction> = Object.fromEntries(Object.keys(mails).map((kind) => [kind, tell]))
