import { type Act, system } from '../../../platform/actor.ts'
import { cityOf } from '../../../platform/db/index.ts'
import { write } from '../../../platform/record/event.ts'
import { fiscalYearsBetween } from '../../../platform/time/index.ts'
import { agreementProjectEntered, findAgreementById, findTextBefore } from '../../agreements/index.ts'
import { type AgreedText, costIn, shareIn } from '../../texts/index.ts'
import { revised } from '../events.ts'
import { type Inside, refOf } from '../project/project.ts'
import { listProjectsOn } from '../queries/facts.ts'
import { findProjectById, lockProject } from '../queries/one.ts'
import { findSourceAgreement } from '../queries/sources.ts'
import { refreshCopies } from './row.ts'
import { replaceTargets, takeTargets } from './targets.ts'

export async function refreshFacts(
  { db, now }: Pick<Act, 'db' | 'now'>,
  on: { proposal_id?: string; agreement_id?: string },
): Promise<void> {
  if (on.agreement_id) await joinAgreement({ db, now }, on.agreement_id)
  for (const { id } of await listProjectsOn(db, on)) await refreshCopies(db, id)
}

/** Applies an amendment: values equal to the old text take the new ones; changed values and results stay. */
export async function followAmendment({ db, now }: Pick<Act, 'db' | 'now'>, agreement_id: string): Promise<void> {
  const agreement = await findAgreementById(db, agreement_id)
  const after = agreement?.current?.text
  const before = agreement && (await findTextBefore(db, agreement))
  for (const one of await listProjectsOn(db, { agreement_id })) {
    const project = await lockProject(db, one)
    if (project.state === 'decided') continue
    if (before && after) await followText({ db, now }, project, before, after)
    await replaceTargets(db, project, agreement_id)
  }
  await refreshFacts({ db, now }, { agreement_id })
}

type Said = Pick<Inside, 'starts_on' | 'ends_on' | 'sunset_on' | 'purpose' | 'budget_yen' | 'fiscal_years'>

const said = (text: AgreedText): Said => ({
  starts_on: text.starts_on,
  ends_on: text.ends_on,
  sunset_on: text.sunset_on,
  purpose: text.purpose,
  budget_yen: costIn(text),
  fiscal_years: fiscalYearsBetween(text.starts_on, text.ends_on),
})

async function followText(
  { db, now }: Pick<Act, 'db' | 'now'>,
  project: Inside,
  before: AgreedText,
  after: AgreedText,
): Promise<void> {
  const set = followed<Said>(project, said(before), said(after))
  const shares = project.parties.flatMap(({ party_id, does, brings, money_yen }) => {
    if (!party_id) return []
    const change = followed({ does, brings, money_yen }, shareIn(before, party_id), shareIn(after, party_id))
    return Object.keys(change).length > 0 ? [{ party_id, change }] : []
  })
  if (Object.keys(set).length === 0 && shares.length === 0) return
  await db
    .updateTable('projects')
    .set({ ...set, revision: project.revision + 1, saved_at: now })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', project.id)
    .execute()
  for (const { party_id, change } of shares)
    await db
      .updateTable('project_parties')
      .set(change)
      .where('city_id', '=', cityOf(db))
      .where('project_id', '=', project.id)
      .where('party_id', '=', party_id)
      .execute()
  const parties = project.parties.map(({ name }) => name)
  write(db, { actor: system(cityOf(db)), now }, revised({ parties }), project)
}

/** Returns the changed values of the new text whose old values the project still has. */
function followed<T extends object>(here: NoInfer<T>, before: T, after: T): Partial<T> {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const keys = Object.keys(after) as (keyof T)[]
  return Object.fromEntries(
    keys.flatMap((key) => (same(here[key], before[key]) && !same(before[key], after[key]) ? [[key, after[key]]] : [])),
  ) as Partial<T>
}

/** Gives a signed agreement to the project from the same proposal that has none, or whose agreement was given up. */
async function joinAgreement({ db, now }: Pick<Act, 'db' | 'now'>, agreement_id: string): Promise<void> {
  const agreement = await findSourceAgreement(db, agreement_id)
  if (!agreement?.proposal_id) return
  const rows = await db
    .updateTable('projects')
    .set({ agreement_id, saved_at: now })
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', agreement.proposal_id)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('agreement_id', 'is', null),
        exists(
          selectFrom('agreements as a')
            .select('a.id')
            .whereRef('a.city_id', '=', 'projects.city_id')
            .whereRef('a.id', '=', 'projects.agreement_id')
            .where('a.state', '=', 'terminated'),
        ),
      ]),
    )
    .where('state', '<>', 'decided')
    .returning('id')
    .execute()
  for (const { id } of rows) {
    const project = await findProjectById(db, id)
    if (!project) continue
    await takeTargets(db, project, agreement)
    const joined = agreementProjectEntered({ ref: refOf(project), title: project.title })
    write(db, { actor: system(cityOf(db)), now }, joined, agreement)
  }
}
