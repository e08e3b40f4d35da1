import type { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { action } from '../../../platform/web/action/index.ts'
import { revised } from '../events.ts'
import { mayChooseKind, mayReviseGroup, maySpeakFor } from '../may.ts'
import { RevisionForm, wrongEntry } from '../party/entry.ts'
import { partyChanges, partyWording, typedParty } from '../party/wording.ts'
import { party, type Registered } from '../subject.tsx'
import { asOnPaper } from '../writes/own-paper.ts'
import { contents, ensureKind, publishSearch } from '../writes/parties.ts'
import { RevisionFields } from './revise.page.tsx'

type Input = z.output<typeof RevisionForm>

/** Revises what is registered of a party; the section types in a group's words from its paper, with the scan. */
export const reviseParty = action(party, {
  path: 'edit',
  who: mayReviseGroup,
  form: RevisionForm,
  wrong: wrongEntry,
  edits: ({ thing }) => typedParty(thing),
  wording: ({ thing }) => partyWording(thing.charter),
  label: '登録の内容を直す',
  title: ({ name }) => `${name}の登録を直す`,
  confirm: '保存する',
  tone: 'primary',
  before: () => ['公開している団体では、直した内容がすぐに団体のページと検索に出ます。'],
  multipart: true,
  fields: RevisionFields,
  undo: { by: 'edit' },
  as: asOnPaper,
  do: async (act, one, input) => {
    const { tx, actor, now } = act
    const kind = input.kind ?? one.kind
    if (kind !== one.kind) ensure(mayChooseKind.why(actor))
    ensureKind(actor, one.charter, kind, one.kind)
    const { ward, postal_code } = one
    const published_at = input.published ? (one.published_at ?? now) : null
    const columns = { ...contents({ ...input, kind }), ward, postal_code, kind, published_at }
    ensureOwnWords(actor, one, { ...one, ...columns }, input)
    const row = await tx
      .updateTable('parties')
      .set({ ...columns, revision: one.revision + 1 })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', one.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (!maySpeakFor(actor, one))
      await attachFiles(tx, act, { kind: 'party', id: one.id, purpose: 'notice' }, input.scan)
    await publishSearch(tx, row)
    return revised({ name: row.name, changes: partyChanges(one.charter, one, row) })
  },
  done: '登録の内容を保存しました。',
})

/** The kind is the city's finding, and it may take a page off; everything else is the group's to say. */
function ensureOwnWords(actor: Actor, before: Registered, after: Registered, { scan }: Input): void {
  const may = maySpeakFor.why(actor, before)
  if (may.allowed || scan.length > 0) return
  const { charter } = before
  const offPage = after.published_at ? after : { ...after, published_at: before.published_at }
  const said = partyChanges(charter, before, { ...offPage, kind: before.kind })
  if (said.length > 0) throw new Invalid({ scan: may.because })
}
