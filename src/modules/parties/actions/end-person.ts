import { z } from 'zod'
import { action } from '../../../platform/web/action/index.ts'
import { personLeft } from '../events.ts'
import { mayRevisePerson } from '../may.ts'
import { ownPaper } from '../party/member.ts'
import { party } from '../subject.tsx'
import { asOnPaper, keepOwnPaper } from '../writes/own-paper.ts'
import { endPersonParty } from '../writes/persons.ts'
import { EndOfPersonFields } from './person.page.tsx'

/** A person leaves: moves away, or wants to be known no longer. */
export const endPerson = action(party, {
  path: 'end-of-registration',
  who: mayRevisePerson,
  form: z.object(ownPaper),
  label: '登録をやめる',
  question: ({ name }) => `${name}さんの登録をやめますか`,
  leave: 'やめずに戻る',
  tone: 'quiet',
  before: () => [
    '住所、電話番号、メールアドレスは、すぐに消します。ご自分のための手続きは、きょうからできなくなります。',
    '進んでいる提案や取り決めは、そのまま残ります。やめるときは、先に提案を取り下げるか、担当課にご相談ください。',
    '署名した文書と、これまでの手続きの記録には、お名前が残ります。記録のお名前を消す手続きは、担当課で受け付けます。',
  ],
  multipart: true,
  fields: EndOfPersonFields,
  undo: { never: 'やめた登録は、元に戻せません。もう一度登録することはできます。' },
  as: asOnPaper,
  do: async (act, one, { scan }) => {
    await keepOwnPaper(act, one, scan)
    await endPersonParty(act.tx, one, act.now)
    return personLeft({})
  },
  done: '登録をやめ、連絡先を消しました。',
})
