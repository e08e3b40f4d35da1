import { type FormState, valueOf as typedIn } from '../../../platform/web/index.ts'
import { Diff, Notice } from '../../../ui/index.ts'
import { clausesOf, type Model } from '../text/clauses.ts'
import type { RegisteredParty } from '../text/parties.ts'
import { cellNames, fieldNames, rowNames } from '../words.ts'

const fields: Record<string, string> = fieldNames
const lists: Record<string, string> = rowNames
const cells: Record<string, Record<string, string>> = cellNames

function labelOf(name: string, clauses: readonly Model[]): string {
  const [list = '', at, cell = ''] = name.split('.')
  if (!at) return fields[list] ?? list
  if (list !== 'clauses') return `${lists[list] ?? list} ${Number(at) + 1}　${cells[list]?.[cell] ?? ''}`
  const heading = clausesOf(clauses).find(({ key }) => key === at)?.heading ?? at
  return cell === 'use' ? `「${heading}」の条文を入れる` : `条文　${heading}`
}

/** Shows another person's concurrent draft beside this one, field by field, so that neither version is lost. */
export function OtherDraft(props: { form: FormState; clauses: readonly Model[]; known: readonly RegisteredParty[] }) {
  const { form, clauses, known } = props
  const others = Object.keys(form.values).filter((name) => name.startsWith('_theirs.'))
  if (!others.length) return null
  const mine = Object.keys(form.values).filter((name) => !name.startsWith('_') && !name.endsWith('._row'))
  const all = [...new Set([...others.map((name) => name.slice('_theirs.'.length)), ...mine])]
  const words = (value: string) => {
    if (value === 'yes') return 'はい'
    return known.find(({ party_id }) => party_id === value)?.name ?? value
  }
  const changes = all
    .map((name) => ({
      label: labelOf(name, clauses),
      before: words(typedIn(form, `_theirs.${name}`)),
      after: words(typedIn(form, name)),
    }))
    .filter(({ before, after }) => before.trim() !== after.trim())
  if (!changes.length) return null
  return (
    <Notice kind="warning" heading="ほかの方の保存と、あなたの入力を見比べてください">
      <p>残したい内容を下の欄に書いてから、もう一度保存してください。保存した内容が新しい下書きになります。</p>
      <Diff before="ほかの方が保存した内容" after="あなたが書いた内容" changes={changes} />
    </Notice>
  )
}
