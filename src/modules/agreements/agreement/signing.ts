import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { digestOf, type RegisteredParty } from '../../texts/index.ts'
import type { Agreement, SignedVersion } from '../tables.ts'
import { stateOn, unsigned } from './standing.ts'

/** The text that waits, if it is still word for word the one with this digest. */
export function textToSign(one: Agreement, digest: string | undefined, now: Date): SignedVersion {
  const { offered } = one
  if (!offered || stateOn(one, today(now)) === 'ended')
    throw new Conflict(
      'この文面は、もう署名を待っていません。署名は記録していません。画面を読み込み直して、最新の状態をご確認ください。',
    )
  if (offered.digest !== (digest ?? offered.digest))
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
export function partyToSign(offered: SignedVersion, partyId: string): RegisteredParty {
  const party = offered.parties.find((one) => one.party_id === partyId)
  if (!party) throw new Forbidden('この団体は、この文面の当事者に入っていません。')
  if (!unsigned(offered).includes(party)) throw new Conflict(`「${party.name}」の署名は、すでに記録されています。`)
  return party
}

/** A paper was signed between the day when its text was put before the parties and today. */
export function ensureSignedOn(signed_on: string, { made_at }: SignedVersion, now: Date): void {
  if (signed_on > today(now)) throw new Invalid({ signed_on: '署名した日は、今日までの日付にしてください。' })
  if (signed_on < today(made_at))
    throw new Invalid({ signed_on: 'この文面が示された日より前の日付です。用紙の日付と文面をお確かめください。' })
}
