import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { later } from '../../../platform/jobs/index.ts'
import { about } from '../../../platform/record/event.ts'
import { addDays, type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made, type VerbPage } from '../../../platform/web/action/index.ts'
import { labelled } from '../../../platform/web/index.ts'
import { DateField, EmailField, TextField } from '../../../ui/index.ts'
import { addPerson, appoint, changePost, inviteAccount } from '../../parties/index.ts'
import { postSucceeded } from '../events.ts'
import { mayChangePost } from '../may.ts'
import { type Post, post } from '../subject.tsx'
import { urls } from '../urls.ts'
import { roleNames } from '../words.ts'
import { ensureAnother } from './invite.tsx'

const SuccessionForm = z.object({
  starts_on: fields.date('引き継ぐ日'),
  name: fields.text('後任の方のお名前', 100),
  kana: fields.optionalKana(),
  email: fields.mail(),
})

export const handOverPost = action(post, {
  path: 'succession',
  who: mayChangePost,
  form: SuccessionForm,
  wrong: (held, { starts_on }) => ({ starts_on: starts_on && whyNotFrom(starts_on, held) }),
  edits: ({ thing }) => ({ starts_on: handedOverOn(thing) ?? '' }),
  wording: () => labelled({ starts_on: '引き継ぐ日' }),
  blank: ({ thing }, { now }) => ({ starts_on: handedOverOn(thing) ?? plainDateLabel(today(now)) }),
  label: '引き継ぐ',
  title: ({ name, role }) => `${name}さんの「${roleNames[role]}」の役割を引き継ぐ`,
  confirm: '引き継ぐ',
  leave: '引き継がずに戻る',
  before: () => [
    '前の方の役割は、引き継ぐ日の前の日に終わります。',
    '後任の方に、登録の案内をメールでお送りします。ご本人が引き受けると、使い始められます。',
  ],
  fields: SuccessionFields,
  undo: { by: 'correction' },
  do: async ({ tx, actor, now }, held, { starts_on, ...who }) => {
    await ensureAnother(tx, actor, who.email)
    await changePost({ db: tx, now, by: actor.account_id }, held, { ends_on: addDays(starts_on, -1) })
    const person_id = await addPerson(tx, who, now)
    const { role, department_id } = held
    const given = { role, department_id, starts_on, ends_on: null, entered_at: now }
    await appoint(tx, { ...given, person_id, entered_by: actor.account_id })
    await later(tx, inviteAccount, { person: person_id }, now)
    return made(about(postSucceeded({ role, on: starts_on, successor: person_id }), { id: held.person_id }), who.name)
  },
  done: ({ made: name }) => `${name}さんに引き継ぎます。登録の案内をお送りします。`,
  then: urls.people,
})

const handedOverOn = ({ ends_on }: Post): string | undefined =>
  ends_on ? plainDateLabel(addDays(ends_on, 1)) : undefined

function whyNotFrom(day: IsoDate, held: Post): string | undefined {
  if (day <= held.starts_on) return '引き継ぐ日は、前の方の役割が始まった日より後の日にしてください。'
  if (held.ends_on === null || held.ends_on >= addDays(day, -1)) return undefined
  return '前の方の役割は、その日より前に終わっています。「職員を招く」をお使いください。'
}

function SuccessionFields({ form }: VerbPage<Post>) {
  return (
    <>
      <DateField form={form} name="starts_on" label="引き継ぐ日" required />
      <TextField form={form} name="name" label="後任の方のお名前" required maxlength={100} />
      <TextField form={form} name="kana" label="ふりがな" maxlength={100} />
      <EmailField form={form} name="email" label="メールアドレス" required />
    </>
  )
}
