import { cityOf, type Db } from '../../../platform/db/index.ts'
import { mailLater } from '../../../platform/jobs/index.ts'
import { addDays, dateLabel, fiscalYearLabel, today } from '../../../platform/time.ts'
import { type Charter, getCharter, word } from '../../charters/index.ts'
import { mailAddressesOf } from '../../parties/index.ts'
import { decisionLabel, goesOn, type Inside } from '../../projects/index.ts'
import { listToRemind } from '../queries.ts'
import type { Round } from '../tables.ts'

interface Letter {
  subject: string
  body: string
}

/** Asks a side for its answer. No letter about an evaluation ever holds an answer, its own or another's. */
export function sheetLetter(charter: Charter, title: string, year: number, due: string, name: string): Letter {
  const evaluation = word(charter, 'evaluation')
  return {
    subject: `【${evaluation}】「${title}」の回答のお願い（${dateLabel(due)}まで）`,
    body: [
      `${name}　様`,
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
export function openedLetter(charter: Charter, title: string, year: number, name: string): Letter {
  const evaluation = word(charter, 'evaluation')
  return {
    subject: `【${evaluation}】「${title}」の回答が開かれました`,
    body: [
      `${name}　様`,
      '',
      `「${title}」の${fiscalYearLabel(year)}の${evaluation}の回答が開かれました。`,
      `サインインしてご覧ください。違いの大きいところから並んでいます。次は、${charter.evaluation.jointTalk.label.ja}です。`,
    ].join('\n'),
  }
}

/** Tells a party what was decided on the project, and why. */
export function decidedLetter(charter: Charter, project: Inside, name: string): Letter {
  const decision = decisionLabel(charter, project.decision)
  return {
    subject: `「${project.title}」のこれからのことが決まりました：${decision}`,
    body: [
      `${name}　様`,
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
  for (const { party_id, name } of project.parties)
    await send(tx, [party_id!], project.id, decidedLetter(charter, project, name!), now, 'project')
}

async function send(
  tx: Db,
  parties: readonly string[],
  id: string,
  letter: Letter,
  now: Date,
  kind = 'evaluation',
): Promise<void> {
  for (const party of parties)
    for (const to of await mailAddressesOf(tx, party)) await mailLater(tx, { to, ...letter, about: { kind, id } }, now)
}

export async function mailSheets(tx: Db, round: Round, project: Inside, charter: Charter, now: Date): Promise<void> {
  for (const { party_ids, name } of round.seats)
    await send(tx, party_ids, round.id, sheetLetter(charter, project.title, round.year, round.due_on, name), now)
}

export async function mailOpened(tx: Db, round: Round, project: Inside, charter: Charter, now: Date): Promise<void> {
  for (const { party_ids, name } of round.seats)
    await send(tx, party_ids, round.id, openedLetter(charter, project.title, round.year, name), now)
}

/** A week before the day, whoever has not answered is asked once more. */
export async function remindSeats(tx: Db, now: Date): Promise<void> {
  const day = today(now)
  for (const seat of await listToRemind(tx, day, addDays(day, 7))) {
    const charter = await getCharter(tx, seat.charter_id)
    await send(
      tx,
      seat.party_ids,
      seat.evaluation_id,
      sheetLetter(charter, seat.title, seat.year, seat.due_on, seat.name),
      now,
    )
    await tx
      .updateTable('evaluation_seats')
      .set({ reminded_on: day })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', seat.id)
      .execute()
  }
}
