import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { later } from '../../../platform/jobs/index.ts'
import { about } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { addDays, type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { type Acting, action, made } from '../../../platform/web/action/index.ts'
import { labelled } from '../../../platform/web/index.ts'
import { memberSucceeded } from '../events.ts'
import { inviteAccount } from '../jobs.ts'
import { successionMail } from '../letters.ts'
import { mayHandOver } from '../may.ts'
import { isSection } from '../party/actor.ts'
import { roleLabels } from '../party/labels.ts'
import { ownPaper } from '../party/member.ts'
import { presenceOn } from '../party/term.ts'
import { listMembers } from '../queries/people.ts'
import { type Membership, membership } from '../subject.tsx'
import { urls } from '../urls.ts'
import { asOnPaper, keepOwnPaper } from '../writes/own-paper.ts'
import { addMembership, addPerson, changeMembership } from '../writes/people.ts'
import { SuccessionFields, successionInWords } from './hand-over.page.tsx'

const SuccessionForm = z.object({
  starts_on: fields.date('引き継ぐ日'),
  successor: z.string().default(''),
  name: fields.optionalText(100),
  kana: fields.optionalKana(),
  email: fields.optionalMail(),
  ...ownPaper,
})

export const handOverMembership = action(membership, {
  path: 'succession',
  who: mayHandOver,
  load: async ({ db, now }, member) => candidatesFor(await listMembers(db, member.party_id, now), member, now),
  form: SuccessionForm,
  wrong: (member, { starts_on }) => ({ starts_on: starts_on && whyNotFrom(starts_on, member) }),
  edits: ({ thing }) => ({ starts_on: handedOverOn(thing) ?? '' }),
  wording: () => labelled({ starts_on: '引き継ぐ日' }),
  blank: ({ thing }, { now }) => ({ starts_on: handedOverOn(thing) ?? plainDateLabel(today(now)) }),
  entered: successionInWords,
  label: '引き継ぐ',
  title: ({ name, role }) => `${name}さんの「${roleLabels[role]}」の役割を引き継ぐ`,
  confirm: '引き継ぐ',
  leave: '引き継がずに戻る',
  before: () => [
    '前の方は、引き継ぐ日から、この役割でできたことができなくなります。ほかの役割はそのままです。',
    '新しい方のメールアドレスを入力すると、使い始めるための案内を、その方にメールでお送りします。',
    '評価の回答を受け付けている間は、新しい方は、開かれるまで回答を読むことも書くこともできません。回答を送ってから引き継いでください。',
  ],
  multipart: true,
  fields: SuccessionFields,
  undo: { by: 'correction' },
  as: (actor, { party }, input) => asOnPaper(actor, party, input),
  do: async (act, member, input) => {
    const { tx, actor, now } = act
    const { starts_on } = input
    await keepOwnPaper(act, member.party, input.scan)
    const held = presenceOn(member, today(now)) === 'current'
    const successor = await successorOf(act, member, input)
    const { id, role, party_id } = member
    await changeMembership(tx, member, { ends_on: addDays(starts_on, -1) }, now)
    const entered = { party_id, person_id: successor.person_id, role, starts_on, entered_at: now }
    const next = await addMembership(tx, entered)
    const happened = {
      member: id,
      role,
      successor: next,
      person: held ? member.person_id : null,
      by_city: isSection(actor),
    }
    return made(about(memberSucceeded(happened), member.party), successor)
  },
  tells: () => [successionMail],
  done: ({ made: { name } }, { role }) => `「${roleLabels[role]}」の役割を、${name}さんに引き継ぎました。`,
  then: urls.members,
})

/** Returns the day on which the next person can begin, once the role has an end. */
const handedOverOn = ({ ends_on }: Membership): string | undefined =>
  ends_on ? plainDateLabel(addDays(ends_on, 1)) : undefined

function whyNotFrom(day: IsoDate, held: Membership): string | undefined {
  if (day <= held.starts_on) return '引き継ぐ日は、前の方の役割が始まった日より後の日にしてください。'
  if (held.ends_on === null || held.ends_on >= addDays(day, -1)) return undefined
  return '前の方の役割は、その日より前に終わります。「構成員を加える」から、新しい方を登録してください。'
}

type Members = Awaited<ReturnType<typeof listMembers>>

/** Returns the people of the party who do not have this role already. */
function candidatesFor(members: Members, { person_id, role }: Membership, now: Date) {
  const day = today(now)
  const here = members.filter((one) => presenceOn(one, day) !== 'left')
  const have = new Set([person_id, ...here.filter((one) => one.role === role).map((one) => one.person_id)])
  return [...new Map(here.map((one) => [one.person_id, one])).values()].filter((one) => !have.has(one.person_id))
}

async function successorOf(
  { tx, now }: Acting,
  member: Membership,
  { successor, name, kana, email }: z.output<typeof SuccessionForm>,
): Promise<{ person_id: string; name: string }> {
  if (successor) {
    const found = candidatesFor(await listMembers(tx, member.party_id, now), member, now)
    const one = found.find(({ person_id }) => person_id === successor)
    if (one) return one
    throw new Invalid({ successor: '引き継ぐ方を、一覧から選んでください。' })
  }
  if (!name) throw new Invalid({ name: '引き継ぐ方を選ぶか、新しい方のお名前を入力してください。' })
  const person_id = await addPerson(tx, { name, kana, email: email || null }, now)
  if (email) await later(tx, inviteAccount, { person: person_id }, now)
  return { person_id, name }
}
