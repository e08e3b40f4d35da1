import { about } from '../../../platform/record/event.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { registered } from '../events.ts'
import { mayRegisterParty } from '../may.ts'
import { PartyForm, wrongEntry } from '../party/entry.ts'
import { ground } from '../subject.tsx'
import { urls } from '../urls.ts'
import { ensureKind, insertParty } from '../writes/parties.ts'
import { RegistrationFields } from './register.page.tsx'

export const registerGroup = action(ground, {
  path: 'new',
  who: mayRegisterParty,
  form: PartyForm,
  wrong: wrongEntry,
  label: '団体を登録する',
  confirm: '登録する',
  before: () => [
    '「団体のページを公開する」を選ぶと、名前、目的、活動の内容などが、すぐにだれでも読めるようになります。住所、電話番号、メールアドレスは公開しません。',
  ],
  fields: RegistrationFields,
  undo: { by: 'edit' },
  do: async (act, { charter }, input) => {
    ensureKind(act.actor, charter, input.kind)
    const party = await insertParty(act, input, 'counter')
    return made(about(registered({ name: party.name, kind: party.kind }), party), party)
  },
  done: ({ made: party }) => `「${party.name}」を登録しました。`,
  then: ({ city }, { made: party }) => urls.show({ city, number: String(party.number) }),
})
