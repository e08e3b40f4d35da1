import type { Actor } from '../../../platform/actor.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { maySayOtherwise, mayWriteShare } from '../may.ts'
import type { Agreed, Term } from '../project/agreed.ts'
import type { ProjectInput } from '../project/entry.ts'
import { noShare, type Share, shareOf, shareParts } from '../project/share.ts'
import type { EnteredParty } from './entry.ts'

/** What the shares and the term of an entry are measured by. */
export interface Said {
  actor: Actor
  department_id: string | null
  agreed: Agreed | undefined
  /** What a party has already said, in the project or in the one that it continues. */
  before: (party_id: string) => Share | undefined
  /** Passes or refuses words that are not the person's own; without it they are refused. */
  others?: (row: EnteredParty) => void
}

export type WholeRow = EnteredParty & Share

/** Completes each party's share; 403 for what neither the party nor its agreement nor its paper says. */
export function sharesIn(rows: readonly EnteredParty[], said: Said): WholeRow[] {
  return rows.map((row) => ({ ...row, ...shareIn(row, said) }))
}

function shareIn(row: EnteredParty, { actor, department_id, agreed, before, others }: Said): Share {
  const { id: party_id, name, is_city, unit } = row.party
  const { share, changed } = measured(actor, agreed, { ...noShare, ...before(party_id), party_id }, row)
  const may = mayWriteShare.why(actor, { department_id }, { party_id, name, is_city, unit })
  if (changed && !may.allowed) {
    if (!others) throw new Forbidden(may.because)
    others(row)
  }
  return share
}

/** Returns a share as its party's paper says it; 403 where the signed agreement says otherwise. */
export const saidOnPaper = (actor: Actor, agreed: Agreed | undefined, party: Whose, said: Partial<Share>): Share =>
  measured(actor, agreed, party, said).share

type Whose = Share & { party_id: string | null }

function measured(actor: Actor, agreed: Agreed | undefined, { party_id, ...was }: Whose, said: Partial<Share>) {
  const fixed = (party_id && agreed?.shares.get(party_id)) || {}
  const base: Share = { ...shareOf(was), ...fixed }
  const changed = shareParts.filter((part) => said[part] !== undefined && said[part] !== base[part])
  if (agreed && changed.some((part) => part in fixed)) ensure(maySayOtherwise.why(actor, agreed.signed))
  const share: Share = { ...base, ...Object.fromEntries(changed.map((part) => [part, said[part]])) }
  return { share, changed: changed.length > 0 }
}

const termKeys = ['fiscal_years', 'starts_on', 'ends_on', 'sunset_on', 'budget_yen'] as const

/** The years, days and sums of an entry: as agreed, else as typed, else as they were. */
export function termIn(
  { actor, agreed }: Pick<Said, 'actor' | 'agreed'>,
  input: Pick<ProjectInput, keyof Term>,
  before: Partial<Term> = {},
): Term {
  const fixed: Partial<Term> = agreed?.term ?? {}
  const other = termKeys.some((key) => key in fixed && input[key] !== undefined && !isSame(input[key], fixed[key]))
  if (agreed && other) ensure(maySayOtherwise.why(actor, agreed.signed))
  const {
    fiscal_years,
    starts_on = null,
    ends_on = null,
    sunset_on = null,
    budget_yen = null,
  } = {
    ...before,
    ...typedIn(input),
    ...fixed,
  }
  return { fiscal_years: fiscal_years ?? [], starts_on, ends_on, sunset_on, budget_yen }
}

const typedIn = (input: Pick<ProjectInput, keyof Term>): Partial<Term> =>
  Object.fromEntries(termKeys.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]])))

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
