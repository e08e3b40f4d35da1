import type { Actor } from '../../../platform/actor.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { fiscalYearsBetween } from '../../../platform/time/index.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import type { Charter } from '../../charters/index.ts'
import { isStaff } from '../../parties/index.ts'
import { maySayOtherwise, mayWriteShare } from '../may.ts'
import { agreedFor } from '../project/agreed.ts'
import type { ProjectInput } from '../project/entry.ts'
import { ensureEntry } from '../project/placement.ts'
import type { Inside } from '../project/project.ts'
import { shareOf } from '../project/share.ts'
import { findSigned } from '../queries/agreed.ts'
import type { Origin } from '../queries/sources.ts'
import { isBetween } from '../queries/tieable.ts'
import { columnsOf, departmentOf, type EnteredParty, kindsOf } from './entry.ts'
import { sharesIn, termIn, type WholeRow } from './shares.ts'

interface First {
  input: ProjectInput
  rows: readonly EnteredParty[]
  origin: Origin
  previous: Inside | undefined
}

/** Checks a new entry and completes it: what is agreed as it was signed, each share as its party or its paper says it. */
export async function enteredEntry(
  { tx, actor }: Pick<Acting, 'tx' | 'actor'>,
  charter: Charter,
  { input, rows, origin, previous }: First,
): Promise<{ rows: WholeRow[]; columns: ReturnType<typeof columnsOf> }> {
  const parties = kindsOf(rows)
  const signed = await findSigned(tx, origin.agreement_id)
  if (signed && !isBetween(parties, signed.text)) ensure(maySayOtherwise.why(actor, signed))
  const years = input.fiscal_years ?? (signed && fiscalYearsBetween(signed.text.starts_on, signed.text.ends_on)) ?? []
  const agreed = signed && agreedFor(signed, years, parties)
  const department_id = await departmentOf(tx, actor, input, previous?.department_id)
  const said = new Map(previous?.parties.map((party) => [party.party_id, shareOf(party)]))
  const before = (party_id: string) => said.get(party_id)
  const others = othersFor(actor, department_id, input)
  const term = termIn({ actor, agreed }, { ...input, fiscal_years: input.fiscal_years ?? years })
  ensureEntry(charter, { ...input, ...term }, parties)
  return {
    rows: sharesIn(rows, { actor, department_id, agreed, before, others }),
    columns: columnsOf(charter, input, { ...term, department_id }),
  }
}

/** Staff may type in what a group's paper says, with its scan; nobody else speaks for another. */
const othersFor =
  (actor: Actor, department_id: string | null, { scan }: ProjectInput) =>
  (row: EnteredParty) => {
    const { id: party_id, name, is_city, unit } = row.party
    const may = mayWriteShare.why(actor, { department_id }, { party_id, name, is_city, unit })
    if (may.allowed) return
    if (is_city || !isStaff(actor)) throw new Forbidden(may.because)
    if (scan.length === 0)
      throw new Invalid({
        scan: `「${name}」の役割や金額を書くときは、「${name}」から届いた書面の写しを付けてください。その団体がご自分で書くときは、空のままで登録できます。`,
      })
  }
