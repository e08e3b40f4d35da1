import { type Act, system } from '../../../platform/actor.ts'
import { cityOf } from '../../../platform/db/index.ts'
import { write } from '../../../platform/record/event.ts'
import { fiscalYearsBetween } from '../../../platform/time/index.ts'
import { changedWords } from '../../../platform/web/index.ts'
import { agreementProjectEntered, findAgreementById, findTextBefore } from '../../agreements/index.ts'
import type { AgreedText } from '../../texts/index.ts'
import { revised } from '../events.ts'
import { agreedFor } from '../project/agreed.ts'
import { type Inside, refOf } from '../project/project.ts'
import { entryValues, entryWording, namesIn } from '../project/wording.ts'
import { findSigned } from '../queries/agreed.ts'
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

/**
 * Applies an amendment to the agreement's projects: term, money and shares become those of the new text, and so does a
 * purpose that the project took from the old one. The results of targets that remain stay.
 */
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

async function followText(
  act: Pick<Act, 'db' | 'now'>,
  project: Inside,
  before: AgreedText,
  after: AgreedText,
): Promise<void> {
  const all = fiscalYearsBetween(before.starts_on, before.ends_on)
  const whole = project.fiscal_years.join() === all.join()
  await takeAgreed(act, project, {
    years: whole ? fiscalYearsBetween(after.starts_on, after.ends_on) : project.fiscal_years,
    set: project.purpose === before.purpose ? { purpose: after.purpose } : {},
  })
}

/** Writes what the signed agreement says into its project, with an entry of what changed. */
async function takeAgreed(
  { db, now }: Pick<Act, 'db' | 'now'>,
  project: Inside,
  { years = project.fiscal_years, set = {} }: { years?: number[]; set?: { purpose?: string } } = {},
): Promise<void> {
  const signed = await findSigned(db, project.agreement_id)
  if (!signed) return
  const agreed = agreedFor(signed, years, project.parties)
  const values = { ...set, ...agreed.term }
  if (
    isAlready(project, values) &&
    project.parties.every((party) => isAlready(party, agreed.shares.get(party.party_id ?? '') ?? {}))
  )
    return
  await db
    .updateTable('projects')
    .set({ ...values, revision: project.revision + 1, saved_at: now })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', project.id)
    .execute()
  for (const [party_id, share] of agreed.shares)
    if (Object.keys(share).length > 0)
      await db
        .updateTable('project_parties')
        .set(share)
        .where('city_id', '=', cityOf(db))
        .where('project_id', '=', project.id)
        .where('party_id', '=', party_id)
        .execute()
  const after = (await findProjectById(db, project.id)) ?? project
  const changes = changedWords(
    entryWording(project.charter, namesIn(project)),
    entryValues(project),
    entryValues(after),
  )
  const parties = project.parties.map(({ name }) => name)
  write(db, { actor: system(cityOf(db)), now }, revised({ parties, changes }), project)
}

const isAlready = <T extends object>(here: NoInfer<T>, values: Partial<T>): boolean =>
  (Object.keys(values) as (keyof T)[]).every((key) => JSON.stringify(here[key]) === JSON.stringify(values[key]))

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
    await takeAgreed({ db, now }, project)
    await takeTargets(db, project, agreement)
    const joined = agreementProjectEntered({ ref: refOf(project), title: project.title })
    write(db, { actor: system(cityOf(db)), now }, joined, agreement)
  }
}
