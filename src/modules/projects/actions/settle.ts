import type { Act } from '../../../platform/actor.ts'
import { asJson, cityOf, type Db } from '../../../platform/db/index.ts'
import type { Searchable } from '../../../platform/module.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { actorKind, type Charter, getCharter, label } from '../../charters/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { findProjectById, type Inside } from '../queries.ts'
import { projectNumberLabel, refOf } from '../rules.ts'
import type { Project } from '../tables.ts'
import { factsOf } from './facts.ts'

/** Sets columns of a project that nobody else has changed meanwhile, and counts its revision on. */
export function changed(tx: Db, project: Pick<Project, 'id' | 'state' | 'revision'>, now: Date) {
  return tx
    .updateTable('projects')
    .set({ revision: project.revision + 1, saved_at: now })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', project.id)
    .where('state', '=', project.state)
    .where('revision', '=', project.revision)
}

/**
 * After every change: what the modules above know of the project is read anew and kept with it, and what is published is
 * told to the search in the same transaction.
 */
export async function settle({ db }: Pick<Act, 'db'>, id: string): Promise<Inside> {
  const before = await findProjectById(db, id)
  if (!before) throw new NotFound()
  const facts = await factsOf(db, before)
  await db
    .updateTable('projects')
    .set({ facts: asJson(facts) })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .execute()
  const project = { ...before, facts }
  if (project.published_at) await putSearch(db, searchableOf(project, await getCharter(db, project.charter_id)))
  return project
}

/** What can be found of a published project, and what lists show of it. */
export function searchableOf(project: Inside, charter: Charter): Searchable {
  const names = project.parties.map((party) =>
    party.unit === 'person' ? label(actorKind(charter, party.kind)?.label) : (party.name ?? ''),
  )
  const open = project.reports.filter(({ withheld }) => !withheld)
  const words = [
    projectNumberLabel(charter, project),
    project.summary,
    project.purpose,
    project.beneficiaries,
    project.place,
    ...names,
    ...project.parties.map(({ does }) => does),
    ...project.targets.map(({ indicator }) => indicator),
    ...open.flatMap(({ title, text }) => [title, text]),
  ]
  return {
    kind: 'project',
    id: project.id,
    ref: refOf(project),
    title: project.title,
    text: words.filter(Boolean).join('\n'),
    facets: facetsOf(project),
    shown: {
      number: projectNumberLabel(charter, project),
      summary: project.summary,
      parties: names,
      period: periodOf(project),
      state: lifecycle.label(project.state),
    },
    at: project.published_at!,
  }
}

function facetsOf(project: Inside): string[] {
  const partners = project.parties.filter(({ is_city }) => !is_city)
  const facets = [
    ...project.fiscal_years.map((year) => `year:${year}`),
    ...project.forms.map((form) => `form:${form}`),
    project.zone && `zone:${project.zone}`,
    project.start_type && `type:${project.start_type}`,
    ...project.fields.map((field) => `field:${field}`),
    ...project.wards.map((ward) => `ward:${ward}`),
    project.programme && `programme:${project.programme}`,
    `state:${project.state}`,
    ...partners.map(({ kind }) => `kind:${kind}`),
    ...project.parties.flatMap(({ unit, party_id }) => (unit === 'person' ? [] : [`party:${party_id}`])),
  ]
  return [...new Set(facets.filter((facet): facet is string => Boolean(facet)))]
}

/** As ISO 8601 writes it; without a first day lists say the years, which are among the facets. */
const periodOf = ({ starts_on, ends_on }: Inside) => (starts_on ? `${starts_on}/${ends_on ?? '..'}` : undefined)

/** Everything of the register that is published, for making the search tables again. */
export async function* searchable(db: Db): AsyncGenerator<Searchable> {
  for await (const id of streamPublished(db)) {
    const project = (await findProjectById(db, id))!
    yield searchableOf(project, await getCharter(db, project.charter_id))
  }
}

/** Every project's row for the search tables, a hundred at a time. */
async function* streamPublished(db: Db): AsyncGenerator<string> {
  let after = ''
  while (true) {
    const rows = await db
      .selectFrom('projects')
      .select('id')
      .where('city_id', '=', cityOf(db))
      .where('published_at', 'is not', null)
      .$if(after !== '', (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(100)
      .execute()
    for (const { id } of rows) yield id
    if (rows.length < 100) return
    after = rows.at(-1)!.id
  }
}
