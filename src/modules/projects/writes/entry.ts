import type { Actor } from '../../../platform/actor.ts'
import { asJson, cityOf, type Db, isId, newId } from '../../../platform/db/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import type { Charter } from '../../charters/index.ts'
import { canNameParty, listDepartments, listPartiesById } from '../../parties/index.ts'
import { mayChooseDepartment } from '../may.ts'
import type { Term } from '../project/agreed.ts'
import type { ProjectInput } from '../project/entry.ts'
import type { Inside } from '../project/project.ts'
import type { Share } from '../project/share.ts'

export type EnteredParty = ProjectInput['parties'][number] & {
  party: Awaited<ReturnType<typeof listPartiesById>>[number]
}

/** Returns the parties of an entry; a new one must be a party that this person may name. */
export async function partiesOf(
  tx: Db,
  actor: Actor,
  input: ProjectInput,
  before: Inside['parties'] = [],
): Promise<EnteredParty[]> {
  const ids = input.parties.map(({ party_id }) => party_id).filter((id) => isId(id))
  const found = (await listPartiesById(tx, [...new Set(ids)])).filter(
    (party) => canNameParty(actor, party) || before.some(({ party_id }) => party_id === party.id),
  )
  return input.parties.map((row, index) => {
    const party = found.find(({ id }) => id === row.party_id)
    if (!party) throw new Invalid({ [`parties.${index}.party_id`]: '取り組む団体を一覧から選んでください。' })
    return { ...row, party }
  })
}

export const kindsOf = (rows: readonly EnteredParty[]) =>
  rows.map(({ party }) => ({ party_id: party.id, kind: party.kind, is_city: party.is_city }))

/** Returns the department in charge, which only the city chooses. */
export async function departmentOf(
  tx: Db,
  actor: Actor,
  { department_id }: ProjectInput,
  before: string | null = null,
): Promise<string | null> {
  if (department_id === undefined || department_id === before) return before
  ensure(mayChooseDepartment.why(actor))
  if (department_id && !(await listDepartments(tx)).some(({ id }) => id === department_id))
    throw new Invalid({ department_id: '市の担当課を、一覧から選んでください。' })
  return department_id
}

/** Returns the entry's own columns, with its term and its department. */
export function columnsOf(charter: Charter, input: ProjectInput, more: Term & { department_id: string | null }) {
  const { title, summary, purpose, beneficiaries, place, start_type, forms, fields, wards, actual_yen } = input
  return {
    ...{ title, summary, purpose, beneficiaries, place, start_type, forms, fields, wards, actual_yen },
    ...more,
    zone: charter.zones.length > 0 ? input.zone : null,
    sunset_on: more.sunset_on ?? (charter.timeLimit ? more.ends_on : null),
    particulars: asJson(input.particulars),
  }
}

export async function putParties(tx: Db, project_id: string, rows: readonly (EnteredParty & Share)[]): Promise<void> {
  const city_id = cityOf(tx)
  await tx.deleteFrom('project_parties').where('city_id', '=', city_id).where('project_id', '=', project_id).execute()
  await tx
    .insertInto('project_parties')
    .values(
      rows.map(({ party, role, does, brings, money_yen }, position) => ({
        city_id,
        id: newId(),
        project_id,
        position,
        party_id: party.id,
        name: party.name,
        kind: party.kind,
        unit: party.unit,
        is_city: party.is_city,
        role,
        does,
        brings,
        money_yen,
      })),
    )
    .execute()
}
