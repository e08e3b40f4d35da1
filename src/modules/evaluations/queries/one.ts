import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { parseFiscalYear } from '../../../platform/time/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { findProject, findProjectById, type Inside } from '../../projects/index.ts'
import type { Answer, Evaluation, Round, Seat, SeatAnswer, Year } from '../tables.ts'

const seats = (eb: ExpressionBuilder<Tables, 'evaluations'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('evaluation_seats as s')
      .select([
        's.id',
        's.position',
        's.side',
        's.name',
        's.party_ids',
        's.is_city',
        's.outside',
        's.required',
        's.answered_at',
        's.late',
        's.answered_by',
        's.entered_by',
        's.channel',
        's.consented_at',
      ])
      .whereRef('s.city_id', '=', 'evaluations.city_id')
      .whereRef('s.evaluation_id', '=', 'evaluations.id')
      .orderBy('s.position'),
  ).as('seats')

const roundsIn = (db: Db) => db.selectFrom('evaluations').selectAll().select(seats).where('city_id', '=', cityOf(db))

/** A year's evaluation with its seats: who has answered, never what. */
export async function findRound(db: Db, projectId: string, year: number): Promise<Round | undefined> {
  const row = await roundsIn(db).where('project_id', '=', projectId).where('year', '=', year).executeTakeFirst()
  return row && roundOf(db, row)
}

/** The evaluation with this id, whoever asks. */
export async function getRound(db: Db, id: string): Promise<Round> {
  return roundOf(db, await roundsIn(db).where('id', '=', id).executeTakeFirstOrThrow())
}

/** The evaluation under its row's lock until the transaction ends: answers that come at once come one after the other. */
export async function lockRound(tx: Db, { id }: Pick<Round, 'id'>): Promise<Round> {
  await tx
    .selectFrom('evaluations')
    .select('id')
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return getRound(tx, id)
}

/** The evaluation that a letter or a scan belongs to, if it is still there. */
export async function findRoundById(db: Db, id: string): Promise<Round | undefined> {
  const row = await roundsIn(db).where('id', '=', id).executeTakeFirst()
  return row && roundOf(db, row)
}

async function roundOf(db: Db, row: Evaluation & { seats: unknown[] }, project?: Inside): Promise<Round> {
  return {
    ...row,
    seats: row.seats as Seat[],
    project: project ?? (await findProjectById(db, row.project_id))!,
    charter: await getCharter(db, row.charter_id),
  }
}

/** The project of the address and its charter, if this person may know of it. */
export async function findProjectThere(c: Reading): Promise<{ project: Inside; charter: Charter } | undefined> {
  const project = await findProject(c.db, c.actor, c.params.ref!)
  if (!project) return undefined
  const charter = project.charter_id === c.charter_id ? c.charter : await getCharter(c.db, project.charter_id)
  return { project, charter }
}

export const yearAsked = (c: Pick<Reading, 'params'>) => parseFiscalYear(c.params.year ?? '')

/** The year of the address: its evaluation, or only the year where none has begun. */
export async function findYear(c: Reading): Promise<Year | Round | undefined> {
  const found = await findProjectThere(c)
  const year = yearAsked(c)
  if (!found || year === undefined) return undefined
  const { project } = found
  const row = await roundsIn(c.db).where('project_id', '=', project.id).where('year', '=', year).executeTakeFirst()
  if (row) return roundOf(c.db, row, project)
  return project.fiscal_years.includes(year) ? { ...found, year } : undefined
}

const said = ['a.phase', 'a.question', 'a.mark', 'a.value', 'a.words'] as const

/** Says for which seat this transaction writes; the answers' table shows that seat's rows and, unopened, no others. */
export async function writeAs(tx: Db, seatId: string | null): Promise<void> {
  await sql`select set_config('app.seat', ${seatId ?? ''}, true)`.execute(tx)
}

/** What one seat has written so far; only for whoever writes for it. */
export async function listOwnAnswers(db: Db, seatId: string): Promise<Answer[]> {
  await writeAs(db, seatId)
  const rows = await db
    .selectFrom('evaluation_answers as a')
    .select(said)
    .where('a.city_id', '=', cityOf(db))
    .where('a.seat_id', '=', seatId)
    .execute()
  await writeAs(db, null)
  return rows
}

/** All answers of an evaluation that was opened; none of one that was not, whoever asks. */
export function listOpenedAnswers(db: Db, evaluationId: string): Promise<SeatAnswer[]> {
  return db
    .selectFrom('evaluation_answers as a')
    .innerJoin('evaluations as e', (join) =>
      join.onRef('e.city_id', '=', 'a.city_id').onRef('e.id', '=', 'a.evaluation_id').on('e.opened_at', 'is not', null),
    )
    .select([...said, 'a.seat_id'])
    .where('a.city_id', '=', cityOf(db))
    .where('a.evaluation_id', '=', evaluationId)
    .execute()
}

/** What was released of a project's year, through the public door. */
export function findPublishedEvaluation(db: Db, cityId: number, projectId: string, year: number) {
  return db
    .selectFrom('published.evaluations')
    .select(['id', 'year', 'charter_id', 'public_copy', 'published_at'])
    .where('city_id', '=', cityId)
    .where('project_id', '=', projectId)
    .where('year', '=', year)
    .executeTakeFirst()
}

/** The seat that a scan belongs to, for whoever asks to see the file. */
export async function findScanned(db: Db, seatId: string): Promise<{ round: Round; seat: Seat } | undefined> {
  const row = await db
    .selectFrom('evaluation_seats')
    .select('evaluation_id')
    .where('city_id', '=', cityOf(db))
    .where('id', '=', seatId)
    .executeTakeFirst()
  const round = row && (await findRoundById(db, row.evaluation_id))
  const seat = round?.seats.find(({ id }) => id === seatId)
  return round && seat && { round, seat }
}
