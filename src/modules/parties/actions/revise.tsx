import { cityOf } from '../../../platform/db/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { revised } from '../events.ts'
import { mayReviseGroup } from '../may.ts'
import { PartyForm } from '../party/entry.ts'
import { party } from '../subject.tsx'
import { contents, ensureKind, publishSearch } from '../writes/parties.ts'
import { PartyFields } from './register.page.tsx'

export const reviseParty = action(party, {
  path: 'edit',
  who: mayReviseGroup,
  form: PartyForm,
  blank: ({ thing: { charter: _, planned: __, ...one } }) =>
    flatten({ ...one, published: one.published_at ? 'yes' : undefined }),
  label: '登録の内容を直す',
  title: ({ name }) => `${name}の登録を直す`,
  confirm: '保存する',
  tone: 'primary',
  before: () => ['公開している団体では、直した内容がすぐに団体のページと検索に出ます。'],
  fields: ({ form, frame }) => <PartyFields form={form} charter={frame.charter} lang={frame.lang} />,
  undo: { by: 'edit' },
  fresh: true,
  do: async ({ tx, actor, now }, one, input) => {
    ensureKind(actor, one.charter, input.kind, one.kind)
    const row = await tx
      .updateTable('parties')
      .set({
        ...contents(input),
        kind: input.kind,
        revision: one.revision + 1,
        published_at: input.published ? (one.published_at ?? now) : null,
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', one.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await publishSearch(tx, row)
    return revised({ name: row.name })
  },
  done: '登録の内容を保存しました。',
})
