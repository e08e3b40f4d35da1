import type { Db } from '../../platform/db/index.ts'
import { eventMails, type MailDraft } from '../../platform/jobs/index.ts'
import { noticeBody } from '../../platform/mail/index.ts'
import type { EventType } from '../../platform/record/event.ts'
import { dateLabel, today } from '../../platform/time/index.ts'
import { charterInForce, honorific, label } from '../charters/index.ts'
import { memberCorrected, memberEntered, memberLeft, memberSucceeded } from './events.ts'
import { roleLabels } from './party/labels.ts'
import { termLabel } from './party/term.ts'
import { findPartyById } from './queries/parties.ts'
import { findMailOf, findMember, type Member, representativesOf } from './queries/people.ts'
import type { Party } from './tables.ts'
import { urls } from './urls.ts'

interface OfMember {
  member?: string
  successor?: string
  person?: string | null
  former_email?: string
  by_city?: boolean
}

interface Words {
  subject: string
  says: string[]
}

/**
 * The mails about a role, to the party's own address, to its representatives, and to the person who had the role until then;
 * at the address until then too where it was changed; not to somebody who has only just been entered, and who may be whom nobody knows.
 */
function mailOf<Payload extends OfMember>(
  event: EventType<Payload>,
  write: (party: Party, member: Member, payload: Partial<Payload>) => Words,
) {
  return eventMails(event, {
    announcement:
      '団体の代表者の方に、メールでお知らせします。メールアドレスの登録がない団体には、書面でお知らせください。',
    mails: async ({ db, now, entry, payload }): Promise<MailDraft[]> => {
      const party = await findPartyById(db, entry.subject_id)
      const member = party && payload.member && (await findMember(db, party.id, payload.member))
      if (!party || !member) return []
      const { subject, says } = write(party, member, payload)
      const body = await bodyFor(db, party, says, { by: entry.names?.actor, payload, now })
      const about = { kind: 'party', id: party.id }
      return (await addressees(db, { party, member, payload, now })).map((to) => ({ to, subject, body, about }))
    },
  })
}

interface Told {
  party: Party
  member: Member
  payload: OfMember
  now: Date
}

async function addressees(db: Db, { party, member, payload, now }: Told): Promise<string[]> {
  const fresh = payload.person === undefined ? member.person_id : await successorIn(db, party, payload)
  const known = (await representativesOf(db, party.id, now)).filter(({ id }) => id !== fresh)
  const before = payload.person ? await findMailOf(db, payload.person) : undefined
  const former = payload.former_email
  return [...known.map(({ email }) => email), ...(before ? [before] : []), ...(former ? [former] : [])]
}

async function successorIn(db: Db, party: Party, { successor }: OfMember): Promise<string | undefined> {
  return successor ? (await findMember(db, party.id, successor))?.person_id : undefined
}

async function bodyFor(
  db: Db,
  party: Party,
  says: string[],
  { by, payload, now }: { by: string | undefined; payload: OfMember; now: Date },
): Promise<string> {
  const found = await charterInForce(db, today(now))
  if (!found) return says.join('\n')
  const { slug, name, contact } = found.charter.city
  const who = payload.by_city ? `市の職員（${by ?? ''}）` : (by ?? '')
  return noticeBody({
    to: `${party.name}　${honorific(found.charter, party.kind)}`,
    says: [...says, `登録した人　${who}`, '', 'お心当たりのないときは、すぐに下の担当へご連絡ください。'],
    see: urls.members({ city: slug, number: String(party.number) }),
    from: { city: label(name), section: label(contact.section), phone: contact.telephone, email: contact.email },
  })
}

const factsOf = (member: Member): string[] => [
  `お名前　${member.name}`,
  `役割　${roleLabels[member.role]}`,
  `期間　${termLabel(member)}`,
]

export const memberMail = mailOf(memberEntered, ({ name }, member) => ({
  subject: `【お知らせ】${name}に、構成員の方が加わりました`,
  says: ['次の方が、団体の構成員として登録されました。', ...factsOf(member)],
}))

export const leavingMail = mailOf(memberLeft, ({ name }, member, { on }) => ({
  subject: `【お知らせ】${name}の構成員の役割の終わりが登録されました`,
  says: [`次の方の役割が${on ? `、${dateLabel(on)}までと` : '終わりと'}登録されました。`, ...factsOf(member)],
}))

export const memberCorrectionMail = mailOf(memberCorrected, ({ name }, member, { reason = '' }) => ({
  subject: `【お知らせ】${name}の構成員の登録が訂正されました`,
  says: ['次の方の登録が、このように訂正されました。', ...factsOf(member), `理由　${reason}`],
}))

export const successionMail = mailOf(memberSucceeded, ({ name }, member) => ({
  subject: `【お知らせ】${name}の構成員の役割が引き継がれました`,
  says: ['次の方の役割が、ほかの方に引き継がれました。', ...factsOf(member)],
}))

export const letters = [memberMail, leavingMail, memberCorrectionMail, successionMail]
