import { wholeNumber } from '../../../platform/fields/index.ts'
import {
  addDays,
  addFiscalYears,
  fiscalYearEnd,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearsBetween,
  type IsoDate,
  plainDateLabel,
} from '../../../platform/time/index.ts'
import { type FormState, flatten } from '../../../platform/web/index.ts'
import { type Charter, formRuling, programme as programmeOf, word, zoneRuling } from '../../charters/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import {
  answerMeaning,
  type Meaning,
  type Question,
  questionsOf,
  rowsOf,
  type TableRow,
} from '../../questionnaires/index.ts'
import { costIn, shareIn } from '../../texts/index.ts'
import type { Choosable, Inside, SourceAgreement, SourceProposal } from '../tables.ts'
import { typedOf } from './entry.ts'

/** What a new project is made of; an agreement brings the proposal along from which it came. */
export interface Source {
  previous: Inside | undefined
  agreement: SourceAgreement | undefined
  proposal: SourceProposal | undefined
  /** How many targets are taken from the proposal, where there is no agreement to take them from. */
  proposed: number
}

interface Begun {
  charter: Charter
  source: Source
  choosable: readonly Choosable[]
  /** The zone that was chosen on the page before. */
  zone: string | null
  day: IsoDate
}

/** A new project's form as far as what it is made of says it already. */
export function beginning(begun: Begun): FormState['values'] {
  const { charter, source, zone, day } = begun
  const chosen = zone ? { zone } : {}
  if (source.previous) return { ...fromPrevious(source.previous), ...chosen }
  const year = fiscalYearLabel(fiscalYearOf(day), charter.city.eraChange)
  const proposed = source.proposal ? fromProposal(begun, source.proposal) : {}
  const agreed = source.agreement ? fromAgreement(begun, source.agreement) : {}
  const values = { fiscal_years: year, ...proposed, ...agreed }
  const forms = [...new Set([proposed.forms ?? [], agreed.forms ?? []].flat())]
  return flatten({ ...values, ...placed(charter, { zone: zone ?? proposed.zone, forms }) })
}

interface Entry {
  [field: string]: unknown
  zone?: string
  forms?: string[]
}

type Agreement = NonNullable<Source['agreement']>

function fromAgreement({ charter, choosable }: Begun, { id, proposal_id, title, form, text }: Agreement): Entry {
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

/** What the proposal says under the questions of the city's own form, by what the charter says each asks for. */
function fromProposal({ charter }: Begun, proposal: NonNullable<Source['proposal']>): Entry {
  const { programme, track, contents, department_id, party_id } = proposal
  const sheet = sheetOf(charter, programme, track)
  const said = (meaning: Meaning) => answerMeaning(sheet, contents, meaning)
  const chosen = (list: NonNullable<Question['choicesFrom']>) =>
    questionsOf(sheet).flatMap(({ key, question }) =>
      question.choicesFrom === list ? [contents[key] ?? []].flat().filter((one) => typeof one === 'string') : [],
    )
  const known = (list: readonly { key: string }[], keys: string[]) =>
    keys.filter((key) => list.some((one) => one.key === key))
  const { tracks = [] } = programmeOf(charter, programme) ?? {}
  const onTrack = tracks.find(({ key }) => key === track)?.forms ?? []
  const forms = chosen('forms').length > 0 ? chosen('forms') : onTrack.slice(0, 1)
  const parties = [party_id, department_id].flatMap((id) => (id ? [{ party_id: id }] : []))
  return dropEmpty({
    proposal_id: proposal.id,
    title: proposal.title,
    summary: proposal.public_summary || inSentences(said('summary'), 400),
    purpose: said('purpose').slice(0, 600),
    beneficiaries: said('beneficiaries').slice(0, 200),
    place: said('place').slice(0, 200),
    zone: known(charter.zones, chosen('zones'))[0],
    start_type: known(charter.startTypes, chosen('startTypes'))[0],
    forms: known(charter.forms, forms),
    fields: known(charter.fields, chosen('fields')),
    wards: known(charter.territory.units, chosen('units')),
    particulars: { supplies: said('supplies').slice(0, 400) },
    budget_yen: expensesIn(rowsOf(sheet, contents, 'budget')),
    department_id,
    parties,
  })
}

/** As many whole sentences as fit. */
function inSentences(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.slice(0, most).lastIndexOf('。')
  return end > 0 ? text.slice(0, end + 1) : text.slice(0, most)
}

function expensesIn(budget: readonly TableRow[]): number | undefined {
  const yen = budget
    .filter(({ row }) => row.side === 'expense')
    .map(({ row }) => (row.yen ? (wholeNumber(row.yen) ?? Number.NaN) : 0))
  const sum = yen.reduce((all, one) => all + one, 0)
  return sum > 0 ? sum : undefined
}

const dropEmpty = (entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value && !(Array.isArray(value) && value.length === 0)),
  )

/** A zone that is offered, and of the forms those that are offered there; where only one zone has the form, it is that. */
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

/** What the project is made of, what of it stands in the form already, and what is still to be written. */
export function promise(
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
    : `採択された${word(charter, 'proposal')}「${proposal!.title}」からつくります。`
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

/** The year that follows: from the day after the end, for a year. */
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
