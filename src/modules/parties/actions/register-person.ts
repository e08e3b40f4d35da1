import type { Actor } from '../../../platform/actor.ts'
import { later } from '../../../platform/jobs/index.ts'
import { about } from '../../../platform/record/event.ts'
import { rule } from '../../../platform/ruling.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { personRegistered } from '../events.ts'
import { inviteAccount } from '../jobs.ts'
import { mayRegisterPerson } from '../may.ts'
import { PersonForm } from '../party/entry.ts'
import { type Ground, ground } from '../subject.tsx'
import { urls } from '../urls.ts'
import { insertPerson } from '../writes/persons.ts'
import { NewPersonFields } from './person.page.tsx'

/** Registers a person as a party of their own, where the charter names persons (KG-9, IR-6, KS-6). */
export const registerPerson = action(ground, {
  path: 'persons/new',
  who: rule((actor: Actor, { charter }: Ground) => mayRegisterPerson.why(actor, charter)),
  form: PersonForm,
  label: '個人を登録する',
  confirm: '登録する',
  before: () => [
    'お名前も連絡先も公開しません。公開のページでは、お名前の代わりに立場（市民など）を書きます。',
    'メールアドレスを入力すると、使い始めるための案内を、その方にメールでお送りします。',
    '市の職員でもある方は、ご自分のための手続きを、この仕組みの上ではできません。書面でお受けします。',
  ],
  fields: NewPersonFields,
  undo: { by: 'person' },
  do: async ({ tx, actor, now }, { charter }, input) => {
    const counter = { ...actor, channel: 'counter' } as const
    const { party, person_id } = await insertPerson({ db: tx, actor: counter, now }, charter, input)
    if (input.email) await later(tx, inviteAccount, { person: person_id }, now)
    return made(about(personRegistered({ kind: party.kind }), party), party)
  },
  done: ({ made: party }) => `${party.name}さんを登録しました。`,
  then: ({ city }, { made: party }) => urls.show({ city, number: String(party.number) }),
})
