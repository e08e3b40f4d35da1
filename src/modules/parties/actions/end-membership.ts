import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { about } from '../../../platform/record/event.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { memberLeft } from '../events.ts'
import { leavingMail } from '../letters.ts'
import { mayEditMembership } from '../may.ts'
import { isSection } from '../party/actor.ts'
import { roleLabels } from '../party/labels.ts'
import { memberWording, ownPaper } from '../party/member.ts'
import { impossible, isPossible, presenceOn } from '../party/term.ts'
import { membership } from '../subject.tsx'
import { urls } from '../urls.ts'
import { asOnPaper, keepOwnPaper } from '../writes/own-paper.ts'
import { changeMembership } from '../writes/people.ts'
import { EndOfRole } from './end-membership.page.tsx'

export const endMembership = action(membership, {
  path: 'end',
  who: mayEditMembership,
  form: z.object({ ends_on: fields.date('役割が終わる日'), ...ownPaper }),
  wrong: (member, { ends_on }) => ({
    ends_on: ends_on && !isPossible({ ...member, ends_on }) ? impossible : undefined,
  }),
  edits: ({ thing: { ends_on } }) => ({ ends_on: ends_on ? plainDateLabel(ends_on) : '' }),
  wording: () => memberWording,
  blank: ({ thing: { ends_on } }, { now }) => ({ ends_on: plainDateLabel(ends_on ?? today(now)) }),
  entered: (_, { ends_on }) => [{ label: '役割が終わる日', value: plainDateLabel(ends_on) }],
  label: ({ ends_on }) => (ends_on === null ? '役割を終える' : '終わる日を改める'),
  title: '役割を終える',
  question: ({ name, role }) => `${name}さんの「${roleLabels[role]}」の役割を終えますか`,
  leave: '終えずに戻る',
  before: () => [
    'その日を過ぎると、この役割でできたことはできなくなり、この役割あてのメールも届かなくなります。',
    'これまでに行ったことは、お名前とともに記録に残ります。',
    'ほかの方に代わるときは、「引き継ぐ」をお使いください。代表者・事務担当の方がいなくなると、団体の手続きはだれにもできなくなります。',
  ],
  multipart: true,
  fields: EndOfRole,
  undo: { by: 'end' },
  as: (actor, { party }, input) => asOnPaper(actor, party, input),
  do: async (act, member, { ends_on, scan }) => {
    const { tx, actor, now } = act
    await keepOwnPaper(act, member.party, scan)
    await changeMembership(tx, member, { ends_on }, now)
    const held = presenceOn(member, today(now)) === 'current'
    const { id, role } = member
    const happened = {
      member: id,
      role,
      on: ends_on,
      person: held ? member.person_id : null,
      by_city: isSection(actor),
    }
    return about(memberLeft(happened), member.party)
  },
  tells: () => [leavingMail],
  done: (_, { name }) => `${name}さんの役割の終わりを登録しました。`,
  then: urls.members,
})
