import { fiscalYearLabel, fiscalYearsBetween, type IsoDate, plainDateLabel } from '../../../platform/time/index.ts'
import type { Charter } from '../../charters/index.ts'
import { costIn, shareIn } from '../../texts/index.ts'
import type { Choosable, SourceAgreement } from '../tables.ts'

export interface Entry {
  [field: string]: unknown
  zone?: string
  forms?: string[]
}

export function fromAgreement(
  { charter, choosable }: { charter: Charter; choosable: readonly Choosable[] },
  { id, proposal_id, title, form, text }: SourceAgreement,
): Entry {
  const day = (date: IsoDate | null) => (date ? plainDateLabel(date) : undefined)
  const office = choosable.find(
    (one) => one.unit === 'department' && text.parties.some(({ party_id }) => party_id === one.id),
  )
  const there = text.roles.flatMap(({ brings }) => (brings?.kind === 'place' && brings.words ? [brings.words] : []))
  const entry: Entry = {
    agreement_id: id,
    proposal_id,
    title,
    purpose: text.purpose,
    fiscal_years: yearsOf(charter, text.starts_on, text.ends_on),
    starts_on: day(text.starts_on),
    ends_on: day(text.ends_on),
    sunset_on: day(text.sunset_on),
    forms: form ? [form] : [],
    parties: text.parties.map(({ party_id }) => ({ party_id, ...shareIn(text, party_id) })),
  }
  if (text.money.length > 0) entry.budget_yen = costIn(text)
  if (office) entry.department_id = office.id
  if (there.length > 0) entry.place = there.join('、').slice(0, 200)
  return entry
}

/** Returns every fiscal year of a term; only the first of a term without end. */
function yearsOf(charter: Charter, from: IsoDate, until: IsoDate | null): string {
  return fiscalYearsBetween(from, until)
    .map((year) => fiscalYearLabel(year, charter.city.eraChange))
    .join('、')
}
