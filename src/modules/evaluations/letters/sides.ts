import type { Db } from '../../../platform/db/index.ts'
import { eventMails, type MailContext, type MailDraft } from '../../../platform/jobs/index.ts'
import { dateLabel, fiscalYearLabel } from '../../../platform/time/index.ts'
import { type Charter, getCharter, honorific, word } from '../../charters/index.ts'
import { mailAddressesOf } from '../../parties/index.ts'
import { findProjectById, type Inside } from '../../projects/index.ts'
import { begun, closed, opened } from '../events.ts'
import { findRoundById } from '../queries/one.ts'
import type { listToRemind } from '../queries/waiting.ts'
import type { Round, Year } from '../tables.ts'

export type MailText = Pick<MailDraft, 'subject' | 'body'>

/** Asks a side for its answer. No mail about an evaluation contains an answer. */
function answerRequest({ charter, project, year }: Year, due: string, to: string): MailText {
  const evaluation = word(charter, 'evaluation')
  return {
    subject: `【${evaluation}】「${project.title}」の回答のお願い（${dateLabel(due)}まで）`,
    body: [
      to,
      '',
      `「${project.title}」の${fiscalYearLabel(year)}の${evaluation}が始まりました。`,
      `${dateLabel(due)}までに、サインインして「わたしの机」から回答してください。途中で保存できます。`,
      '',
      'それぞれの回答は、全員がそろうまで、だれにも（市の職員にも）見えません。',
      'そろったときに、全員に同時に開かれます。',
    ].join('\n'),
  }
}

function openedNotice({ charter, project, year }: Year, to: string): MailText {
  const evaluation = word(charter, 'evaluation')
  return {
    subject: `【${evaluation}】「${project.title}」の回答が開かれました`,
    body: [
      to,
      '',
      `「${project.title}」の${fiscalYearLabel(year)}の${evaluation}の回答が開かれました。`,
      `サインインしてご覧ください。違いの大きいところから並んでいます。次は、${charter.evaluation.jointTalk.label.ja}です。`,
    ].join('\n'),
  }
}

interface Addressed {
  now: Date
  parties: readonly (string | null)[]
  project: Inside
  charter: Charter
  about: MailDraft['about']
}

/** Addresses each party by its own name, even where several parties share a seat. */
export async function toParties(
  db: Db,
  { now, parties, project, charter, about }: Addressed,
  letter: (to: string) => MailText,
): Promise<MailDraft[]> {
  const mails: MailDraft[] = []
  for (const party of project.parties) {
    if (!party.party_id || !parties.includes(party.party_id)) continue
    const written = letter(`${party.name}　${honorific(charter, party.kind)}`)
    for (const to of await mailAddressesOf(db, party.party_id, now)) mails.push({ to, ...written, about })
  }
  return mails
}

async function toSeats(
  { db, now, entry: { subject_id: id } }: MailContext<object>,
  letter: (round: Round, to: string) => MailText,
): Promise<MailDraft[]> {
  const round = await findRoundById(db, id)
  if (!round) return []
  const parties = round.seats.flatMap(({ party_ids }) => party_ids)
  return toParties(db, { ...round, now, parties, about: { kind: 'evaluation', id } }, (to) => letter(round, to))
}

export const sheetMail = eventMails(begun, {
  announcement: '回答のお願いを、それぞれの方にメールでお送りします。',
  mails: (c) => toSeats(c, (round, to) => answerRequest(round, round.due_on, to)),
})

/** Has no `announcement`: only the last answer opens the evaluation, so the answer pages announce this mail themselves. */
export const openedMail = eventMails(opened, { mails: (c) => toSeats(c, openedNotice) })

export const closedMail = eventMails(closed, {
  announcement: '回答が開かれたことを、かかわる方すべてにメールでお知らせします。',
  mails: (c) => toSeats(c, openedNotice),
})

export async function reminderMails(
  { db, now }: { db: Db; now: Date },
  { party_ids, project_id, charter_id, evaluation_id, ...seat }: Awaited<ReturnType<typeof listToRemind>>[number],
): Promise<MailDraft[]> {
  const project = await findProjectById(db, project_id)
  if (!project) return []
  const charter = await getCharter(db, charter_id)
  const addressed = { now, parties: party_ids, project, charter, about: { kind: 'evaluation', id: evaluation_id } }
  return toParties(db, addressed, (to) => answerRequest({ project, charter, year: seat.year }, seat.due_on, to))
}
