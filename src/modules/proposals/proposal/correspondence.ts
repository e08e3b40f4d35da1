import type { IsoDate } from '../../../platform/time/index.ts'
import { type Charter, contactLines, honorific, label, programme, word } from '../../charters/index.ts'
import { calendarDay } from '../../programmes/index.ts'

/** Returns the contacts of the section and of the department in charge. */
export function contactFor(
  charter: Charter,
  { department_name, department_phone }: { department_name: string | null; department_phone: string | null },
): string[] {
  const department = department_name ? [`担当　${department_name}`] : []
  return [...contactLines(charter), ...department, ...(department_phone ? [`電話　${department_phone}`] : [])]
}

/** Returns the head of a letter; an organisation's letter names its representative if the register has one. */
export function addresseeOf(
  charter: Charter,
  { party_kind, party_name, representative }: { party_kind: string; party_name: string; representative: string | null },
): string[] {
  const to = honorific(charter, party_kind)
  if (to === '御中' && representative) return [party_name, `代表者　${representative}　様`]
  return [`${party_name}　${to}`]
}

/** Returns the steps after receipt, each with its day if the programme's calendar sets one. */
export function nextSteps(
  charter: Charter,
  proposal: { programme: string; received_on: IsoDate | null; call_year: number | null; fiscal_year: number | null },
): { step: string; says: string; until?: IsoDate }[] {
  const found = programme(charter, proposal.programme)
  const year = proposal.call_year ?? proposal.fiscal_year
  const day = (...keys: string[]) => {
    const entry = found?.calendar.findLast(({ key }) => keys.includes(key))
    const on = entry && year !== null ? calendarDay(entry, year) : undefined
    return on && on >= (proposal.received_on ?? on) ? on : undefined
  }
  const section = label(charter.city.contact.section)
  const panel = label(charter.bodies.find(({ key }) => key === found?.review?.body)?.label) || '市'
  return [
    { step: '内容の確認', says: `${section}が読み、受理したこと、または直していただきたいところをお知らせします。` },
    { step: '話し合い', says: '担当する課を決め、内容について話し合います。', until: day('talks-until') },
    { step: word(charter, 'review'), says: `${panel}が審査します。`, until: day('papers-review', 'presentation') },
    { step: '決定', says: '採択するかどうかを、理由をつけて書面でお知らせします。', until: day('decision') },
  ]
}
