import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import type { RegisteredParty } from './parties.ts'
import { digestOf, type Version } from './text.ts'

interface Signatures {
  parties: readonly RegisteredParty[]
  signatures: readonly { party_id: string }[]
}

/** Returns the parties that have not signed yet. */
export function unsigned({ parties, signatures }: Signatures): RegisteredParty[] {
  return parties.filter(({ party_id }) => !signatures.some((one) => one.party_id === party_id))
}

/** Ensures that the digest is the one that was read and still matches the stored text; else 409. */
export function ensureUnchanged({ text, digest }: Version, read = digest): void {
  if (digest !== read)
    throw new Conflict(
      'あなたが読んでいる間に文面が変わりました。署名は記録していません。新しい文面を下に表示しましたので、もう一度お読みください。',
    )
  if (digestOf(text) !== digest)
    throw new Conflict(
      '文面と照合番号が合わないため、署名を止めました。担当課にお知らせください。署名は記録していません。',
    )
}

/** Returns the party that is to sign; 403 where the text does not name it, 409 where it has signed already. */
export function partyToSign(version: Signatures, partyId: string): RegisteredParty {
  const party = version.parties.find((one) => one.party_id === partyId)
  if (!party) throw new Forbidden('この団体は、この文面の当事者に入っていません。')
  if (!unsigned(version).includes(party)) throw new Conflict(`「${party.name}」の署名は、すでに記録されています。`)
  return party
}

/** A paper is signed between the day of the offer and today; else the sentence that says so. */
export function wrongSigningDay(signed_on: string, { made_at }: { made_at: Date }, now: Date): string | undefined {
  if (signed_on > today(now)) return '署名した日は、今日までの日付にしてください。'
  if (signed_on >= today(made_at)) return undefined
  return 'この文面が示された日より前の日付です。用紙の日付と文面をお確かめください。'
}
