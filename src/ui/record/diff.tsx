import type { Example } from '../example.ts'

export interface Change {
  label: string
  before?: string
  after?: string
}

/** Changed texts, old beside new: after two people saved, and between versions. */
export function Diff(props: { changes: Change[]; before?: string; after?: string }) {
  const { changes, before = '前', after = '後' } = props
  return (
    <div class="diff">
      {changes.map((change) => (
        <section>
          <h3>{change.label}</h3>
          <div class="cells diff-pair">
            <div>
              <p class="quiet">{before}</p>
              {change.before ? <del>{change.before}</del> : <p class="quiet">なし</p>}
            </div>
            <div>
              <p class="quiet">{after}</p>
              {change.after ? <ins>{change.after}</ins> : <p class="quiet">なし</p>}
            </div>
          </div>
        </section>
      ))}
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'Diff 変わったところ',
    render: () => (
      <Diff
        before="ほかの人が保存した内容"
        after="あなたが書いた内容"
        changes={[
          { label: '題名', before: '川沿いの花壇を育てる', after: '川沿いの花壇をみんなで育てる' },
          { label: '備考', after: '雨の日は翌日に延期します。' },
        ]}
      />
    ),
  },
]
