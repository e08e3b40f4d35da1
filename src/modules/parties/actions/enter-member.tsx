import { later } from '../../../platform/jobs/index.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { memberEntered } from '../events.ts'
import { inviteAccount } from '../jobs.ts'
import { memberMail } from '../letters.ts'
import { mayEnterMember } from '../may.ts'
import { isSection } from '../party/actor.ts'
import { MemberForm, memberInWords } from '../party/member.ts'
import { party } from '../subject.tsx'
import { urls } from '../urls.ts'
import { asOnPaper, keepOwnPaper } from '../writes/own-paper.ts'
import { addMembership, addPerson } from '../writes/people.ts'
import { MemberFields } from './enter-member.page.tsx'

export const enterMember = action(party, {
  path: 'members/new',
  who: mayEnterMember,
  form: MemberForm,
  wrong: (_, { starts_on, ends_on }) => ({
    ends_on:
      starts_on && ends_on && ends_on < starts_on
        ? '役割が終わる日は、始まる日と同じ日か、それより後の日にしてください。'
        : undefined,
  }),
  blank: (_, { now }) => ({ starts_on: plainDateLabel(today(now)) }),
  entered: memberInWords,
  label: '構成員を加える',
  confirm: '加える',
  before: () => [
    'メールアドレスを入力すると、使い始めるための案内を、その方にメールでお送りします。',
    '市の職員でもある方は、団体のための手続きはできません。',
    '評価の回答を受け付けている間に加わった方は、開かれるまで、団体の回答を読むことも書くこともできません。',
  ],
  multipart: true,
  fields: MemberFields,
  undo: { never: '加えたことは、取り消せません。役割は、いつでも終えられます。' },
  as: asOnPaper,
  do: async (act, one, { role, starts_on, ends_on, scan, ...person }) => {
    const { tx, actor, now } = act
    const { id } = one
    const person_id = await addPerson(tx, { ...person, email: person.email || null }, now)
    const entered = { party_id: id, person_id, role, starts_on, ends_on, entered_at: now }
    const member = await addMembership(tx, entered)
    await keepOwnPaper(act, one, scan)
    if (person.email) await later(tx, inviteAccount, { person: person_id }, now)
    return made(memberEntered({ role, member, by_city: isSection(actor) }), person)
  },
  tells: () => [memberMail],
  done: ({ made: { name, email } }) =>
    `${name}さんを加えました。${email ? '使い始めるための案内を、メールでお送りします。' : ''}`,
  then: urls.members,
})
