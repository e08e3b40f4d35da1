import { wholeNumber } from '../../../platform/fields/index.ts'
import { type Charter, programme as programmeOf } from '../../charters/index.ts'
import { answersByMeaning } from '../../proposals/index.ts'
import type { AnswerRow } from '../../questionnaires/index.ts'
import type { SourceProposal } from '../tables.ts'
import type { Entry } from './from-agreement.ts'

/** Returns the form values from a proposal, by the meaning (`means`) that the charter gives each question. */
export function fromProposal(charter: Charter, proposal: SourceProposal): Entry {
  const { programme, track, department_id, party_id } = proposal
  const { words: said, rows, chosen } = answersByMeaning(charter, proposal)
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
    budget_yen: expensesIn(rows('budget')),
    department_id,
    parties,
  })
}

function inSentences(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.slice(0, most).lastIndexOf('。')
  return end > 0 ? text.slice(0, end + 1) : text.slice(0, most)
}

function expensesIn(budget: readonly AnswerRow[]): number | undefined {
  const yen = budget
    .filter(({ side }) => side === 'expense')
    .map((row) => (row.yen ? (wholeNumber(row.yen) ?? Number.NaN) : 0))
  const sum = yen.reduce((all, one) => all + one, 0)
  return sum > 0 ? sum : undefined
}

const dropEmpty = (entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value && !(Array.isArray(value) && value.length === 0)),
  )
