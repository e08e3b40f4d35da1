import { cityOf, type Db } from '../../../platform/db/index.ts'
import { mailLater } from '../../../platform/jobs/index.ts'
import { addDays, dateLabel, fiscalYearLabel, today } from '../../../platform/time/index.ts'
import { type Charter, getCharter, honorific, word } from '../../charters/index.ts'
import { mailAddressesOf } from '../../parties/index.ts'
import { decisionLabel, findProjectById, goesOn, type Inside } from '../../projects/index.ts'
import { listToRemind } from '../queries.ts'
import type { Round } from '../tables.ts'

interface Letter {
  subject: string
  body: string
}

/** Asks a side for its answer. No letter about an evaluation ever holds an answer, its own or another's. */
export function sheetLetter(charter: Charter, title: string, year: number, due: string, to: string): Letter {
  const evaluation = word(charter, 'evaluation')
  return {
    subject: `【${evaluation}】「${title}」の回答のお願い（${dateLabel(due)}まで）`,
    body: [
      to,
      '',
      `「${title}」の${fiscalYearLabel(year)}の${evaluation}が始まりました。`,
      `${dateLabel(due)}までに、サインインして「わたしの机」から回答してください。途中で保存できます。`,
      '',
      'それぞれの回答は、全員がそろうまで、だれにも（市の職員にも）見えません。',
      'そろったときに、全員に同時に開かれます。',
    ].join('\n'),
  }
}

/** Tells a side that all answers are open. */
export function openedLetter(charter: Charter, title: string, year: number, to: string): Letter {
  const evaluation = word(charter, 'evaluation')
  return {
    subject: `【${evaluation}】「${title}」の回答が開かれました`,
    body: [
      to,
      '',
      `「${title}」の${fiscalYearLabel(year)}の${evaluation}の回答が開かれました。`,
      `サインインしてご覧ください。違いの大きいところから並んでいます。次は、${charter.evaluation.jointTalk.label.ja}です。`,
    ].join('\n'),
  }
}

/** Tells a party what was decided on the project, and why. */
export function decidedLetter(charter: Charter, project: Inside, to: string): Letter {
  const decision = decisionLabel(charter, project.decision)
  return {
    subject: `「${project.title}」のこれからのことが決まりました：${decision}`,
    body: [
      to,
      '',
      `「${project.title}」は、${dateLabel(project.decided_on!)}に「${decision}」と決まりました。`,
      '',
      '理由',
      project.decision_reasons,
      '',
      ...(goesOn(project.decision)
        ? ['続きは、次の年度の事業として登録します。かかわる方と内容を確かめてください。']
        : []),
    ].join('\n'),
  }
}

export async function mailDecided(tx: Db, project: Inside, charter: Charter, now: Date): Promise<void> {
  const about = { kind: 'project', id: project.id }
  const parties = project.parties.map(({ party_id }) => party_id!)
  await send(tx, { parties, project, charter, about, now }, (to) => decidedLetter(charter, project, to))
}

interface Sending {
  parties: readonly string[]
  project: Inside
  charter: Charter
  about: { kind: string; id: string }
  now: Date
}

/** Each party is written to by its own name, also where several share a seat. */
async function send(
  tx: Db,
  { parties, project, charter, about, now }: Sending,
  letter: (to: string) => Letter,
): Promise<void> {
  for (const id of parties) {
    const party = project.parties.find(({ party_id }) => party_id === id)
    if (!party) continue
    const written = letter(`${party.name}　${honorific(charter, party.kind)}`)
    for (const to of await mailAddressesOf(tx, id)) await mailLater(tx, { to, ...written, about }, now)
  }
}

export async function mailSheets(tx: Db, round: Round, project: Inside, charter: Charter, now: Date): Promise<void> {
  const about = { kind: 'evaluation', id: round.id }
  const parties = round.seats.flatMap(({ party_ids }) => party_ids)
  await send(tx, { parties, project, charter, about, now }, (to) =>
    sheetLetter(charter, project.title, round.year, round.due_on, to),
  )
}

export async function mailOpened(tx: Db, round: Round, project: Inside, charter: Charter, now: Date): Promise<void> {
  const about = { kind: 'evaluation', id: round.id }
  const parties = round.seats.flatMap(({ party_ids }) => party_ids)
  await send(tx, { parties, project, charter, about, now }, (to) =>
    openedLetter(charter, project.title, round.year, to),
  )
}

/** A week before the day, whoever has not answered is asked once more. */
export async function remindSeats(tx: Db, now: Date): Promise<void> {
  const day = today(now)
  for (const seat of await listToRemind(tx, day, addDays(day, 7))) {
    const project = (await findProjectById(tx, seat.project_id))!
    const charter = await getCharter(tx, seat.charter_id)
    const about = { kind: 'evaluation', id: seat.evaluation_id }
    await send(tx, { parties: seat.party_ids, project, charter, about, now }, (to) =>
      sheetLetter(charter, project.title, seat.year, seat.due_on, to),
    )
    await tx
      .updateTable('evaluation_seats')
      .set({ reminded_on: day })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', seat.id)
      .execute()
  }
}
