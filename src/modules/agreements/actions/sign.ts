import { z } from 'zod'
import { actingFor } from '../../../platform/actor.ts'
import { cityOf, newId } from '../../../platform/db/index.ts'
import type { Happened } from '../../../platform/record/event.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { type Acting, action } from '../../../platform/web/action/index.ts'
import { isIn, maySignFor } from '../../parties/index.ts'
import { stateOn, unsigned } from '../agreement/standing.ts'
import { digestOf } from '../agreement/text.ts'
import { amended, cameIntoForce, signed } from '../events.ts'
import { completionMail } from '../letters.ts'
import type { AgreementState, AgreementVerb } from '../lifecycle.ts'
import { maySign, maySignBeside } from '../may.ts'
import { agreement } from '../subject.tsx'
import type { Agreement, PartyThere, SignedVersion } from '../tables.ts'
import { reviseAgreement } from '../writes.ts'
import { SignaturePage } from './sign.page.tsx'

const which = 'どの当事者として署名するかを選んでください。'

const SignForm = z.object({
  party_id: z.string(which).min(1, which),
  digest: z.string().default(''),
  agree: z.literal('yes', '文面のすべてを読み、同意するときは、チェックを入れてください。'),
})

/**
 * A party's signatory signs the exact text that the form showed. The agreement's row stays locked until the end, so of
 * fifty at once each sees those before it, and the last one brings the text into force in its own transaction.
 */
export const signAgreement = action(agreement, {
  path: 'signature',
  moves: ['complete', 'replace'],
  who: maySign,
  form: SignForm,
  label: '文面を読んで署名する',
  confirm: '署名する',
  lead: '下の文面のすべてをお読みになってから、ページの終わりで署名してください。',
  tone: 'primary',
  page: SignaturePage,
  undo: { by: 'recall' },
  as: (actor, _, { party_id }) => actingFor(actor, party_id),
  do: async (act, one, { party_id, digest }) => {
    ensure(maySignFor.why(act.actor, party_id))
    const text = textToSign(one, digest, act.now)
    const party = partyToSign(text, party_id)
    const { person_id, name } = act.actor
    if (!person_id) throw new Forbidden('署名には、この市に登録されたご本人としてのサインインが必要です。')
    ensure(maySignBeside.why(text, person_id, party))
    return placeSignature(act, one, party, { person_id, name, signed_on: today(act.now), channel: 'web' })
  },
  tells: () => [completionMail],
  done: ({ happened }) =>
    isComplete(happened)
      ? '署名しました。すべての署名がそろい、効力をもちました。'
      : '署名しました。ほかの当事者の署名を待っています。',
  waits: ({ missing, offered_at }, { actor }) =>
    missing
      .filter(({ party_id }) => isIn(actor, party_id, 'signatory'))
      .map(({ name }) => ({ kind: '署名する', since: offered_at!, who: name })),
})

/** Whether the last signature was among what happened. */
export const isComplete = (happened: readonly Happened[]): boolean =>
  happened.some(({ event: { kind } }) => kind === cameIntoForce.kind || kind === amended.kind)

/** The text that waits, if it is still word for word what the person was shown. */
export function textToSign(one: Agreement, digest: string, now: Date): SignedVersion {
  const { offered } = one
  if (!offered || stateOn(one, today(now)) === 'ended')
    throw new Conflict(
      'この文面は、もう署名を待っていません。署名は記録していません。画面を読み込み直して、最新の状態をご確認ください。',
    )
  if (offered.digest !== digest)
    throw new Conflict(
      'あなたが読んでいる間に文面が変わりました。署名は記録していません。新しい文面を下に表示しましたので、もう一度お読みください。',
    )
  if (digestOf(offered.text) !== offered.digest)
    throw new Conflict(
      '文面と照合番号が合わないため、署名を止めました。担当課にお知らせください。署名は記録していません。',
    )
  return offered
}

/** The party that is to sign, if the text names it and it has not signed yet. */
export function partyToSign(offered: SignedVersion, partyId: string): PartyThere {
  const party = offered.parties.find((one) => one.party_id === partyId)
  if (!party) throw new Forbidden('この団体は、この文面の当事者に入っていません。')
  if (!unsigned(offered).includes(party)) throw new Conflict(`「${party.name}」の署名は、すでに記録されています。`)
  return party
}

interface Given {
  person_id: string
  name: string
  signed_on: string
  channel: 'web' | 'paper'
}

type SigningAct = Acting<AgreementState, AgreementVerb>

/** Writes the signature, and with the last one brings the text into force. */
export async function placeSignature(
  act: SigningAct,
  one: Agreement,
  party: PartyThere,
  { name, ...given }: Given,
): Promise<Happened[]> {
  const { version, digest } = one.offered!
  await act.tx
    .insertInto('signatures')
    .values({
      city_id: cityOf(act.tx),
      id: newId(),
      agreement_id: one.id,
      version,
      party_id: party.party_id,
      signer_name: name,
      digest,
      signed_at: act.now,
      entered_by: act.actor.entered_by,
      ...given,
    })
    .execute()
  const happened = [signed({ party: party.name, version, digest })]
  return unsigned(one.offered!).length === 1 ? [...happened, await bringIntoForce(act, one)] : happened
}

/** Every party has signed the same text: it is in force, and an earlier text with it no more. */
async function bringIntoForce(act: SigningAct, one: Agreement): Promise<Happened> {
  const { text, typed, version } = one.offered!
  const first = act.move === 'complete'
  await reviseAgreement(act, one, {
    version,
    offered_version: null,
    offered_at: null,
    title: text.title,
    kind: typed.kind ?? one.kind,
    form: typed.form || null,
    starts_on: text.starts_on,
    ends_on: text.ends_on,
    sunset_on: text.sunset_on,
    ...(first ? { in_force_at: act.now } : {}),
  })
  const event = first ? cameIntoForce : amended
  return event({ number: text.number, version, public: { parties: text.parties.length } })
}
