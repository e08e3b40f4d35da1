import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { about } from '../../../platform/record/event.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { labelled } from '../../../platform/web/index.ts'
import { DateField } from '../../../ui/index.ts'
import { changePost, impossible, isPossible } from '../../parties/index.ts'
import { postEnded } from '../events.ts'
import { mayChangePost } from '../may.ts'
import { post } from '../subject.tsx'
import { urls } from '../urls.ts'
import { roleNames } from '../words.ts'

export const closePost = action(post, {
  path: 'end',
  who: mayChangePost,
  form: z.object({ ends_on: fields.date('役割が終わる日') }),
  wrong: (held, { ends_on }) => ({
    ends_on: ends_on && !isPossible({ ...held, ends_on }) ? impossible : undefined,
  }),
  edits: ({ thing: { ends_on } }) => ({ ends_on: ends_on ? plainDateLabel(ends_on) : '' }),
  wording: () => labelled({ ends_on: '役割が終わる日' }),
  blank: ({ thing: { ends_on } }, { now }) => ({ ends_on: plainDateLabel(ends_on ?? today(now)) }),
  entered: (_, { ends_on }) => [{ label: '役割が終わる日', value: plainDateLabel(ends_on) }],
  label: ({ ends_on }) => (ends_on === null ? '役割を終える' : '終わる日を改める'),
  title: '役割を終える',
  question: ({ name, role }) => `${name}さんの「${roleNames[role]}」の役割を終えますか`,
  leave: '終えずに戻る',
  before: () => [
    'その日を過ぎると、この役割でできたことはできなくなります。',
    'これまでに行ったことは、お名前とともに記録に残ります。',
  ],
  fields: ({ form }) => (
    <DateField form={form} name="ends_on" label="役割が終わる日" hint="この日までは役割が続きます。" required />
  ),
  undo: { by: 'end' },
  do: async ({ tx, actor, now }, held, { ends_on }) => {
    await changePost({ db: tx, now, by: actor.account_id }, held, { ends_on })
    return about(postEnded({ role: held.role, on: ends_on }), { id: held.person_id })
  },
  done: (_, { name }) => `${name}さんの役割の終わりを登録しました。`,
  then: urls.people,
})
