import {
  addDays,
  addFiscalYears,
  fiscalYearEnd,
  fiscalYearLabel,
  fiscalYearOf,
  type IsoDate,
  plainDateLabel,
} from '../../../platform/time/index.ts'
import { type FormState, flatten } from '../../../platform/web/index.ts'
import { type Charter, formRuling, word, zoneRuling } from '../../charters/index.ts'
import type { Choosable, SourceAgreement, SourceProposal } from '../tables.ts'
import { typedOf } from './entry.ts'
import { fromAgreement } from './from-agreement.ts'
import { fromProposal } from './from-proposal.ts'
import type { Inside } from './project.ts'

/** The source of a new project; an agreement also brings the proposal it came from. */
export interface Source {
  previous: Inside | undefined
  agreement: SourceAgreement | undefined
  proposal: SourceProposal | undefined
  /** The number of targets that the proposal gives where there is no agreement. */
  proposed: number
}

interface Begun {
  charter: Charter
  source: Source
  choosable: readonly Choosable[]
  zone: string | null
  day: IsoDate
}

export function beginning(begun: Begun): FormState['values'] {
  const { charter, source, zone, day } = begun
  const chosen = zone ? { zone } : {}
  if (source.previous) return { ...fromPrevious(source.previous), ...chosen }
  const year = fiscalYearLabel(fiscalYearOf(day), charter.city.eraChange)
  const proposed = source.proposal ? fromProposal(charter, source.proposal) : {}
  const agreed = source.agreement ? fromAgreement(begun, source.agreement) : {}
  const values = { fiscal_years: year, ...proposed, ...agreed }
  const forms = [...new Set([proposed.forms ?? [], agreed.forms ?? []].flat())]
  return flatten({ ...values, ...placed(charter, { zone: zone ?? proposed.zone, forms }) })
}

/** Returns the offered zone and the forms it allows; a form that only one zone allows decides the zone. */
function placed(charter: Charter, { zone, forms }: { zone?: string; forms: string[] }) {
  if (charter.zones.length === 0) return { forms }
  const offered = charter.zones.filter((one) => zoneRuling(charter, one.key))
  const having = offered.filter((one) => forms.some((form) => one.forms.includes(form)))
  const at = offered.find(({ key }) => key === zone) ?? (having.length === 1 ? having[0] : undefined)
  return at ? { zone: at.key, forms: forms.filter((form) => formRuling(charter, form, at.key)) } : { forms }
}

const labels: [string, string][] = [
  ['summary', 'どんな事業か'],
  ['purpose', '目的'],
  ['parties.0.party_id', '取り組む主体と役割'],
  ['forms', '形態'],
  ['fields', '分野'],
  ['place', '場所'],
  ['starts_on', '期間'],
  ['budget_yen', '予算'],
]

/** Returns a text about the source: which fields it filled, and which fields are still empty. */
export function sourceSummary(
  charter: Charter,
  { previous, agreement, proposal, proposed }: Source,
  values: FormState['values'],
): string {
  if (previous) {
    const targets = previous.targets.length > 0 ? '目標は、期日と結果を空にして引き継がれます。' : ''
    return `「${previous.title}」を続ける、次の年度の事業です。変わるところを直してください。${targets}`
  }
  const asked = labels.filter(([field]) => field !== 'fields' || charter.fields.length > 0)
  const filled = ([field]: [string, string]) => Boolean(values[field]?.length)
  const quoted = (list: [string, string][]) => list.map(([, words]) => words).join('、')
  const [there, missing] = [asked.filter(filled), asked.filter((one) => !filled(one))]
  const from = agreement
    ? `${word(charter, 'agreement')}「${agreement.title}」からつくります。`
    : `採択された${word(charter, 'proposal')}「${proposal?.title ?? ''}」からつくります。`
  const targets = agreement?.text.targets.length ?? 0
  return [
    from,
    there.length > 0 ? `${quoted(there)}は、下の欄に入っています。` : '',
    targets > 0 ? `目標${targets}件は、登録するとそのまま引き継がれます。` : '',
    proposed > 0
      ? `目標${proposed}件は、登録すると${word(charter, 'proposal')}から引き継がれます。「以下」「ちょうど」と書かれていないものは、その値以上で達成とします。始める前に「目標と結果」のページで確かめてください。`
      : '',
    missing.length > 0 ? `${quoted(missing)}は、書き足してください。` : '',
  ].join('')
}

/** Returns the term of the next year: one year from the day after the end. */
export function nextYear(previous: Inside) {
  const after = previous.ends_on ?? fiscalYearEnd(Math.max(...previous.fiscal_years))
  const starts_on = addDays(after, 1)
  return { starts_on, ends_on: addDays(addFiscalYears(starts_on, 1), -1), year: fiscalYearOf(starts_on) }
}

function fromPrevious(previous: Inside): FormState['values'] {
  const { starts_on, ends_on, year } = nextYear(previous)
  return {
    ...typedOf(previous),
    previous_id: previous.id,
    fiscal_years: fiscalYearLabel(year),
    starts_on: plainDateLabel(starts_on),
    ends_on: plainDateLabel(ends_on),
    sunset_on: undefined,
    actual_yen: undefined,
  }
}
