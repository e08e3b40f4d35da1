import { fields } from '../../../platform/fields/index.ts'
import { later } from '../../../platform/jobs/index.ts'
import { about } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { type Acting, action } from '../../../platform/web/action/index.ts'
import { memberCorrected } from '../events.ts'
import { inviteAccount } from '../jobs.ts'
import { memberCorrectionMail } from '../letters.ts'
import { mayEditMembership } from '../may.ts'
import { isSection } from '../party/actor.ts'
import { roleLabels } from '../party/labels.ts'
import { MemberForm, memberWording, typedMember } from '../party/member.ts'
import { impossible, isPossible, presenceOn } from '../party/term.ts'
import { hasPartElsewhere } from '../queries/people.ts'
import { type Membership, membership } from '../subject.tsx'
import { urls } from '../urls.ts'
import { asOnPaper, keepOwnPaper } from '../writes/own-paper.ts'
import { changeMembership, correctPerson } from '../writes/people.ts'
import { CorrectedFields, correctedInWords, LONGEST } from './correct-membership.page.tsx'

const CorrectionForm = MemberForm.extend({ reason: fields.text('訂正する理由', LONGEST) })

export const correctMembership = action(membership, {
  path: 'correction',
  who: mayEditMembership,
  form: CorrectionForm,
  wrong: (_, { starts_on, ends_on = null }) => ({
    ends_on: starts_on && !isPossible({ starts_on, ends_on }) ? impossible : undefined,
  }),
  edits: ({ thing }) => typedMember(thing),
  wording: () => memberWording,
  entered: (was, is) => correctedInWords(was, { ...is, email: is.email || null }),
  label: '訂正する',
  title: ({ name, role }) => `${name}さんの「${roleLabels[role]}」の登録を訂正する`,
  leave: '訂正せずに戻る',
  before: () => [
    '誤って登録したことを、正しく直します。役割がほかの方に代わったときは、「引き継ぐ」をお使いください。',
    '前の登録と訂正した理由は、記録に残ります。',
    '訂正で新しくできるようになったことは、訂正した時からのこととして扱います。',
  ],
  multipart: true,
  fields: CorrectedFields,
  undo: { by: 'correction' },
  as: (actor, { party }, input) => asOnPaper(actor, party, input),
  do: async (act, member, { reason, name, kana, email, scan, ...term }) => {
    const { tx, actor, now } = act
    await keepOwnPaper(act, member.party, scan)
    await changeMembership(tx, member, term, now)
    await correctWho(act, member, { name, kana, email: email || null })
    const held = presenceOn(member, today(now)) === 'current'
    const { id, role, person_id } = member
    const happened = { member: id, role, reason, person: held ? person_id : null, by_city: isSection(actor) }
    const former_email = member.email && member.email !== email ? member.email : undefined
    return about(memberCorrected({ ...happened, former_email }), member.party)
  },
  tells: () => [memberCorrectionMail],
  done: (_, { name }) => `${name}さんの登録を訂正しました。`,
  then: urls.members,
})

/** A person with a part elsewhere is not one party's to rename; a new address is invited where nobody came in yet. */
async function correctWho(
  { tx, actor, now }: Acting,
  member: Membership,
  is: { name: string; kana: string; email: string | null },
): Promise<void> {
  if (is.name === member.name && is.kana === member.kana && is.email === member.email) return
  if (!isSection(actor) && (await hasPartElsewhere(tx, member.person_id, member.party_id)))
    throw new Invalid({
      name: 'この方は、ほかの団体や市でも役割をお持ちです。お名前とメールアドレスの訂正は、協働の担当課にご連絡ください。',
    })
  await correctPerson(tx, member, is, now)
  if (is.email && is.email !== member.email && member.account_id === null)
    await later(tx, inviteAccount, { person: member.person_id }, now)
}
