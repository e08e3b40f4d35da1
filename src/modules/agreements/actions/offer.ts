import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { requestLetters } from '../agreement/documents.ts'
import { amendmentOffered, offered } from '../events.ts'
import { amendmentOfferMail, offerMail } from '../letters.ts'
import { mayWrite } from '../may.ts'
import { offeringOf, wholeDraft } from '../queries/offering.ts'
import { listAddressees } from '../queries/people.ts'
import { agreement } from '../subject.tsx'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { writeVersion } from '../writes/version.ts'
import { OfferPage } from './offer.page.tsx'

/** Fixes the text and puts it before every party for signature; the first offer takes a number. */
export const offerAgreement = action(agreement, {
  path: 'offer',
  moves: ['offer', 'offerAmendment'],
  who: mayWrite,
  load: offeringOf,
  label: '内容を確かめて署名を求める',
  confirm: 'この文面で署名を求める',
  lead: '署名を求めると文面が決まり、すべての当事者の署名者にお知らせします。',
  before: ({ thing }) => [
    '文面が決まり、番号と照合番号が付きます。署名がそろうまで、直すには案に戻す必要があります。',
    ...(thing.current
      ? [
          'いまの文面は、変更の署名がそろうまでそのまま効力があります。',
          '署名がそろうと、この取り決めによる事業の登録も、目標・期間・役割・費用が同じように改まります。事業で別に直してあるところは、そのまま残ります。',
        ]
      : ['すべての当事者が署名したときに、効力をもちます。']),
  ],
  undo: { by: 'recall' },
  page: OfferPage,
  fresh: true,
  do: async (act, one) => {
    const agreed = await wholeDraft(act.tx, act.actor, one)
    const written = await writeVersion(act, one, agreed)
    const { text, digest } = written
    const event = act.move === 'offer' ? offered : amendmentOffered
    const happened = event({ number: text.number, version: text.version, digest, note: agreed.note })
    return made(happened, {
      ...written,
      at: act.now,
      addressees: await listAddressees(act.tx, agreed.parties, today(act.now)),
    })
  },
  letter: requestLetters,
  tells: () => [offerMail, amendmentOfferMail],
  done: 'すべての当事者に署名を求めました。',
  // The first offer gives the agreement a number and so a new address.
  then: ({ city }, { made: numbered }) => urls.show({ city, ref: refOf(numbered) }),
})
