import type { z } from 'zod'
import { later } from '../../../platform/jobs/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { memberEntered } from '../events.ts'
import { inviteAccount } from '../jobs.ts'
import { memberMail } from '../letters.ts'
import { mayEditParty } from '../may.ts'
import { isSection } from '../party/actor.ts'
import { MemberForm } from '../party/entry.ts'
import { roleLabels } from '../party/labels.ts'
import { party } from '../subject.tsx'
import { urls } from '../urls.ts'
import { addMembership, addPerson } from '../writes/people.ts'
import { MemberFields } from './enter-member.page.tsx'

/** Gives a person a role in the party; a person with a mail address is invited to an account. */
export const enterMember = action(party, {
  path: 'members/new',
  who: mayEditParty,
  form: MemberForm,
  blank: (_, { now }) => ({ starts_on: plainDateLabel(today(now)) }),
  entered: memberInWords,
  label: '方を加える',
  title: '構成員を加える',
  confirm: '加える',
  tone: 'primary',
  before: () => [
    'メールアドレスを入力すると、使い始めるための案内を、その方にメールでお送りします。',
    '市の職員でもある方は、団体のための手続きはできません。',
    '評価の回答を受け付けている間に加わった方は、開かれるまで、団体の回答を読むことも書くこともできません。',
  ],
  fields: MemberFields,
  undo: { never: '加えたことは、取り消せません。役割は、いつでも終えられます。' },
  do: async ({ tx, actor, now }, { id }, { role, starts_on, ends_on, ...person }) => {
    if (ends_on && ends_on < starts_on)
      throw new Invalid({ ends_on: '役割が終わる日は、始まる日と同じ日か、それより後の日にしてください。' })
    const person_id = await addPerson(tx, { ...person, email: person.email || null }, now)
    const entered = { party_id: id, person_id, role, starts_on, ends_on, entered_at: now }
    const member = await addMembership(tx, entered)
    if (person.email) await later(tx, inviteAccount, { person: person_id }, now)
    return made(memberEntered({ role, member, by_city: isSection(actor) }), person)
  },
  tells: () => [memberMail],
  done: ({ made: { name, email } }) =>
    `${name}さんを加えました。${email ? '使い始めるための案内を、メールでお送りします。' : ''}`,
  then: urls.members,
})

function memberInWords(_: unknown, { name, kana, email, role, starts_on, ends_on }: z.output<typeof MemberForm>) {
  return [
    { label: 'お名前', value: kana ? `${name}（${kana}）` : name },
    ...(email ? [{ label: 'メールアドレス', value: email }] : []),
    { label: '役割', value: roleLabels[role] },
    { label: 'この役割が始まる日', value: plainDateLabel(starts_on) },
    ...(ends_on ? [{ label: 'この役割が終わる日', value: plainDateLabel(ends_on) }] : []),
  ]
}
