import { type Label, label } from '../../charters/index.ts'
import { type Draft, fitting, isEmpty, limits, type Wrong } from './draft.ts'
import { readFreeClauses } from './rows.ts'

export interface Model {
  key: string
  label: Label
  text: Label
  required: boolean
}

export interface Clause {
  key: string
  heading: string
  text: string
  required: boolean
}

/** The subjects that every text covers, for charters that have no clause for one of them. */
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

/** Returns the clauses to choose from: the charter's in its order, then the usual ones it does not have. */
export function clausesOf(models: readonly Model[]): Clause[] {
  const own = models.map((one) => ({
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

/** Fills every clause that nobody has written yet with the charter's model. */
export function withModels(models: readonly Model[], draft: Draft): Draft {
  const clauses = clausesOf(models).map(({ key, text }) => [key, { text, ...draft.clauses?.[key] }] as const)
  return { ...draft, clauses: Object.fromEntries(clauses) }
}

export function isTable(key: string): key is 'targets' | 'roles' | 'money' {
  return key === 'targets' || key === 'roles' || key === 'money'
}

const hasRows = (draft: Draft, key: string) => isTable(key) && (draft[key] ?? []).some((row) => !isEmpty(row))

/** Returns the chosen and the required model clauses, then the parties' own. */
export function readClauses(draft: Draft, models: readonly Model[], wrong: Wrong): Omit<Clause, 'required'>[] {
  const chosen = clausesOf(models).flatMap(({ key, heading, text, required }) => {
    const typed = draft.clauses?.[key]
    if (!required && typed?.use !== 'yes' && !hasRows(draft, key)) return []
    const words = fitting(typed?.text ?? text, limits.clause, `clauses.${key}.text`, wrong)
    if (!words && text) wrong(`clauses.${key}.text`, `「${heading}」の条文を入力してください。`)
    return [{ key, heading, text: words }]
  })
  return [...chosen, ...readFreeClauses(draft, wrong)]
}
