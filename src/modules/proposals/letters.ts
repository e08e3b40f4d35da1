import type { Db } from '../../platform/db/index.ts'
import { eventMails, type MailDraft } from '../../platform/jobs/index.ts'
import { noticeBody } from '../../platform/mail/index.ts'
import type { EventType } from '../../platform/record/event.ts'
import { plainDateLabel } from '../../platform/time/index.ts'
import { honorific, label } from '../charters/index.ts'
import { mailAddressesOf, sectionAddresses } from '../parties/index.ts'
import {
  accepted,
  annulled,
  assigned,
  corrected,
  decided,
  decidedAnew,
  declined,
  messageWritten,
  met,
  released,
  returned,
  reviewBegan,
  revised,
  submitted,
  talksOpened,
  withdrawn,
} from './events.ts'
import { numberLabel } from './proposal/proposal.ts'
import { findProposalById } from './queries/one.ts'
import { type Proposal, refOf, type Side } from './tables.ts'
import { urls } from './urls.ts'

/** No mail repeats a message of the talks. */
interface MailText {
  subject: string
  says: string[]
  todo?: { what: string; until?: string }
}

interface Texts {
  proposer?: MailText
  city?: MailText
}

/** Defines the mails of an event to the current addresses of the proposer and the officers. */
function mailsOn<Payload extends object>(
  event: EventType<Payload>,
  announcement: string | undefined,
  write: (proposal: Proposal, payload: Partial<Payload>) => Texts,
) {
  return eventMails(event, {
    announcement,
    mails: async ({ db, now, entry, payload }) => {
      const proposal = await findProposalById(db, entry.subject_id)
      if (!proposal) return []
      const { proposer, city } = write(proposal, payload)
      const party = `${proposal.party_name} ${honorific(proposal.charter, proposal.party_kind)}`
      return [
        ...(proposer ? draftsTo(proposal, await mailAddressesOf(db, proposal.party_id, now), party, proposer) : []),
        ...(city
          ? draftsTo(proposal, await officersOf(db, proposal, now), proposal.department_name ?? '協働の担当課', city)
          : []),
      ]
    },
  })
}

function draftsTo(proposal: Proposal, addresses: string[], name: string, mail: MailText): MailDraft[] {
  const body = bodyOf(proposal, name, mail)
  return addresses.map((to) => ({ to, subject: mail.subject, body, about: { kind: 'proposal', id: proposal.id } }))
}

