import { dropSearch } from '../../../platform/search/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { retracted } from '../events.ts'
import { mayRetract } from '../may.ts'
import { agreement } from '../subject.tsx'
import { setAgreement } from '../writes/row.ts'

export const retractAgreement = action(agreement, {
  path: 'retraction',
  who: mayRetract,
  label: '公開を取りやめる',
  tone: 'quiet',
  danger: true,
  before: () => ['公開のページ、一覧、検索から、すぐに消えます。', '取り決めそのものは、そのまま残ります。'],
  undo: { by: 'release' },
  do: async ({ tx }, { id }) => {
    const hidden = { published_version: null, published_text: null, published_signatures: null, published_at: null }
    await setAgreement(tx, id, hidden)
    await dropSearch(tx, 'agreement', id)
    return retracted()
  },
  done: '公開を取りやめました。',
})
