import type { Db } from '../../platform/db/index.ts'
import { eventMails, type MailDraft } from '../../platform/jobs/index.ts'
import { noticeBody } from '../../platform/mail/index.ts'
import { plainDateLabel, today } from '../../platform/time/index.ts'
import { label } from '../charters/index.ts'
import { mailAddressesOf } from '../parties/index.ts'
import { amended, amendmentOffered, cameIntoForce, offered, recalled, terminated } from './events.ts'
import { findAgreementById, listSignedVersions } from './queries/one.ts'
import { listSignatories } from './queries/people.ts'
import { type Agreement, refOf, type SignedVersion } from './tables.ts'
import { urls } from './urls.ts'

function aboutOf({ charter, ...agreement }: Agreement, text: SignedVersion['text'] | undefined) {
  const { slug, name, contact } = charter.city
  const { title, number } = text ?? { title: agreement.title, number: '案' }
  return {
    title,
    named: `「${title}」（${number}）`,
    at: { city: slug, ref: refOf(agreement) },
    from: { city: label(name), section: label(contact.section), phone: contact.telephone, email: contact.email },
  }
}

interface At {
  db: Db
  now: Date
}

/** Writes the same mail to every party of a text, and to each address only once, even where parties share it. */
async function toParties(
  { db, now }: At,
  agreement: Agreement,
  version: SignedVersion | undefined,
  write: (about: { title: string; named: string }) => { subject: string; says: string[] },
): Promise<MailDraft[]> {
  const { at, from, ...about } = aboutOf(agreement, version?.text)
  const { subject, says } = write(about)
  const body = noticeBody({ to: '当事者の皆様', says, see: urls.show(at), from })
  const addresses: string[] = []
  for (const { party_id } of version?.parties ?? agreement.draft_parties)
    addresses.push(...(await mailAddressesOf(db, party_id, now)))
  return [...new Set(addresses)].map((to) => ({ to, subject, body, about: { kind: 'agreement', id: agreement.id } }))
}

async function askToSign(db: Db, now: Date, id: string): Promise<MailDraft[]> {
  const agreement = await findAgreementById(db, id)
  if (!agreement?.offered) return []
  const { parties, text } = agreement.offered
  const { title, named, at, from } = aboutOf(agreement, text)
  const says = [
    `${named}の${agreement.current ? '変更の' : ''}文面が決まりました。`,
    'すべての当事者が同じ文面に署名したときに、効力をもちます。',
  ]
  const todo = { what: '文面のすべてをお読みになり、署名をお願いします。', url: urls.signature(at) }
  const ids = parties.map(({ party_id }) => party_id)
  return (await listSignatories(db, ids, today(now))).flatMap(({ party_id, email }) => {
    const party = parties.find((one) => one.party_id === party_id)
    if (!email || !party) return []
    const body = noticeBody({ to: `${party.name}　署名者の方へ`, says, todo, from })
    return [{ to: email, subject: `【署名のお願い】${title}`, body, about: { kind: 'agreement', id } }]
  })
}

export const offerMail = eventMails(offered, {
  announcement: 'すべての当事者の署名者にお知らせします。',
  mails: ({ db, now, entry }) => askToSign(db, now, entry.subject_id),
})

export const amendmentOfferMail = eventMails(amendmentOffered, {
  mails: ({ db, now, entry }) => askToSign(db, now, entry.subject_id),
})

export const recallMail = eventMails(recalled, {
  announcement: '理由を、すべての当事者にお知らせします。',
  mails: async ({ db, now, entry, payload }) => {
    const agreement = await findAgreementById(db, entry.subject_id)
    const [version] = agreement ? await listSignedVersions(db, agreement.id, [payload.version ?? 0]) : []
    if (!agreement || !version) return []
    return toParties({ db, now }, agreement, version, ({ title, named }) => ({
      subject: `【お知らせ】${title}の文面を案に戻しました`,
      says: [
        `${named}の文面を、直すために案に戻しました。`,
        'これまでの署名は数えなくなります。直した文面で、あらためて署名をお願いします。',
        `理由　${payload.reason ?? ''}`,
      ],
    }))
  },
})

async function completionMails({ db, now }: At, id: string): Promise<MailDraft[]> {
  const agreement = await findAgreementById(db, id)
  if (!agreement?.current) return []
  return toParties({ db, now }, agreement, agreement.current, ({ title, named }) => ({
    subject: `【お知らせ】${title}に全員の署名がそろいました`,
    says: [
      `${named}に、すべての当事者の署名がそろい、効力をもちました。`,
      '文面と署名は、次のページで読み、PDFで受け取れます。',
    ],
  }))
}

export const completionMail = eventMails(cameIntoForce, {
  mails: ({ db, now, entry }) => completionMails({ db, now }, entry.subject_id),
})

const amendmentMail = eventMails(amended, {
  mails: ({ db, now, entry }) => completionMails({ db, now }, entry.subject_id),
})

export const terminationMail = eventMails(terminated, {
  announcement: '理由を、すべての当事者にお知らせします。',
  mails: async ({ db, now, entry }) => {
    const agreement = await findAgreementById(db, entry.subject_id)
    if (!agreement) return []
    const { current, termination, ended_on } = agreement
    return toParties({ db, now }, agreement, current, ({ title, named }) => ({
      subject: `【お知らせ】${title}を取りやめました`,
      says: [
        `${named}は、${ended_on ? `${plainDateLabel(ended_on)}をもって` : ''}取りやめとなりました。`,
        `理由　${termination}`,
      ],
    }))
  },
})

export const letters = [offerMail, amendmentOfferMail, recallMail, completionMail, amendmentMail, terminationMail]
