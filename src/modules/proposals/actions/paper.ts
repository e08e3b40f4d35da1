import type { Act } from '../../../platform/actor.ts'
import { atomically } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { addMembership, addPerson, findPartyById, type Party, registerParty } from '../../parties/index.ts'
import type { PaperInput } from '../forms.ts'
import { mayRegisterOnPaper } from '../rules.ts'
import type { Proposal } from '../tables.ts'
import { begin, type Under } from './drafts.ts'
import { changeProposal } from './moving.ts'

/** What came on paper, by telephone or at the counter is begun by the section in the group's name, with its scan. */
export async function startPaperProposal(act: Act, under: Under, input: PaperInput): Promise<Proposal> {
  return atomically(act.db, async (tx) => {
    const { actor, now } = act
    ensure(mayRegisterOnPaper.why(actor))
    const party = input.party_id
      ? await findPartyById(tx, input.party_id)
      : await registerFromPaper({ db: tx, actor, now }, input)
    if (!party || party.is_city) throw new Invalid({ party_id: '提案した団体を一覧から選んでください。' })
    const entering = { ...actor, acting_for: party.id, channel: input.channel, entered_by: actor.account_id }
    const proposal = await begin({ db: tx, actor: entering, now }, under, party, input.to, input.channel)
    await attachFiles(tx, { actor, now }, { kind: 'proposal', id: proposal.id }, 'scan', input.scan)
    return changeProposal(tx, proposal, { received_on: input.received_on })
  })
}

async function registerFromPaper(act: Act, input: PaperInput): Promise<Party> {
  const party = await registerParty(
    act,
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
    const person_id = await addPerson(act.db, { name: input.new_representative }, act.now)
    for (const role of ['representative', 'signatory'] as const)
      await addMembership(act.db, { party_id: party.id, person_id, role, starts_on: today(act.now) })
  }
  return party
}
