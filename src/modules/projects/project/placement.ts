import { Invalid } from '../../../platform/refusals.ts'
import { deny, type Ruling, rule } from '../../../platform/ruling.ts'
import {
  type Charter,
  formRuling,
  type Kinded,
  scopeRuling,
  termRuling,
  word,
  zoneRuling,
} from '../../charters/index.ts'
import type { Term } from './agreed.ts'
import type { ProjectInput } from './entry.ts'
import { needsOf } from './needs.ts'

const partiesRuling = rule((charter: Charter, parties: readonly (Kinded & { party_id: string })[]): Ruling => {
  if (new Set(parties.map(({ party_id }) => party_id)).size < parties.length)
    return deny('同じ団体が二度入っています。団体は一度だけ選んでください。')
  return scopeRuling.why(charter, parties)
})

/** Checks zone and forms against the charter: a sentence for each field that does not fit. */
function placeProblems(charter: Charter, project: { zone: string | null; forms: readonly string[] }) {
  const problems: Record<string, string> = {}
  if (charter.zones.length > 0) {
    const zone = zoneRuling.why(charter, project.zone ?? '')
    if (!zone.allowed) return { zone: zone.because }
  }
  if (project.forms.length === 0) problems.forms = `${word(charter, 'form')}を一つ以上選んでください。`
  for (const form of project.forms) {
    const ruling = formRuling.why(charter, form, project.zone)
    if (!ruling.allowed) problems.forms ??= ruling.because
  }
  return problems
}

/** Ensures that the charter allows an entry: its parties, zone, forms, term and choices; else 422. */
export function ensureEntry(
  charter: Charter,
  input: Pick<ProjectInput, 'zone' | 'forms' | 'start_type' | 'fields' | 'wards'> & Term,
  parties: readonly (Kinded & { party_id: string })[],
) {
  refuse('parties', partiesRuling.why(charter, parties))
  if (input.fiscal_years.length === 0) throw new Invalid({ fiscal_years: '年度を入力してください。' })
  const problems = placeProblems(charter, input)
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  if (input.starts_on && (input.ends_on || needsOf(charter, input.forms).includes('term')))
    refuse('ends_on', termRuling.why(charter, { starts_on: input.starts_on, ends_on: input.ends_on }))
  const choices = [
    ['start_type', charter.startTypes, input.start_type ? [input.start_type] : []],
    ['fields', charter.fields, input.fields],
    ['wards', charter.territory.units, input.wards],
  ] as const
  for (const [field, list, chosen] of choices)
    if (chosen.some((key) => !list.some((one) => one.key === key)))
      throw new Invalid({ [field]: '一覧にあるものから選び直してください。' })
}

export function refuse(field: string, ruling: Ruling): void {
  if (!ruling.allowed) throw new Invalid({ [field]: ruling.because })
}
