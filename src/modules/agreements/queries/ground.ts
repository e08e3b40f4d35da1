import type { Act, Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { type Charter, getCharter, leadsToAgreement } from '../../charters/index.ts'
import { isSection, isStaff, listDepartments, writableParties } from '../../parties/index.ts'
import { listAdoptedProposals } from '../../proposals/index.ts'

/** The ground of a new agreement: the charter, and the adopted proposals from which this person may begin one. */
export interface Ground {
  charter: Charter
  charter_id: string
  adopted: readonly Adopted[]
}

export async function groundOf(
  { db, actor }: Pick<Act, 'db' | 'actor'>,
  { charter, charter_id }: Omit<Ground, 'adopted'>,
): Promise<Ground> {
  return { charter, charter_id, adopted: await listAdopted(db, actor) }
}

/** Lists the adopted proposals without an agreement from which this person may begin one. */
export async function listAdopted(db: Db, actor: Actor) {
  const own = new Set(writableParties(actor).map(({ party_id }) => party_id))
  if (!isStaff(actor) && own.size === 0) return []
  const departments = new Set(actor.posts.flatMap(({ department_id }) => department_id ?? []))
  const drawn = (await listAdoptedProposals(db)).filter(
    ({ party_id, department_id }) =>
      isSection(actor) || own.has(party_id) || (department_id !== null && departments.has(department_id)),
  )
  if (drawn.length === 0) return []
  const begun = await db
    .selectFrom('agreements')
    .select('proposal_id')
    .where('city_id', '=', cityOf(db))
    .where(
      'proposal_id',
      'in',
      drawn.map(({ id }) => id),
    )
    .where('state', '<>', 'terminated')
    .execute()
  const used = new Set(begun.map(({ proposal_id }) => proposal_id))
  return drawn.filter(({ id }) => !used.has(id)).slice(0, 100)
}

export type Adopted = Awaited<ReturnType<typeof listAdopted>>[number]

export type AdoptedWaiting = Adopted & { department_name: string }

/** Lists the same proposals for the inbox: those whose track leads to an agreement. */
export async function listAdoptedWaiting({ db, actor }: Act): Promise<AdoptedWaiting[]> {
  const adopted = await listAdopted(db, actor)
  const departments = adopted.length > 0 ? await listDepartments(db) : []
  const rows: AdoptedWaiting[] = []
  for (const one of adopted) {
    if (!leadsToAgreement(await getCharter(db, one.charter_id), one.programme, one.track)) continue
    const department_name = departments.find(({ id }) => id === one.department_id)?.name ?? '担当課'
    rows.push({ ...one, department_name })
  }
  return rows
}
