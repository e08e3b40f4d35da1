import type { Db } from '../../../platform/db/index.ts'
import { type MailDraft, telling } from '../../../platform/jobs/index.ts'
import { dateLabel, fiscalYearLabel } from '../../../platform/time/index.ts'
import { type Charter, getCharter, honorific, word } from '../../charters/index.ts'
import { mailAddressesOf } from '../../parties/index.ts'
import { findProjectById, type Inside } from '../../projects/index.ts'
import { begun, closed, opened } from '../events.ts'
import { findRoundById } from '../queries/one.ts'
import type { listToRemind } from '../queries/waiting.ts'
import type { Round, Year } from '../tables.ts'

/** What a mail says, whoever it is for. */
export type Written = Pick<MailDraft, 'subject' | 'body'>

/** Asks a side for its answer. No letter about an evaluation ever holds an answer, its own or another's. */
function sheetLetter({ charter, project, year }: Year, due: string, to: string): Written {
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

/** Tells a side that all answers are open. */
function openedLetter({ charter, project, year }: Year, to: string): Written {
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
  parties: readonly (string | null)[]
  project: Inside
  charter: Charter
  about: MailDraft['about']
}

/** Each party is written to by its own name, also where several share a seat. */
export async function toParties(
  db: Db,
  { parties, project, charter, about }: Addressed,
  letter: (to: string) => Written,
): Promise<MailDraft[]> {
  const mails: MailDraft[] = []
  for (const party of project.parties) {
    if (!party.party_id || !parties.includes(party.party_id)) continue
    const written = letter(`${party.name}　${honorific(charter, party.kind)}`)
    for (const to of await mailAddressesOf(db, party.party_id)) mails.push({ to, ...written, about })
  }
  return mails
}

/** To every party that has a seat in the evaluation. */
async function toSeats(db: Db, id: string, letter: (round: Round, to: string) => Written): Promise<MailDraft[]> {
  const round = await findRoundById(db, id)
  if (!round) return []
  const parties = round.seats.flatMap(({ party_ids }) => party_ids)
  return toParties(db, { ...round, parties, about: { kind: 'evaluation', id } }, (to) => letter(round, to))
}

export const sheetMail = telling(begun, {
  told: '回答のお願いを、それぞれの方にメールでお送りします。',
  mails: ({ db, entry }) => toSeats(db, entry.subject_id, (round, to) => sheetLetter(round, round.due_on, to)),
})

/** Only the last answer opens them; so the pages on which one answers say themselves when this is mailed. */
export const openedMail = telling(opened, { mails: ({ db, entry }) => toSeats(db, entry.subject_id, openedLetter) })

export const closedMail = telling(closed, {
  told: '回答が開かれたことを、かかわる方すべてにメールでお知らせします。',
  mails: ({ db, entry }) => toSeats(db, entry.subject_id, openedLetter),
})

/** To a seat that has not answered when its day is near. */
export async function reminderMails(
  db: Db,
  { party_ids, project_id, charter_id, evaluation_id, ...seat }: Awaited<ReturnType<typeof listToRemind>>[number],
): Promise<MailDraft[]> {
  const project = await findProjectById(db, project_id)
  if (!project) return []
  const charter = await getCharter(db, charter_id)
  const addressed = { parties: party_ids, project, charter, about: { kind: 'evaluation', id: evaluation_id } }
  return toParties(db, addressed, (to) => sheetLetter({ project, charter, year: seat.year }, seat.due_on, to))
}
