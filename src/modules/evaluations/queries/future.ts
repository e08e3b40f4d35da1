import type { Db } from '../../../platform/db/index.ts'
import { findLetter, newestLetter } from '../../../platform/letters/index.ts'
import type { PdfDocument } from '../../../platform/pdf/document.ts'
import { everyInRecord } from '../../../platform/record/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { listAgreementsOf } from '../../agreements/index.ts'
import {
  type DecisionMade,
  findProjectById,
  type Inside,
  lastYear,
  listProjectsById,
  lockProject,
} from '../../projects/index.ts'
import { conditionsMet, futureOf } from '../evaluation/future.ts'
import type { Future } from '../tables.ts'
import { findRound, findYear, listRoundsOf, lockRound } from './one.ts'

export async function findFuture(c: Reading): Promise<Future | undefined> {
  const found = await findYear(c)
  return found && futureOf(found)
}

export async function everyFuture({ db }: Pick<Reading, 'db'>): Promise<Future[]> {
  const projects = await everyInRecord(db, 'project', findProjectById)
  return listFutures(
    db,
    projects.map(({ id }) => id),
  )
}

/** Returns the futures of these projects, each at its last year, in two statements. */
export async function listFutures(db: Db, projectIds: readonly string[]): Promise<Future[]> {
  const projects = await listProjectsById(db, projectIds)
  const rounds = await listRoundsOf(db, projects)
  return projects.map((project) => {
    const year = lastYear(project)
    const round = rounds.find((one) => one.project_id === project.id && one.year === year)
    return futureOf(round ?? { project, charter: project.charter, year })
  })
}

/** Locks the evaluation before the project, in the order that an answer uses, so that the two cannot deadlock. */
export async function lockFuture(tx: Db, one: Future): Promise<Future> {
  const round = await findRound(tx, one.id, one.year)
  if (round) await lockRound(tx, round)
  const project = await lockProject(tx, one)
  return futureOf((await findRound(tx, one.id, one.year)) ?? { ...one, project })
}

/** Returns the last letter on the decision, for its number and date; undefined where none was issued. */
export async function findLetterOf(db: Db, { id }: Pick<Future, 'id'>): Promise<PdfDocument | undefined> {
  const about = { kind: 'project', id }
  const newest = await newestLetter(db, about, 'project.decision')
  return newest && (await findLetter(db, about, newest.id))?.document
}

/** Returns the charter's conditions for a continuation that are met on the day of the decision. */
export async function findConditions(
  db: Db,
  { project, round }: Future,
  committee_on: string | null,
): Promise<Pick<DecisionMade, 'evaluated' | 'done'>> {
  const { evaluated, done } = conditionsMet(round)
  return {
    evaluated,
    done: [
      ...done,
      ...(committee_on ? (['committee-opinion'] as const) : []),
      ...((await hasNewAgreement(db, project)) ? (['new-agreement'] as const) : []),
    ],
  }
}

/** Answers whether the partners have an agreement in force that ends after this project. */
async function hasNewAgreement(db: Db, project: Inside): Promise<boolean> {
  const partners = project.parties.flatMap(({ party_id, is_city }) => (party_id && !is_city ? [party_id] : []))
  const agreements = await listAgreementsOf(db, partners)
  return agreements.some(
    ({ state, ends_on }) =>
      state === 'in_force' && (ends_on === null || project.ends_on === null || ends_on > project.ends_on),
  )
}