function bodyOf({ charter, ...proposal }: Proposal, to: string, { says, todo }: MailText): string {
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

/** The responsible department; until there is one, the section. */
async function officersOf(db: Db, proposal: Proposal, now: Date): Promise<string[]> {
  if (proposal.department_id) return mailAddressesOf(db, proposal.department_id, now)
  return sectionAddresses(db, now)
}

export const submissionMail = mailsOn(
  submitted,
  '提案した団体には受け付けたことを、市の担当者には届いたことを、メールでお知らせします。',
  (proposal, { public: open }) => ({
    proposer: {
      subject: open?.again ? '補正した提案を受け付けました' : '提案を受け付けました',
      says: [
        `受付番号は ${numberLabel(proposal.charter, proposal)} です。`,
        '内容を確かめ、受理したとき、または直していただきたいところがあるときに、あらためてご連絡します。',
      ],
    },
    city: {
      subject: open?.again ? '補正した提案が届きました' : '提案が届きました',
      says: [`${proposal.party_name}から提出されました。`],
      todo: { what: '内容を確かめて、受理するか、補正を求めてください。' },
    },
  }),
)

export const returnMail = mailsOn(returned, '団体に、直していただきたいところがあることが伝わります。', (proposal) => ({
  proposer: {
    subject: '提案に直していただきたいところがあります',
    says: ['ご提案を拝見しました。'],
    todo: {
      what: '直していただきたいところを下のページで確かめ、直して提出してください。',
      until: proposal.return_by ? plainDateLabel(proposal.return_by) : undefined,
    },
  },
}))

export const acceptanceMail = mailsOn(accepted, '団体に、受理したことが伝わります。', (proposal) => ({
  proposer: {
    subject: '提案を受理しました',
    says: ['ご提案を受理しました。担当課と話し合いを始めるときに、あらためてご連絡します。'],
  },
  ...(proposal.department_id ? { city: assignmentText(proposal, '始めて') } : {}),
}))

export const assignmentMail = mailsOn(assigned, 'この課に、担当になったことが伝わります。', (proposal) => ({
  city: assignmentText(proposal, '進めて'),
}))

const assignmentText = (proposal: Proposal, what: '始めて' | '進めて'): MailText => ({
  subject: '提案の担当になりました',
  says: [`${proposal.party_name}からの提案です。`],
  todo: { what: `内容を読んで、話し合いを${what}ください。` },
})

const answer = { what: '下のページで、メッセージを読んでお返事ください。' }

export const talksMail = mailsOn(talksOpened, '団体に、話し合いが始まったことが伝わります。', () => ({
  proposer: {
    subject: '提案についての話し合いを始めます',
    says: ['担当課との話し合いが始まりました。'],
    todo: answer,
  },
}))

/** Has no `announcement`: the page of the verb says which side gets the mail. */
export const messageMail = mailsOn(messageWritten, undefined, (_, { side }) =>
  otherSide(side, {
    subject: '提案についてメッセージが届いています',
    says: ['話し合いに新しいメッセージがあります。'],
    todo: answer,
  }),
)

export const meetingMail = mailsOn(met, undefined, (_, { side }) =>
  otherSide(side, {
    subject: '話し合いの記録が書かれました',
    says: ['話し合いの記録が書かれました。違うところがないか、ご確認ください。'],
  }),
)

const otherSide = (side: Side | undefined, mail: MailText): Texts =>
  side === 'proposer' ? { city: mail } : { proposer: mail }

export const revisionMail = mailsOn(revised, '市の担当者に、内容が改められたことが伝わります。', (proposal) => ({
  city: {
    subject: '提案の内容が改められました',
    says: [`${proposal.party_name}が、話し合いをふまえて内容を改めました。`],
  },
}))

export const reviewMail = mailsOn(reviewBegan, '団体に、審査が始まったことが伝わります。', () => ({
  proposer: {
    subject: '提案の審査を始めました',
    says: ['ご提案の審査を始めました。結果が決まりましたら、理由とともにお知らせします。'],
  },
}))

const result: Texts = {
  proposer: {
    subject: '提案の審査の結果をお知らせします',
    says: ['ご提案についての決定と、その理由をお知らせします。通知書も、下のページから受け取れます。'],
  },
}

export const decisionMail = mailsOn(decided, '団体に、決定したことが伝わります。', () => result)

export const newDecisionMail = mailsOn(decidedAnew, undefined, () => result)

export const correctionMail = mailsOn(corrected, '団体に、決定を訂正したことが伝わります。', () => ({
  proposer: {
    subject: '提案の審査の結果の通知を訂正しました',
    says: [
      'さきにお知らせした決定に誤りがあり、訂正しました。申し訳ありません。',
      '訂正したところとその理由を書いた通知書は、下のページから受け取れます。',
    ],
  },
}))

export const annulmentMail = mailsOn(annulled, '団体に、決定を取り消したことが伝わります。', () => ({
  proposer: {
    subject: '提案の審査の結果についてお知らせがあります',
    says: [
      'さきにお知らせした決定を取り消し、あらためて審査することになりました。',
      '理由を書いた通知書は、下のページから受け取れます。結果が決まりましたら、あらためてお知らせします。',
    ],
  },
}))

export const releaseMail = mailsOn(released, '団体に、公表したことが伝わります。', () => ({
  proposer: {
    subject: '提案についての決定を公表しました',
    says: ['決定の内容を、だれでも読めるページに公表しました。'],
  },
}))

/** Has no `announcement`: nobody hears of a withdrawn draft, so the verb's page says who hears of the rest. */
export const withdrawalMail = mailsOn(withdrawn, undefined, (proposal) =>
  proposal.submitted_at
    ? { city: { subject: '提案が取り下げられました', says: [`${proposal.party_name}が提案を取り下げました。`] } }
    : {},
)

export const declineMail = mailsOn(declined, '市の担当者に、辞退したことが伝わります。', (proposal) => ({
  city: { subject: '採択が辞退されました', says: [`${proposal.party_name}が採択を辞退しました。`] },
}))

export const letters = [
  submissionMail,
  returnMail,
  acceptanceMail,
  assignmentMail,
  talksMail,
  messageMail,
  meetingMail,
  revisionMail,
  reviewMail,
  decisionMail,
  newDecisionMail,
  correctionMail,
  annulmentMail,
  releaseMail,
  withdrawalMail,
  declineMail,
]
