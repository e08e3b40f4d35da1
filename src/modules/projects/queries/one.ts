import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { parseReference, referenceOf } from '../../../platform/numbers/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { getCharter } from '../../charters/index.ts'
import { canSeeProject, type Dossier, type Inside, type ReportShown, refOf } from '../project/project.ts'
import type { Project } from '../tables.ts'

const targets = [
  'id',
  'position',
  'indicator',
  'value',
  'unit',
  'direction',
  'by_on',
  'result',
  'result_note',
  'result_on',
] as const
const milestones = ['id', 'title', 'due_on', 'done_on'] as const
const evaluations = [
  'year',
  'begun_on',
  'due_on',
  'awaited',
  'answered',
  'opened_on',
  'closed_at_deadline',
  'talked_on',
  'published_on',
] as const
const pastDecisions = ['decision', 'reasons', 'decided_on', 'ended_by', 'ended_on', 'because'] as const
const inProject = ['position', 'name', 'kind', 'unit', 'is_city', 'role', 'does', 'brings', 'money_yen'] as const
const reports = [
  'id',
  'kind',
  'held_on',
  'title',
  'text',
  'active_count',
  'passive_count',
  'photo_words',
  'reported_at',
] as const

type Read = Omit<Dossier, 'previous' | 'next' | 'proposal' | 'agreement' | 'reports'> & {
  reports: (ReportShown & { photo_words: Record<string, string> })[]
  previous: Neighbour[]
  next: Neighbour[]
  proposal: Sibling[]
  agreement: Sibling[]
}

type Neighbour = { fiscal_year: number; number: number; title: string }

type Sibling = Neighbour & { published_at: string }

function assembled(row: Read): Dossier {
  const neighbour = (one: Neighbour | undefined) => (one ? { ref: refOf(one), title: one.title } : null)
  const sibling = (kind: 'proposal' | 'agreement', one: Sibling | undefined) =>
    one ? { ref: referenceOf(kind, one), title: one.title, published_on: today(new Date(one.published_at)) } : null
  return {
    ...row,
    reports: row.reports.map(({ photo_words, ...report }) => ({
      ...report,
      photos: report.photos.map((photo) => ({ ...photo, words: photo_words[photo.id] ?? '' })),
    })),
    previous: neighbour(row.previous[0]),
    next: neighbour(row.next[0]),
    proposal: sibling('proposal', row.proposal[0]),
    agreement: sibling('agreement', row.agreement[0]),
  }
}

type At = ExpressionBuilder<Tables & { p: Project }, 'p'>

/** Joins the published proposal and agreement; both doors may read these views. */
const publicSiblings = (eb: At) => [
  jsonArrayFrom(
    eb
      .selectFrom('published.proposals as o')
      .select(['o.fiscal_year', 'o.number', 'o.title', 'o.published_at'])
      .whereRef('o.city_id', '=', 'p.city_id')
      .whereRef('o.id', '=', 'p.proposal_id'),
  ).as('proposal'),
  jsonArrayFrom(
    eb
      .selectFrom('published.agreements as a')
      .select(['a.fiscal_year', 'a.number', 'a.title', 'a.published_at'])
      .whereRef('a.city_id', '=', 'p.city_id')
      .whereRef('a.id', '=', 'p.agreement_id'),
  ).as('agreement'),
]

const is = (eb: At, at: NonNullable<ReturnType<typeof parseReference>>) =>
  'id' in at
    ? eb('p.id', '=', at.id)
    : eb.and([eb('p.fiscal_year', '=', at.fiscal_year), eb('p.number', '=', at.number)])

/** The prefix of the tables behind a door: the public views have the same columns as far as they are public. */
type Door = '' | 'published.'

const behind =
  (door: Door) =>
  <N extends string>(name: N): N =>
    `${door}${name}` as N

const ofProject = sql<boolean>`t.city_id = p.city_id and t.project_id = p.id`

