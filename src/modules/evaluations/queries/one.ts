import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { parseFiscalYear } from '../../../platform/time/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { findProject, findProjectById, type Inside, listProjectsById } from '../../projects/index.ts'
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
        's.passed_on_at',
      ])
      .whereRef('s.city_id', '=', 'evaluations.city_id')
      .whereRef('s.evaluation_id', '=', 'evaluations.id')
      .orderBy('s.position'),
  ).as('seats')

const roundsIn = (db: Db) => db.selectFrom('evaluations').selectAll().select(seats).where('city_id', '=', cityOf(db))

/** Returns a year's evaluation with its seats, without answers. */
export async function findRound(db: Db, projectId: string, year: number): Promise<Round | undefined> {
  const row = await roundsIn(db).where('project_id', '=', projectId).where('year', '=', year).executeTakeFirst()
  return row && roundOf(db, row)
}

export async function listRoundsOf(db: Db, projects: readonly Inside[]): Promise<Round[]> {
  const ids = projects.map(({ id }) => id)
  return ids.length > 0 ? roundsWith(db, projects, await roundsIn(db).where('project_id', 'in', ids).execute()) : []
}

/** Returns the evaluations with these ids, in two statements. */
export async function listRoundsById(db: Db, ids: readonly string[]): Promise<Round[]> {
  const rows = await roundsIn(db).where('id', 'in', ids).execute()
  const projects = await listProjectsById(db, [...new Set(rows.map(({ project_id }) => project_id))])
  return roundsWith(db, projects, rows)
}

async function roundsWith(db: Db, projects: readonly Inside[], rows: readonly Row[]): Promise<Round[]> {
  const found: Round[] = []
  for (const row of rows) {
    const project = projects.find(({ id }) => id === row.project_id)
    if (project) found.push(await roundOf(db, row, project))
  }
  return found
}

/** Returns the evaluation with this id for any actor; throws where there is none. */
export async function getRound(db: Db, id: string): Promise<Round> {
  return roundOf(db, await roundsIn(db).where('id', '=', id).executeTakeFirstOrThrow())
}

/** Returns the evaluation under its row's lock, so that concurrent answers happen one after the other. */
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

/** Returns the evaluation of a letter or a scan for any actor. */
export async function findRoundById(db: Db, id: string): Promise<Round | undefined> {
  const row = await roundsIn(db).where('id', '=', id).executeTakeFirst()
  return row && roundOf(db, row)
}

type Row = Evaluation & { seats: unknown[] }

async function roundOf(db: Db, row: Row, known?: Inside): Promise<Round> {
  const project = known ?? (await findProjectById(db, row.project_id))
  if (!project) throw new NotFound()
  return { ...row, seats: row.seats as Seat[], project, charter: await getCharter(db, row.charter_id) }
}

/** Returns the project of the address with its charter, if this person may see it. */
export async function findProjectThere(c: Reading): Promise<{ project: Inside; charter: Charter } | undefined> {
  const project = await findProject(c.db, c.actor, c.params.ref ?? '')
  if (!project) return undefined
  const charter = project.charter_id === c.charter_id ? c.charter : await getCharter(c.db, project.charter_id)
  return { project, charter }
}

export const yearAsked = (c: Pick<Reading, 'params'>) => parseFiscalYear(c.params.year ?? '')

/** Returns the evaluation of the address's year, or the year alone where none has begun. */
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

/** Sets the seat of this transaction; before the opening the answers' policy shows that seat's rows only. */
export async function writeAs(tx: Db, seatId: string | null): Promise<void> {
  await sql`select set_config('app.seat', ${seatId ?? ''}, true)`.execute(tx)
}

/** Returns a seat's own answers; the caller must have checked that the person writes for it. */
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

/** Returns the answers of an opened evaluation; none before the opening, for any actor. */
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

export function findPublishedEvaluation(db: Db, cityId: number, projectId: string, year: number) {
  return db
    .selectFrom('published.evaluations')
    .select(['id', 'year', 'charter_id', 'public_copy', 'published_at'])
    .where('city_id', '=', cityId)
    .where('project_id', '=', projectId)
    .where('year', '=', year)
    .executeTakeFirst()
}

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
