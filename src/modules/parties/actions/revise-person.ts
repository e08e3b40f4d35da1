import { later } from '../../../platform/jobs/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { changedWords, flatten, labelled } from '../../../platform/web/index.ts'
import { personRevised } from '../events.ts'
import { inviteAccount } from '../jobs.ts'
import { mayRevisePerson } from '../may.ts'
import { PersonForm } from '../party/entry.ts'
import { ownPaper } from '../party/member.ts'
import { party, type Registered } from '../subject.tsx'
import { asOnPaper, keepOwnPaper } from '../writes/own-paper.ts'
import { revisePersonParty } from '../writes/persons.ts'
import { RevisedPersonFields } from './person.page.tsx'

const wording = labelled({
  name: 'お名前',
  kana: 'ふりがな',
  address: '住所',
  phone: '電話番号',
  email: 'メールアドレス',
})

/** A person puts right what they are called and how they are reached, or the section from their own paper. */
export const revisePerson = action(party, {
  path: 'person',
  who: mayRevisePerson,
  form: PersonForm.omit({ kind: true }).extend(ownPaper),
  edits: ({ thing }) => typedPerson(thing),
  wording: () => wording,
  label: 'お名前と連絡先を直す',
  title: ({ name }) => `${name}さんの登録を直す`,
  confirm: '保存する',
  tone: 'primary',
  before: () => ['お名前も連絡先も公開しません。', 'これまでの提案や取り決めには、そのときのお名前が残ります。'],
  multipart: true,
  fields: RevisedPersonFields,
  undo: { by: 'person' },
  as: asOnPaper,
  do: async (act, one, { scan, ...input }) => {
    await keepOwnPaper(act, one, scan)
    const { tx, now } = act
    const before = await revisePersonParty(tx, one, { ...input, kind: one.kind }, now)
    if (input.email && input.email !== before.email && before.account_id === null)
      await later(tx, inviteAccount, { person: before.person_id }, now)
    const after = typedPerson({ ...one, ...input })
    return personRevised({ parts: changedWords(wording, typedPerson(one), after).map(({ label }) => label) })
  },
  done: '登録の内容を保存しました。',
})

const typedPerson = ({
  name,
  kana,
  address,
  phone,
  email,
}: Pick<Registered, 'name' | 'kana' | 'address' | 'phone' | 'email'>) => flatten({ name, kana, address, phone, email })
