import { type FormState, valueOf as typedIn } from '../../../platform/web/index.ts'
import { Diff, Notice } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { clausesOf } from '../agreement/clauses.ts'
import type { PartyThere } from '../tables.ts'

const names: Record<string, string> = {
  title: '題名',
  kind: '種類',
  form: '形',
  purpose: '目的',
  starts_on: '始まりの日',
  ends_on: '終わりの日',
  sunset_on: '見直しの日',
  note: '変更の理由',
}

const rowNames: Record<string, string> = {
  parties: '当事者',
  targets: '目標',
  roles: '役割',
  money: '費用',
  free: '加える条文',
}

const cellNames: Record<string, string> = {
  'parties.party': '名前',
  'targets.indicator': '何で測るか',
  'targets.value': 'めざす値',
  'targets.unit': '単位',
  'targets.direction': '達成の見方',
  'targets.by': 'いつまでに',
  'roles.party': '当事者',
  'roles.does': 'すること',
  'roles.kind': '持ち寄るものの種類',
  'roles.brings': '持ち寄るもの',
  'money.party': '負担する当事者',
  'money.yen': '金額',
  'money.for': '何のために',
  'free.heading': '見出し',
  'free.text': '条文',
}

/** What a field of the form is called, for showing what two people wrote in it. */
function labelOf(name: string, charter: Charter): string {
  const [list, at, cell] = name.split('.') as [string, string?, string?]
  if (!at) return names[list] ?? list
  if (list !== 'clauses') return `${rowNames[list] ?? list} ${Number(at) + 1}　${cellNames[`${list}.${cell}`] ?? ''}`
  const heading = clausesOf(charter).find(({ key }) => key === at)?.heading ?? at
  return cell === 'use' ? `「${heading}」の条文を入れる` : `条文　${heading}`
}

/** What another person saved while this one wrote: both, field by field, so that nobody's words are lost. */
export function TheirVersion({ form, charter, known }: { form: FormState; charter: Charter; known: PartyThere[] }) {
  const theirs = Object.keys(form.values).filter((name) => name.startsWith('_theirs.'))
  if (!theirs.length) return null
  const mine = Object.keys(form.values).filter((name) => !name.startsWith('_') && !name.endsWith('._row'))
  const all = [...new Set([...theirs.map((name) => name.slice('_theirs.'.length)), ...mine])]
  const words = (value: string) => {
    if (value === 'yes') return 'はい'
    return known.find(({ party_id }) => party_id === value)?.name ?? value
  }
  const changes = all
    .map((name) => ({
      label: labelOf(name, charter),
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
