import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { listAgreementsOf } from '../../agreements/index.ts'
import { getCharter } from '../../charters/index.ts'
import { type DecisionMade, decideProject, findProjectById, type Inside } from '../../projects/index.ts'
import type { DecisionInput, PaperConsentInput, TalkInput } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { listOpenedAnswers, lockRound } from '../queries.ts'
import {
  consentSeats,
  isEvaluated,
  mayConsent,
  mayDecide,
  mayEnterConsent,
  mayRelease,
  mayRetract,
  mayTalk,
  silentGroups,
} from '../rules.ts'
import type { Round } from '../tables.ts'
import { tell } from './answer.ts'
import { publicCopyOf } from './copy.ts'
import { mailDecided } from './mails.ts'

/** The talk about the opened answers: when, who was there, what was agreed, on the whole and on single questions. */
export async function noteTalk(act: Act, project: Inside, round: Round, input: TalkInput): Promise<void> {
  await atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayTalk.why(act.actor, project, fresh))
    if (fresh.revision !== round.revision)
      throw new Conflict('ほかの方が先に話し合いの記録を保存しました。画面を読み込み直して、見比べてください。')
    if (input.talked_on > today(act.now))
      throw new Invalid({ talked_on: '話し合った日は、今日までの日付にしてください。' })
    const notes = Object.entries(input.notes).flatMap(([phase, questions]) =>
      Object.entries(questions).flatMap(([question, text]) =>
        text ? [[`${phase.replace(/^p-/, '')}.${question.replace(/^q-/, '')}`, text] as const] : [],
      ),
    )
    await change(tx, fresh, {
      state: lifecycle.move(fresh.state, 'talk'),
      state_since: fresh.state === 'talked' ? fresh.state_since : act.now,
      talked_on: input.talked_on,
      talk_people: input.people,
      talk_agreed: input.agreed,
      talk_notes: asJson(Object.fromEntries(notes)),
      revision: fresh.revision + 1,
    })
    await copyAnew(tx, fresh.id)
    record(tx, act, 'evaluation.talked', fresh, {
      public: { year: fresh.year, on: input.talked_on },
    })
    await tell({ ...act, db: tx }, await lockRound(tx, fresh.id))
  })
}

/** What becomes of the project. Where the charter wants it evaluated first, an unevaluated one cannot go on. */
export async function decideOn(
  act: Act,
  project: Inside,
  round: Round | undefined,
  input: DecisionInput,
): Promise<Inside> {
  return atomically(act.db, async (tx) => {
    const fresh = round && (await lockRound(tx, round.id))
    ensure(mayDecide.why(act.actor, project))
    const charter = await getCharter(tx, project.charter_id)
    if (!charter.evaluation.decisions.some(({ key }) => key === input.decision))
      throw new Invalid({ decision: 'これからのことを、一覧から選んでください。' })
    if (fresh?.state === 'answering' && fresh.seats.some(({ answered_at }) => answered_at !== null))
      throw new Invalid({
        '': 'いま回答を受け付けています。回答がそろって開かれるか、期日に締め切ってから、決めてください。',
      })
    if (fresh?.state === 'opened' && charter.evaluation.jointTalk.required)
      throw new Invalid({ '': `決める前に、${charter.evaluation.jointTalk.label.ja}の記録が必要です。` })
    const made = await madeOf(tx, project, fresh, input)
    const { made: decided } = await decideProject({ ...act, db: tx }, project, made)
    if (fresh && fresh.state !== 'answering')
      await change(tx, fresh, {
        state: lifecycle.move(fresh.state, 'decide'),
        state_since: act.now,
        committee_on: input.committee_on,
      })
    if (fresh) await copyAnew(tx, fresh.id)
    await mailDecided(tx, decided, charter, act.now)
    return decided
  })
}

async function madeOf(tx: Db, project: Inside, round: Round | undefined, input: DecisionInput): Promise<DecisionMade> {
  const done: DecisionMade['done'] = []
  if (round?.talked_on) done.push('joint-talk')
  if (round?.published_at) done.push('publication')
  if (input.committee_on) done.push('committee-opinion')
  if (await hasNewAgreement(tx, project)) done.push('new-agreement')
  const { decision, reasons, decided_on } = input
  return { decision, reasons, decided_on, done, evaluated: isEvaluated(round) }
}

