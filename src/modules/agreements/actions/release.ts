import { z } from 'zod'
import { asJson } from '../../../platform/db/index.ts'
import { fields, trimmed } from '../../../platform/fields/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { labelled } from '../../../platform/web/index.ts'
import { isSection } from '../../parties/index.ts'
import { type AgreedText, personsIn, publishableText } from '../../texts/index.ts'
import { currentText } from '../agreement/agreement.ts'
import { released } from '../events.ts'
import { mayRelease } from '../may.ts'
import { agreement } from '../subject.tsx'
import { urls } from '../urls.ts'
import { searchAgain, setAgreement } from '../writes/row.ts'
import { ReleasePage } from './release.page.tsx'

const ReleaseForm = z.object({
  withheld: fields
    .optionalText(4000)
    .transform((typed) => [...new Set(typed.split('\n').map(trimmed).filter(Boolean))]),
})

export interface Copy {
  words: string
  text: AgreedText | undefined
}

/** Releases a public copy of the text in force without its private words. */
export const releaseAgreement = action(agreement, {
  path: 'release',
  who: mayRelease,
  load: async (c, { current, withheld }): Promise<Copy> => {
    const words = c.query.get('withheld') ?? withheld.join('\n')
    const kept = ReleaseForm.parse({ withheld: words.slice(0, 4000) }).withheld
    return { words, text: current && publishableText(current.text, kept, personsIn(current.parties)) }
  },
  form: ReleaseForm,
  blank: ({ extra }) => ({ withheld: extra.words }),
  edits: ({ thing }) => ({ withheld: thing.withheld.join('\n') }),
  wording: () => labelled({ withheld: '伏せる言葉' }),
  entered: (_, { withheld }) => [{ label: '公開しない言葉', value: withheld.join('、') || '（なし）' }],
  label: ({ published_at }) => (published_at ? '公開用の写しを改める' : '公開する'),
  confirm: '写しを公開する',
  lead: 'だれでも読める写しを作ります。署名された文面そのものは、そのまま残ります。',
  before: () => [
    '下の写しと、当事者の名前、署名した日を公開します。署名した方のお名前は公開しません。',
    '個人で当事者になっている方の名前は「（個人）」とします。',
    '一覧と検索にも、すぐに載ります。',
  ],
  undo: { by: 'retraction' },
  page: ReleasePage,
  acts: {
    preview: {
      form: ReleaseForm,
      repeatable: true,
      submit: async (c, { withheld }: z.output<typeof ReleaseForm>, { thing }) =>
        urls.release(agreement.at(c.city.slug, thing), { withheld: withheld.join('\n') }),
    },
  },
  do: async ({ tx, now }, one, { withheld }) => {
    const { text, version, parties, signatures } = currentText(one)
    const copy = publishableText(text, withheld, personsIn(parties))
    const signed = signatures.map(({ party_id, signed_on }) => ({ party_id, signed_on }))
    const row = await setAgreement(tx, one.id, {
      withheld: asJson(withheld),
      published_version: version,
      published_text: asJson(copy),
      published_signatures: asJson(signed),
      published_at: one.published_at ?? now,
    })
    await searchAgain(tx, row)
    return released({ version, public: { title: copy.title, number: copy.number } })
  },
  done: '公開しました。',
  waits: (row, { actor }) =>
    row.to_release && row.in_force_at && isSection(actor)
      ? [{ kind: '公開用の写しを確かめて公開する', since: row.in_force_at, who: '協働の担当課' }]
      : [],
})
