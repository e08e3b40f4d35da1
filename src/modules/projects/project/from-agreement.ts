import { fiscalYearLabel, fiscalYearsBetween, type IsoDate, plainDateLabel } from '../../../platform/time/index.ts'
import type { Charter } from '../../charters/index.ts'
import { costIn, shareIn } from '../../texts/index.ts'
import type { Choosable, SourceAgreement } from '../tables.ts'

/** The form of a project as far as it can be filled in. */
export interface Entry {
  [field: string]: unknown
  zone?: string
  forms?: string[]
}

/** What was agreed on, as the form of its project holds it. */
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

/** Every fiscal year of the term; of one without an end, the first. */
function yearsOf(charter: Charter, from: IsoDate, until: IsoDate | null): string {
  return fiscalYearsBetween(from, until)
    .map((year) => fiscalYearLabel(year, charter.city.eraChange))
    .join('、')
}