/** Whether its partners have agreed on something that holds beyond this project's end. */
async function hasNewAgreement(tx: Db, project: Inside): Promise<boolean> {
  const partners = project.parties.flatMap(({ party_id, is_city }) => (party_id && !is_city ? [party_id] : []))
  const agreements = await listAgreementsOf(tx, partners)
  return agreements.some(
    ({ state, ends_on }) =>
      state === 'in_force' && (ends_on === null || project.ends_on === null || ends_on > project.ends_on),
  )
}

/** A side agrees that the evaluation is made public as the charter says. */
export async function consentToRelease({ db, actor, now }: Act, round: Round): Promise<void> {
  await atomically(db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayConsent.why(actor, fresh, await getCharter(tx, fresh.charter_id)))
    const seats = consentSeats(actor, fresh)
    await tx
      .updateTable('evaluation_seats')
      .set({ consented_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('evaluation_id', '=', fresh.id)
      .where(
        'id',
        'in',
        seats.map(({ id }) => id),
      )
      .execute()
    record(tx, { actor, now }, 'evaluation.consented', fresh, {
      year: fresh.year,
      sides: seats.map(({ name }) => name),
    })
  })
}

/** A consent that came on paper is entered in the group's name, with its day and, if there is one, its scan. */
export async function enterPaperConsent(
  { db, actor, now }: Act,
  round: Round,
  input: PaperConsentInput,
): Promise<void> {
  await atomically(db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayEnterConsent.why(actor, fresh, await getCharter(tx, fresh.charter_id)))
    const seat = silentGroups(fresh).find(({ id }) => id === input.seat)
    if (!seat) throw new Invalid({ seat: 'だれの同意かを、一覧から選んでください。' })
    if (input.consented_on > today(now) || input.consented_on < today(fresh.opened_at!))
      throw new Invalid({ consented_on: '同意のあった日は、評価が開かれた日から今日までの日にしてください。' })
    await tx
      .updateTable('evaluation_seats')
      .set({ consented_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('evaluation_id', '=', fresh.id)
      .where('id', '=', seat.id)
      .execute()
    await attachFiles(tx, { actor, now }, { kind: 'evaluation-seat', id: seat.id }, 'consent', input.scan)
    const entering = {
      ...actor,
      acting_for: seat.party_ids[0] ?? null,
      channel: input.channel,
      entered_by: actor.account_id,
    }
    record(tx, { actor: entering, now }, 'evaluation.consented', fresh, {
      year: fresh.year,
      sides: [seat.name],
      on: input.consented_on,
    })
  })
}

/** Everyone may read what the charter makes public of it: a copy made now, of what came in time. */
export async function releaseEvaluation(act: Act, project: Inside, round: Round, note: string): Promise<void> {
  await atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayRelease.why(act.actor, project, fresh, await getCharter(tx, fresh.charter_id)))
    const silent = fresh.seats.filter(({ consented_at, answered_at }) => consented_at === null && answered_at !== null)
    if (silent.length > 0 && !note)
      throw new Invalid({
        note: `${silent.map(({ name }) => `「${name}」`).join('')}の同意がまだありません。同意を待たずに公表する理由を入力してください。`,
      })
    await change(tx, fresh, { public_copy: await copyOf(tx, fresh), release_note: note, published_at: act.now })
    record(tx, act, 'evaluation.released', fresh, { public: { year: fresh.year } })
    await tell({ ...act, db: tx }, await lockRound(tx, fresh.id))
  })
}

/** It is taken back, and gone at once. */
export async function retractEvaluation(act: Act, round: Round, reason: string): Promise<void> {
  await atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayRetract.why(act.actor, fresh))
    await change(tx, fresh, { public_copy: null, published_at: null })
    record(tx, act, 'evaluation.retracted', fresh, { year: fresh.year, reason })
    await tell({ ...act, db: tx }, await lockRound(tx, fresh.id))
  })
}

async function copyOf(tx: Db, round: Round): Promise<string> {
  const charter = await getCharter(tx, round.charter_id)
  const project = (await findProjectById(tx, round.project_id))!
  return asJson(publicCopyOf(charter, project, round, await listOpenedAnswers(tx, round.id)))
}

/** What was released follows what is noted and decided afterwards. */
async function copyAnew(tx: Db, id: string): Promise<void> {
  const round = await lockRound(tx, id)
  if (round.published_at) await change(tx, round, { public_copy: await copyOf(tx, round) })
}

async function change(tx: Db, round: Round, set: object): Promise<void> {
  await tx.updateTable('evaluations').set(set).where('city_id', '=', cityOf(tx)).where('id', '=', round.id).execute()
}
