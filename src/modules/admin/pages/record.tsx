import { dateTimeLabel } from '../../../platform/time/index.ts'
import { definePage, numberAsked, type Views } from '../../../platform/web/index.ts'
import { DataTable, EmptyState, Pagination } from '../../../ui/index.ts'
import { mayAdminister } from '../may.ts'
import { AdminPage } from '../parts/page.tsx'
import { listRecord } from '../queries.ts'
import { urls } from '../urls.ts'
import { entryWords } from '../words.ts'

function RecordPage({ frame, data }: Views<undefined, Awaited<ReturnType<typeof listRecord>>>) {
  const rows = data.slice(0, 50)
  const last = data.length > rows.length ? rows.at(-1) : undefined
  return (
    <AdminPage
      frame={frame}
      title="記録"
      wide
      lead="書き換えることのできない記録です。それぞれが前の記録の印（ハッシュ）を含んでいます。"
    >
      {rows.length === 0 ? (
        <EmptyState>まだ記録はありません。</EmptyState>
      ) : (
        <DataTable
          caption="新しい順の記録"
          rows={rows}
          columns={[
            { label: '番号', numeric: true, cell: (one) => String(one.seq) },
            { label: '日時', cell: (one) => dateTimeLabel(one.at) },
            { label: 'できごと', heading: true, cell: (one) => entryWords(one, frame.installation.modules) },
            {
              label: 'だれが',
              cell: (one) => [one.names?.actor, one.names?.party].filter(Boolean).join('／') || '（消去されました）',
            },
            { label: '経路', cell: (one) => channels[one.channel] },
            { label: '印', cell: (one) => one.hash.slice(0, 12) },
          ]}
        />
      )}
      <Pagination next={last && urls.record({ city: frame.city.slug }, { before: String(last.seq) })} />
    </AdminPage>
  )
}

const channels = { web: 'ウェブ', paper: '紙', phone: '電話', counter: '窓口', system: 'システム' }

export const recordPage = definePage({
  who: mayAdminister,
  load: (c) => listRecord(c.db, numberAsked(c.query.get('before'))),
  view: RecordPage,
})
