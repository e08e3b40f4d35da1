import { type Act, type Actor, actingFor } from '../../../platform/actor.ts'
import { atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/attached.ts'
import { later, record } from '../../../platform/record/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { maySignFor } from '../../parties/index.ts'
import type { PaperSignInput, SignInput } from '../forms/verbs.ts'
import { lifecycle } from '../lifecycle.ts'
import { lockAgreement } from '../queries/one.ts'
import { listSignatories } from '../queries/people.ts'
import { digestOf, mayEnterPaperSignature, oneSideRuling, stateOn, unsigned } from '../rules.ts'
import type { Dossier, PartyThere, SignedVersion } from '../tables.ts'

/**
 * A party's signatory signs the exact text that the form showed. The agreement's row stays locked until the end, so of
 * fifty at once each sees those before it, and the last one brings the text into force in its own transaction.
 */
export async function signAgreement(
  { db, actor, now }: Act,
  d: Dossier,
  slug: string,
  input: SignInput,
): Promise<{ complete: boolean }> {
  ensure(maySignFor.why(actor, input.party_id))
  return atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    const offered = textToSign(locked, input.digest, now)
    const party = partyOf(offered, input.party_id)
    if (!actor.person_id) throw new Forbidden('署名には、この市に登録されたご本人としてのサインインが必要です。')
    ensure(oneSideRuling.why(offered, actor.person_id, party))
    const act = { actor: actingFor(actor, party.party_id), now }
    const given = {
      person_id: actor.person_id,
      name: actor.name,
      signed_on: today(now),
      channel: 'web' as const,
      entered_by: null,
    }
    return placeSignature(tx, act, locked, slug, party, given)
  })
}

/** The text that waits, if it is still word for word what the person was shown. */
function textToSign(locked: Dossier, digest: string, now: Date): SignedVersion {
  const { offered } = locked
  if (!offered || stateOn(locked, today(now)) === 'ended')
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

function partyOf(offered: SignedVersion, partyId: string): PartyThere {
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
  entered_by: string | null
}

async function placeSignature(
  tx: Db,
  act: { actor: Actor; now: Date },
  locked: Dossier,
  slug: string,
  party: PartyThere,
  given: Given,
): Promise<{ complete: boolean }> {
  const offered = locked.offered!
  const { name, ...columns } = given
  await tx
    .insertInto('signatures')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      agreement_id: locked.id,
      version: offered.version,
      party_id: party.party_id,
      signer_name: name,
      digest: offered.digest,
      signed_at: act.now,
      ...columns,
    })
    .execute()
  record(tx, act, 'agreement.signed', locked, { party: party.name, version: offered.version, digest: offered.digest })
  const complete = unsigned(offered).length === 1
  if (complete) await bringIntoForce(tx, act, locked, slug)
  return { complete }
}

/** Every party has signed the same text: it is in force, and an earlier text with it no more. */
async function bringIntoForce(tx: Db, act: { actor: Actor; now: Date }, locked: Dossier, slug: string): Promise<void> {
  const { text, typed, version } = locked.offered!
  const first = locked.state === 'offered'
  await tx
    .updateTable('agreements')
    .set({
      state: lifecycle.move(locked.state, first ? 'complete' : 'replace'),
      version,
      offered_version: null,
      offered_at: null,
      title: text.title,
      kind: typed.kind ?? locked.kind,
      form: typed.form || null,
      starts_on: text.starts_on,
      ends_on: text.ends_on,
      sunset_on: text.sunset_on,
      saved_at: act.now,
      revision: locked.revision + 1,
      ...(first ? { state_since: act.now, in_force_at: act.now } : {}),
    })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', locked.id)
    .execute()
  record(tx, act, first ? 'agreement.in-force' : 'agreement.amended', locked, {
    number: text.number,
    version,
    public: { parties: text.parties.length },
  })
  await later(tx, 'agreement.mail-complete', { agreement: locked.id, city: slug }, act.now)
}

/** Staff enter what was signed on paper, with its scan: the paper bears the number of this very text. */
export async function enterPaperSignature(
  { db, actor, now }: Act,
  d: Dossier,
  slug: string,
  input: PaperSignInput,
): Promise<{ complete: boolean; party: string }> {
  return atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayEnterPaperSignature.why(actor, locked))
    const offered = textToSign(locked, locked.offered!.digest, now)
    if (!offered.digest.startsWith(input.code))
      throw new Invalid({
        code: '照合番号が、いま署名を待っている文面のものと違います。用紙が古い文面のものでないか、お確かめください。',
      })
    checkDay(input.signed_on, offered, now)
    const [party_id, person_id] = input.signer.split(':') as [string, string]
    const party = partyOf(offered, party_id)
    const signatories = await listSignatories(tx, [party_id], input.signed_on)
    const person = signatories.find((one) => one.person_id === person_id)
    if (!person) throw new Invalid({ signer: 'その日に署名者として登録されていた方を選んでください。' })
    ensure(oneSideRuling.why(offered, person_id, party))
    const act = {
      actor: { ...actingFor(actor, party_id), channel: 'paper' as const, entered_by: actor.account_id },
      now,
    }
    await attachFiles(tx, act, { kind: 'agreement', id: locked.id }, 'signature', input.scan)
    const given = {
      person_id,
      name: person.name,
      signed_on: input.signed_on,
      channel: 'paper' as const,
      entered_by: actor.account_id,
    }
    const { complete } = await placeSignature(tx, act, locked, slug, party, given)
    return { complete, party: party.name }
  })
}

function checkDay(signed_on: string, offered: SignedVersion, now: Date): void {
  if (signed_on > today(now)) throw new Invalid({ signed_on: '署名した日は、今日までの日付にしてください。' })
  if (signed_on < today(offered.made_at))
    throw new Invalid({ signed_on: 'この文面が示された日より前の日付です。用紙の日付と文面をお確かめください。' })
}
