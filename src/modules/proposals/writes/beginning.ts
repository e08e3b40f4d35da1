import type { Act, Actor } from '../../../platform/actor.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid, NotFound } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { actorKind, type Charter } from '../../charters/index.ts'
import {
  addMembership,
  addPerson,
  findPartyById,
  mayActFor,
  type Party,
  registerParty,
  registerPersonOnPaper,
} from '../../parties/index.ts'
import type { PaperInput } from '../proposal/typed.ts'
import { getProposalById } from '../queries/one.ts'
import type { Proposal } from '../tables.ts'
import { insertDraft } from './draft.ts'

type Ground = { charter: Charter; charter_id: string }

export async function beginOwn(
  { db, actor, now }: Act,
  under: Ground,
  { to, acting_for }: { to: string; acting_for: string },
): Promise<Proposal> {
  const party = await findPartyById(db, acting_for)
  if (!party) throw new NotFound()
  ensure(mayActFor.why(actor, party.id))
  const { id } = await insertDraft({ tx: db, actor, now }, under, party, { to, channel: 'web' })
  return getProposalById(db, id)
}

/** Starts a draft for the group whose paper came, with the scan; registers the group if it is new. */
export async function beginFromPaper(
  act: Act,
  under: Ground,
  input: PaperInput,
): Promise<{ begun: Proposal; entering: Actor }> {
  const { db, actor, now } = act
  const { to, channel, received_on } = input
  const { charter } = under
  const party = input.party_id ? await findPartyById(db, input.party_id) : await registerFromPaper(act, charter, input)
  if (!party || party.is_city) throw new Invalid({ party_id: '提案した団体を一覧から選んでください。' })
  const entering = { ...actor, acting_for: party.id, channel, entered_by: actor.account_id }
  const { id } = await insertDraft({ tx: db, actor: entering, now }, under, party, { to, channel, received_on })
  await attachFiles(db, { actor, now }, { kind: 'proposal', id, purpose: 'scan' }, input.scan)
  return { begun: await getProposalById(db, id), entering }
}

async function registerFromPaper({ db, actor, now }: Act, charter: Charter, input: PaperInput): Promise<Party> {
  if (actorKind(charter, input.new_kind)?.as === 'person') {
    const { new_name: name, new_kana: kana, new_kind: kind, new_address: address, new_phone: phone, channel } = input
    return registerPersonOnPaper({ db, actor: { ...actor, channel }, now }, charter, {
      name,
      kana,
      kind,
      address,
      phone,
    })
  }
  const party = await registerParty(
    { db, actor, now },
    {
      name: input.new_name,
      kana: input.new_kana,
      kind: input.new_kind,
      purpose: input.new_purpose,
      address: input.new_address,
      phone: input.new_phone,
    },
    input.channel,
  )
  if (input.new_representative) {
    const person_id = await addPerson(db, { name: input.new_representative }, now)
    for (const role of ['representative', 'signatory'] as const)
      await addMembership(db, { party_id: party.id, person_id, role, starts_on: today(now), entered_at: now })
  }
  return party
}
