import type { Db } from '../../platform/db/index.ts'
import type { MailDraft } from '../../platform/jobs/index.ts'
import { telling } from '../../platform/jobs/index.ts'
import { type Notice, noticeBody } from '../../platform/mail/index.ts'
import { plainDateLabel, today } from '../../platform/time/index.ts'
import { label } from '../charters/index.ts'
import { mailAddressesOf } from '../parties/index.ts'
import { amended, amendmentOffered, cameIntoForce, offered, recalled, terminated } from './events.ts'
import { findAgreementById, listSignedVersions } from './queries/one.ts'
import { listSignatories } from './queries/people.ts'
import { type Agreement, refOf, type SignedVersion } from './tables.ts'
import { urls } from './urls.ts'

/** What every mail about an agreement says of itself, and who stands behind it. */
interface About {
  title: string
  number: string
  /** Where to go; the mail's sender makes it a whole address. */
  page: string
  from: Notice['from']
}

function aboutOf(
  { charter, ...agreement }: Agreement,
  text: SignedVersion['text'] | undefined,
  page: 'show' | 'signature' = 'show',
): About {
  const { slug, name, contact } = charter.city
  return {
    title: text?.title ?? agreement.title,
    number: text?.number ?? '案',
    page: urls[page]({ city: slug, ref: refOf(agreement) }),
    from: { city: label(name), section: label(contact.section), phone: contact.telephone, email: contact.email },
  }
}

/** The same mail to every party, to each address once, whoever it stands for. */
async function toParties(
  db: Db,
  { id }: Agreement,
  parties: readonly { party_id: string }[],
  mail: Pick<MailDraft, 'subject' | 'body'>,
): Promise<MailDraft[]> {
  const addresses: string[] = []
  for (const { party_id } of parties) addresses.push(...(await mailAddressesOf(db, party_id)))
  return [...new Set(addresses)].map((to) => ({ to, ...mail, about: { kind: 'agreement', id } }))
}

/** To a signatory: a text waits for their signature. */
async function askToSign(db: Db, now: Date, id: string): Promise<MailDraft[]> {
  const agreement = await findAgreementById(db, id)
  if (!agreement?.offered) return []
  const { parties, text } = agreement.offered
  const { title, number, page, from } = aboutOf(agreement, text, 'signature')
  const says = [
    `「${title}」（${number}）の${agreement.current ? '変更の' : ''}文面が決まりました。`,
    'すべての当事者が同じ文面に署名したときに、効力をもちます。',
  ]
  const todo = { what: '文面のすべてをお読みになり、署名をお願いします。', url: page }
  const signatories = await listSignatories(
    db,
    parties.map(({ party_id }) => party_id),
    today(now),
  )
  return signatories.flatMap(({ party_id, email }) => {
    const party = parties.find((one) => one.party_id === party_id)
    if (!email || !party) return []
    const body = noticeBody({ to: `${party.name}　署名者の方へ`, says, todo, from })
    return [{ to: email, subject: `【署名のお願い】${title}`, body, about: { kind: 'agreement', id } }]
  })
}

const toSignatories = 'すべての当事者の署名者にお知らせします。'

export const offerMail = telling(offered, {
  told: toSignatories,
  mails: ({ db, now, entry }) => askToSign(db, now, entry.subject_id),
})

export const amendmentOfferMail = telling(amendmentOffered, {
  mails: ({ db, now, entry }) => askToSign(db, now, entry.subject_id),
})

/** To those who had been asked: the text is being written on. */
export const recallMail = telling(recalled, {
  told: '理由を、すべての当事者にお知らせします。',
  mails: async ({ db, entry, payload }) => {
    const agreement = await findAgreementById(db, entry.subject_id)
    const [version] = agreement ? await listSignedVersions(db, agreement.id, [payload.version ?? 0]) : []
    if (!agreement || !version) return []
    const { title, number, page, from } = aboutOf(agreement, version.text)
    const says = [
      `「${title}」（${number}）の文面を、直すために案に戻しました。`,
      'これまでの署名は数えなくなります。直した文面で、あらためて署名をお願いします。',
      `理由　${payload.reason ?? ''}`,
    ]
    const subject = `【お知らせ】${title}の文面を案に戻しました`
    return toParties(db, agreement, version.parties, {
      subject,
      body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
    })
  },
})

/** To every party: all have signed. */
async function tellOfCompletion(db: Db, id: string): Promise<MailDraft[]> {
  const agreement = await findAgreementById(db, id)
  if (!agreement?.current) return []
  const { title, number, page, from } = aboutOf(agreement, agreement.current.text)
  const says = [
    `「${title}」（${number}）に、すべての当事者の署名がそろい、効力をもちました。`,
    '文面と署名は、次のページで読み、PDFで受け取れます。',
  ]
  const subject = `【お知らせ】${title}に全員の署名がそろいました`
  return toParties(db, agreement, agreement.current.parties, {
    subject,
    body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
  })
}

export const completionMail = telling(cameIntoForce, {
  mails: ({ db, entry }) => tellOfCompletion(db, entry.subject_id),
})

const amendmentMail = telling(amended, { mails: ({ db, entry }) => tellOfCompletion(db, entry.subject_id) })

/** To every party: it was given up, and why. */
export const terminationMail = telling(terminated, {
  told: '理由を、すべての当事者にお知らせします。',
  mails: async ({ db, entry }) => {
    const agreement = await findAgreementById(db, entry.subject_id)
    if (!agreement) return []
    const { current, termination, ended_on, draft_parties } = agreement
    const { title, number, page, from } = aboutOf(agreement, current?.text)
    const says = [
      `「${title}」（${number}）は、${ended_on ? `${plainDateLabel(ended_on)}をもって` : ''}取りやめとなりました。`,
      `理由　${termination}`,
    ]
    return toParties(db, agreement, current?.parties ?? draft_parties, {
      subject: `【お知らせ】${title}を取りやめました`,
      body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
    })
  },
})

export const letters = [offerMail, amendmentOfferMail, recallMail, completionMail, amendmentMail, terminationMail]
