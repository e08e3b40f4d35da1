import type { Act, Actor, Channel } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { attachFiles, detachFile, filesOf } from '../../../platform/files/index.ts'
import { ensure } from '../../../platform/ruling.ts'
import { type Charter, proposerRuling } from '../../charters/index.ts'
import { titleFrom } from '../../programmes/index.ts'
import { questionsOf, readAnswers } from '../../questionnaires/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayWriteProposal } from '../may.ts'
import { answersOutside, type DraftInput, readChoice } from '../proposal/draft.ts'
import { type Proposer, publicPartyOf, sheetIn } from '../proposal/proposal.ts'
import { lockProposal } from '../queries/one.ts'
import type { Proposal, ProposalRow } from '../tables.ts'
import { changeProposal } from './proposal.ts'

/** Inserts the row before anything is typed, so that nothing typed can be lost. */
export async function insertDraft(
  { tx, actor, now }: { tx: Db; actor: Actor; now: Date },
  { charter, charter_id }: { charter: Charter; charter_id: string },
  party: Proposer,
  { to, ...values }: { to: string; channel: Channel; received_on?: string },
): Promise<ProposalRow> {
  const choice = readChoice(charter, to)
  ensure(proposerRuling.why(charter, choice.programme, party.kind, choice.track))
  return tx
    .insertInto('proposals')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      state: 'draft',
      party_id: party.id,
      party_name: party.name,
      public_party: publicPartyOf(charter, party),
      ...choice,
      ...values,
      charter_id,
      title: '',
      contents: asJson({}),
      public_contents: asJson([]),
      revision: 1,
      entered_by: values.channel === 'web' ? null : actor.account_id,
      created_at: now,
      saved_at: now,
      state_since: now,
      return_note: '',
      reasons: '',
      conditions: '',
      withdrawal: '',
      public_summary: '',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Saves the draft as typed; no entry in the record, since only its writers may know of a draft. */
export async function saveDraft(act: Act, given: Proposal, input: DraftInput): Promise<Proposal> {
  return atomically(act.db, async (tx) => {
    const proposal = await lockProposal(tx, given)
    ensure(mayWriteProposal.why(act.actor, proposal))
    lifecycle.move(proposal.state, 'submit')
    const sheet = sheetIn(proposal)
    const contents = { ...answersOutside(sheet, proposal.contents), ...readAnswers(sheet, input.answers) }
    await changeFiles(tx, act, proposal, input)
    const saved = await changeProposal(tx, proposal, {
      title: titleFrom(sheet, contents, input.title),
      theme: input.theme || null,
      contents: asJson(contents),
      charter_id: proposal.written_under,
      saved_at: act.now,
    })
    return { ...proposal, ...saved }
  })
}

/** Attaches new files and removes the marked ones, but never the scan of a paper. */
export async function changeFiles(
  tx: Db,
  act: Pick<Act, 'actor' | 'now'>,
  proposal: Proposal,
  input: DraftInput,
): Promise<void> {
  const subject = { kind: 'proposal', id: proposal.id }
  const gone = [input.remove].flat()
  const there = await filesOf(tx, subject)
  for (const file of there) if (gone.includes(file.id) && file.purpose !== 'scan') await detachFile(tx, file.id)
  for (const { key, question } of questionsOf(sheetIn(proposal))) {
    if (question.kind !== 'files') continue
    // Autosave sends the same file again each time.
    const fresh = (input.files[key] ?? []).filter(
      (file) => !there.some((one) => one.purpose === key && one.sha256 === file.sha256 && !gone.includes(one.id)),
    )
    await attachFiles(tx, act, { ...subject, purpose: key }, fresh)
  }
}

/** Keeps the text under the number of its revision. */
export async function keepVersion(tx: Db, proposal: ProposalRow, written_by: string, at: Date): Promise<void> {
  await tx
    .insertInto('proposal_versions')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      proposal_id: proposal.id,
      version: proposal.revision,
      title: proposal.title,
      contents: asJson(proposal.contents),
      at,
      written_by,
    })
    .execute()
}
