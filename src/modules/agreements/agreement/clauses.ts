import { type Charter, label } from '../../charters/index.ts'
import type { Draft } from '../tables.ts'
import type { Agreed } from './agreed.ts'
import { fitting, isEmpty, limits, type Wrong } from './draft.ts'

/** What every agreement speaks of, where the charter itself gives no clause for it. */
const usual: { key: string; heading: string }[] = [
  { key: 'purpose', heading: '目的' },
  { key: 'targets', heading: '目標' },
  { key: 'roles', heading: '役割' },
  { key: 'term', heading: '期間' },
  { key: 'money', heading: '費用' },
  { key: 'personal-data', heading: '個人情報' },
  { key: 'rights', heading: '成果の権利' },
  { key: 'failure', heading: '続けられないとき' },
]

/** The clauses to choose from: the charter's in its order, then what every agreement speaks of. */
export function clausesOf(charter: Charter): { key: string; heading: string; text: string; required: boolean }[] {
  const own = charter.agreement.clauses.map((one) => ({
    key: one.key,
    heading: label(one.label),
    text: label(one.text),
    required: one.required,
  }))
  const missing = usual.filter(({ key }) => !own.some((one) => one.key === key))
  return [
    ...own,
    ...missing.map((one) => ({ ...one, text: '', required: one.key === 'purpose' || one.key === 'term' })),
  ]
}

/** The draft with the charter's model wherever nobody has written on a clause yet. */
export function withModels(charter: Charter, draft: Draft): Draft {
  const clauses = clausesOf(charter).map(({ key, text }) => [key, { text, ...draft.clauses?.[key] }] as const)
  return { ...draft, clauses: Object.fromEntries(clauses) }
}

/** Tables bring the clause that speaks of them along. */
export function isTable(key: string): key is 'targets' | 'roles' | 'money' {
  return key === 'targets' || key === 'roles' || key === 'money'
}

const hasRows = (draft: Draft, key: string) => isTable(key) && (draft[key] ?? []).some((row) => !isEmpty(row))

export function readClauses(draft: Draft, charter: Charter, wrong: Wrong): Agreed['clauses'] {
  const chosen = clausesOf(charter).flatMap(({ key, heading, text, required }) => {
    const typed = draft.clauses?.[key]
    if (!required && typed?.use !== 'yes' && !hasRows(draft, key)) return []
    const words = fitting(typed?.text ?? text, limits.clause, `clauses.${key}.text`, wrong)
    if (!words && text) wrong(`clauses.${key}.text`, `「${heading}」の条文を入力してください。`)
    return [{ key, heading, text: words }]
  })
  const free = (draft.free ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const heading = fitting(row.heading, limits.heading, `free.${index}.heading`, wrong)
    const words = fitting(row.text, limits.clause, `free.${index}.text`, wrong)
    if (!heading) wrong(`free.${index}.heading`, '条文の見出しを入力してください。')
    if (!words) wrong(`free.${index}.text`, '条文を入力してください。')
    return [{ key: `free-${index + 1}`, heading, text: words }]
  })
  return [...chosen, ...free]
}
