import { cityOf, newId } from '../../../platform/db/index.ts'
import type { Happened } from '../../../platform/record/event.ts'
import { ensure } from '../../../platform/ruling.ts'
import { made, type Outcome } from '../../../platform/web/action/index.ts'
import { partyToSign, type RegisteredParty, unsigned } from '../../texts/index.ts'
import { amended, cameIntoForce, signed } from '../events.ts'
import { maySignBeside } from '../may.ts'
import type { Agreement, Signature, SignedVersion } from '../tables.ts'
import { type AgreementAct, reviseAgreement } from './row.ts'

type Given = Pick<Signature, 'party_id' | 'person_id' | 'signer_name' | 'signed_on' | 'channel'>

/** The party that signed, and the text in force if its signature was the last. */
export interface Signing {
  party: RegisteredParty
  complete: SignedVersion | undefined
}

/** Writes a party's signature under the offered text; the last signature brings the text into force. */
export async function placeSignature(
  act: AgreementAct,
  one: Agreement,
  text: SignedVersion,
  given: Given,
): Promise<Outcome<Signing>> {
  const { version, digest } = text
  const party = partyToSign(text, given.party_id)
  ensure(maySignBeside.why(text, given.person_id, party))
  const signature = await act.tx
    .insertInto('signatures')
    .values({
      city_id: cityOf(act.tx),
      id: newId(),
      agreement_id: one.id,
      version,
      digest,
      signed_at: act.now,
      entered_by: act.actor.entered_by,
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const after = { ...text, signatures: [...text.signatures, signature] }
  const complete = unsigned(after).length === 0 ? after : undefined
  const happened: Happened[] = [signed({ party: party.name, version, digest })]
  if (complete) happened.push(await bringIntoForce(act, one, complete))
  return made(happened, { party, complete })
}

/** Brings a fully signed text into force in place of the earlier one. */
async function bringIntoForce(
  act: AgreementAct,
  one: Agreement,
  { text, typed, version }: SignedVersion,
): Promise<Happened> {
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
