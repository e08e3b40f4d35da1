import {
  type Changed,
  changedWords,
  type FormState,
  flatten,
  labelled,
  type Wording,
} from '../../../platform/web/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Party } from '../tables.ts'
import { kindLabel } from './labels.ts'

type Values = FormState['values']

/** Shown to nobody but the group and the section, so the record does not repeat them. */
const contacts = ['address', 'phone', 'email'] as const

/** A party's own words as form values. */
export const typedParty = (one: Party): Values => {
  const { name, kana, kind, purpose, activity, founded_on, member_count, address, phone, email, website } = one
  const said = { name, kana, kind, purpose, activity, founded_on, member_count, address, phone, email, website }
  return flatten({ ...said, published: one.published_at ? 'yes' : undefined })
}

/** The fields of a party in words. */
export const partyWording = (charter: Charter): Wording =>
  labelled(
    {
      name: '団体の名前',
      kana: 'ふりがな',
      kind: '団体の種類',
      purpose: '目的',
      activity: '活動の内容',
      founded_on: '設立した日',
      member_count: '人数',
      address: '連絡先の住所',
      phone: '連絡先の電話番号',
      email: '連絡先のメールアドレス',
      website: 'ホームページ',
      published: '団体のページを公開する',
    },
    (name, value) => {
      if (name === 'kind') return kindLabel(charter, value)
      return name === 'published' ? 'はい' : undefined
    },
  )

/** What was changed, for the record: a changed contact without the contact itself. */
export function partyChanges(charter: Charter, before: Party, after: Party): Changed[] {
  const [were, are] = [typedParty(before), typedParty(after)]
  const open = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !contacts.some((one) => one === name)))
  const wording = partyWording(charter)
  const changed = contacts.filter((one) => were[one] !== are[one])
  return [
    ...changedWords(wording, open(were), open(are)),
    ...changed.map((one) => ({ label: wording.label(one) ?? one, before: '（省略）', after: '（省略）' })),
  ]
}