function belongings(eb: At, door: Door) {
  const from = behind(door)
  const neighbour = () =>
    eb
      .selectFrom(from('projects as n'))
      .select(['n.fiscal_year', 'n.number', 'n.title'])
      .whereRef('n.city_id', '=', 'p.city_id')
  return [
    jsonArrayFrom(
      eb
        .selectFrom(from('project_parties as t'))
        .leftJoin(from('parties as r'), (join) =>
          join.onRef('r.city_id', '=', 't.city_id').onRef('r.id', '=', 't.party_id'),
        )
        .select(['t.id', 't.party_id', 'r.number'])
        .select(inProject.map((column) => `t.${column}` as const))
        .where(ofProject)
        .orderBy('t.position'),
    ).as('parties'),
    jsonArrayFrom(
      eb.selectFrom(from('project_targets as t')).select(targets).where(ofProject).orderBy('t.position'),
    ).as('targets'),
    jsonArrayFrom(
      eb.selectFrom(from('project_milestones as t')).select(milestones).where(ofProject).orderBy('t.due_on'),
    ).as('milestones'),
    jsonArrayFrom(
      eb.selectFrom(from('project_evaluations as t')).select(evaluations).where(ofProject).orderBy('t.year'),
    ).as('evaluations'),
    jsonArrayFrom(
      eb.selectFrom(from('project_past_decisions as t')).select(pastDecisions).where(ofProject).orderBy('t.ended_at'),
    ).as('past_decisions'),
    jsonArrayFrom(reportsOf(eb, door)).as('reports'),
    jsonArrayFrom(neighbour().whereRef('n.id', '=', 'p.previous_id')).as('previous'),
    jsonArrayFrom(neighbour().whereRef('n.previous_id', '=', 'p.id')).as('next'),
  ]
}

/** Reads reports with their photos; the public door omits author, people present and `withheld`. */
function reportsOf(eb: At, door: Door) {
  const from = behind(door)
  return eb
    .selectFrom(from('project_reports as t'))
    .select(reports)
    .$if(door === '', (query) =>
      query.select([
        't.by_party_id',
        't.by_name',
        't.attended',
        sql<boolean>`t.withheld_at is not null`.as('withheld'),
      ]),
    )
    .select((inner) =>
      jsonArrayFrom(
        inner
          .selectFrom(from('files as f'))
          .select(['f.id', 'f.name', 'f.type', 'f.bytes', 'f.purpose'])
          .whereRef('f.city_id', '=', 't.city_id')
          .where('f.subject_kind', '=', 'project-report')
          .whereRef('f.subject_id', '=', 't.id')
          .orderBy('f.position'),
      ).as('photos'),
    )
    .where(ofProject)
    .orderBy('t.held_on')
    .orderBy('t.id')
}

/** Returns the public parts of a project in one statement, through the public door. */
export async function findPublishedProject(db: Db, cityId: number, ref: string): Promise<Dossier | undefined> {
  const at = parseReference('project', ref)
  if (!at) return undefined
  const row = await db
    .selectFrom('published.projects as p')
    .selectAll('p')
    .select((eb) => [...publicSiblings(eb as unknown as At), ...belongings(eb as unknown as At, 'published.')])
    .where('p.city_id', '=', cityId)
    .where((eb) => is(eb as unknown as At, at))
    .executeTakeFirst()
  return row && assembled(row as unknown as Read)
}

/** Returns a project in one statement, or undefined where this person may not see it. */
export async function findProject(db: Db, actor: Actor, ref: string): Promise<Inside | undefined> {
  const at = parseReference('project', ref)
  const found = at && (await readProject(db, at))
  return found && canSeeProject(actor, found) ? found : undefined
}

export function findProjectById(db: Db, id: string): Promise<Inside | undefined> {
  return readProject(db, { id })
}

/** Returns the projects with these ids in one statement. */
export async function listProjectsById(db: Db, ids: readonly string[]): Promise<Inside[]> {
  if (ids.length === 0) return []
  const found: Inside[] = []
  for (const row of await projectsIn(db).where('p.id', 'in', ids).execute()) found.push(await insideOf(db, row))
  return found
}

async function readProject(db: Db, at: NonNullable<ReturnType<typeof parseReference>>): Promise<Inside | undefined> {
  const row = await projectsIn(db)
    .where((eb) => is(eb as unknown as At, at))
    .executeTakeFirst()
  return row && insideOf(db, row)
}

const projectsIn = (db: Db) =>
  db
    .selectFrom('projects as p')
    .selectAll('p')
    .select((eb) => [...publicSiblings(eb as unknown as At), ...belongings(eb as unknown as At, '')])
    .where('p.city_id', '=', cityOf(db))

const insideOf = async (db: Db, row: Project & object): Promise<Inside> => ({
  ...row,
  ...assembled(row as unknown as Read),
  charter: await getCharter(db, row.charter_id),
})

/** Returns the project under its row's lock, so that concurrent verbs happen one after the other. */
export async function lockProject(tx: Db, { id }: { id: string }): Promise<Inside> {
  await tx
    .selectFrom('projects')
    .select('id')
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const project = await findProjectById(tx, id)
  if (!project) throw new NotFound()
  return project
}

export async function findReportProject(db: Db, reportId: string): Promise<Inside | undefined> {
  const row = await db
    .selectFrom('project_reports')
    .select('project_id')
    .where('city_id', '=', cityOf(db))
    .where('id', '=', reportId)
    .executeTakeFirst()
  return row && readProject(db, { id: row.project_id })
}
