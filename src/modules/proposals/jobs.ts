import type { Db } from '../../platform/db/index.ts'
import { mailLater } from '../../platform/jobs/index.ts'
import { noticeBody } from '../../platform/mail/index.ts'
import type { Module } from '../../platform/module.ts'
import type { Entry } from '../../platform/record/index.ts'
import { plainDateLabel, today } from '../../platform/time/index.ts'
import { getCharter, honorific, label } from '../charters/index.ts'
import { listPosts, mailAddressesOf } from '../parties/index.ts'
import { findProposalById, type ProposalRow, type Seen } from './queries/one.ts'
import { numberLabel, refOf } from './tables.ts'
import { urls } from './urls.ts'

type Reaction = NonNullable<Module['on']>[string]
type Printed = Pick<Seen, 'proposal' | 'charter'>

interface MailText {
  subject: string
  says: string[]
  todo?: { what: string; until?: string }
}

/** To whom an entry of the record is told by mail: the proposer, the responsible officers, or both. */
type Told = { proposer?: MailText; city?: MailText }

const otherSide = (entry: Pick<Entry, 'payload'>, mail: MailText): Told =>
  entry.payload.side === 'proposer' ? { city: mail } : { proposer: mail }

const answer = { what: '下のページで、メッセージを読んでお返事ください。' }

/** What is told of each kind of entry. Nothing of the talks stands in a mail, only that there is something to read. */
export const mails: Record<string, (seen: Printed, entry: Pick<Entry, 'payload'>) => Told> = {
  'proposal.submitted': ({ proposal, charter }, { payload }) => ({
    proposer: {
      subject: payload.again ? '補正した提案を受け付けました' : '提案を受け付けました',
      says: [
        `受付番号は ${numberLabel(charter, proposal)} です。`,
        '内容を確かめ、受理したとき、または直していただきたいところがあるときに、あらためてご連絡します。',
      ],
    },
    city: {
      subject: payload.again ? '補正した提案が届きました' : '提案が届きました',
      says: [`${proposal.party_name}から提出されました。`],
      todo: { what: '内容を確かめて、受理するか、補正を求めてください。' },
    },
  }),
  'proposal.returned': ({ proposal }) => ({
    proposer: {
      subject: '提案に直していただきたいところがあります',
      says: ['ご提案を拝見しました。'],
      todo: {
        what: '直していただきたいところを下のページで確かめ、直して提出してください。',
        until: proposal.correct_by ? plainDateLabel(proposal.correct_by) : undefined,
      },
    },
  }),
  'proposal.accepted': ({ proposal }) => ({
    proposer: {
      subject: '提案を受理しました',
      says: ['ご提案を受理しました。担当課と話し合いを始めるときに、あらためてご連絡します。'],
    },
    ...(proposal.department_id
      ? {
          city: {
            subject: '提案の担当になりました',
            says: [`${proposal.party_name}からの提案です。`],
            todo: { what: '内容を読んで、話し合いを始めてください。' },
          },
        }
      : {}),
  }),
  'proposal.assigned': ({ proposal }) => ({
    city: {
      subject: '提案の担当になりました',
      says: [`${proposal.party_name}からの提案です。`],
      todo: { what: '内容を読んで、話し合いを進めてください。' },
    },
  }),
  'proposal.talks-opened': () => ({
    proposer: {
      subject: '提案についての話し合いを始めます',
      says: ['担当課との話し合いが始まりました。'],
      todo: answer,
    },
  }),
  'proposal.message-written': (_, entry) =>
    otherSide(entry, {
      subject: '提案についてメッセージが届いています',
      says: ['話し合いに新しいメッセージがあります。'],
      todo: answer,
    }),
  'proposal.met': (_, entry) =>
    otherSide(entry, {
      subject: '話し合いの記録が書かれました',
      says: ['話し合いの記録が書かれました。違うところがないか、ご確認ください。'],
    }),
  'proposal.revised': ({ proposal }) => ({
    city: {
      subject: '提案の内容が改められました',
      says: [`${proposal.party_name}が、話し合いをふまえて内容を改めました。`],
    },
  }),
  'proposal.review-began': () => ({
    proposer: {
      subject: '提案の審査を始めました',
      says: ['ご提案の審査を始めました。結果が決まりましたら、理由とともにお知らせします。'],
    },
  }),
  'proposal.decided': () => ({
    proposer: {
      subject: '提案の審査の結果をお知らせします',
      says: ['ご提案についての決定と、その理由をお知らせします。通知書も、下のページから受け取れます。'],
    },
  }),
  'proposal.released': () => ({
    proposer: {
      subject: '提案についての決定を公表しました',
      says: ['決定の内容を、だれでも読めるページに公表しました。'],
    },
  }),
  'proposal.withdrawn': ({ proposal }) =>
    proposal.submitted_at
      ? { city: { subject: '提案が取り下げられました', says: [`${proposal.party_name}が提案を取り下げました。`] } }
      : {},
  'proposal.declined': ({ proposal }) => ({
    city: { subject: '採択が辞退されました', says: [`${proposal.party_name}が採択を辞退しました。`] },
  }),
}

/** The whole text of a mail: what happened, the one thing to do, where, and whom to ask. */
export function mailBody({ proposal, charter }: Printed, to: string, { says, todo }: MailText): string {
  const { slug, name, contact } = charter.city
  const page = urls.show({ city: slug, ref: refOf(proposal) })
  const about = `提案「${proposal.title}」${numberLabel(charter, proposal) && `（${numberLabel(charter, proposal)}）`}`
  return noticeBody({
    to,
    says: [about, ...says],
    ...(todo ? { todo: { ...todo, url: page } } : { see: page }),
    from: { city: label(name), section: label(contact.section), phone: contact.telephone, email: contact.email },
  })
}

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
      {
        to,
        subject: told.proposer!.subject,
        body: mailBody(seen, `${proposal.party_name} ${honorific(seen.charter, proposal.party_kind)}`, told.proposer!),
        about,
      },
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
