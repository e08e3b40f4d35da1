import { ensure } from '../../../platform/ruling.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import { maySayOtherwise } from '../may.ts'
import { agreedFor } from '../project/agreed.ts'
import type { ProjectInput } from '../project/entry.ts'
import { ensureEntry } from '../project/placement.ts'
import type { Inside } from '../project/project.ts'
import { shareOf } from '../project/share.ts'
import { findSigned } from '../queries/agreed.ts'
import { isBetween, signedBy, type Tieable } from '../queries/tieable.ts'
import { columnsOf, departmentOf, type EnteredParty, kindsOf } from './entry.ts'
import { sharesIn, termIn, type WholeRow } from './shares.ts'

interface Revision {
  input: ProjectInput
  rows: readonly EnteredParty[]
  /** The agreement that the project is tied to by this revision. */
  tie: Tieable | undefined
}

/** Checks a revised entry and completes it: what is agreed as it was signed, each share as its party says it. */
export async function revisedEntry(
  { tx, actor }: Pick<Acting, 'tx' | 'actor'>,
  one: Inside,
  { input, rows, tie }: Revision,
): Promise<{ rows: WholeRow[]; columns: ReturnType<typeof columnsOf> }> {
  const parties = kindsOf(rows)
  const signed = await findSigned(tx, one.agreement_id)
  if (signed && !isBetween(parties, signed.text)) ensure(maySayOtherwise.why(actor, signed))
  const agreed = signed && agreedFor(signed, one.fiscal_years, parties)
  const department_id = await departmentOf(tx, actor, input, one.department_id)
  const said = new Map(one.parties.map((party) => [party.party_id, shareOf(party)]))
  const before = (party_id: string) => said.get(party_id)
  const term = termIn({ actor, agreed }, input, one)
  const joined = tie && agreedFor(signedBy(tie), term.fiscal_years, parties)
  const whole = { ...term, ...joined?.term }
  ensureEntry(one.charter, { ...input, ...whole }, parties)
  const shares = sharesIn(rows, { actor, department_id, agreed, before })
  return {
    rows: shares.map((row) => ({ ...row, ...joined?.shares.get(row.party.id) })),
    columns: columnsOf(one.charter, input, { ...whole, department_id }),
  }
}
