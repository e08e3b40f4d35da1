import type { Act, Channel } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { attachFiles, detachFile, filesOf } from '../../../platform/files/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Invalid, NotFound } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { type Charter, openToProposals, proposerRuling } from '../../charters/index.ts'
import { findPartyById, mayActFor, type Party } from '../../parties/index.ts'
import { type Sheet, sheetOf, titleFrom } from '../../programmes/index.ts'
import { type Answers, questionsOf, readAnswers } from '../../questionnaires/index.ts'
import type { DraftInput } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayWriteProposal } from '../rules.ts'
import type { Proposal } from '../tables.ts'
import { changeProposal } from './moving.ts'

/** The charter under which something is written: the one in force for a draft, later the one it was submitted under. */
export interface Under {
  charter: Charter
  charter_id: string
}

/** Programme and track as one choice of a form: `proposal-scheme/citizen`. */
export function readChoice(charter: Charter, to: string): { programme: string; track: string } {
  const [programme, track] = to.split('/')
  const found = openToProposals(charter).find(({ key }) => key === programme)
  if (!found?.tracks.some(({ key }) => key === track))
    throw new Invalid({ to: 'どの制度に提案するかを、示された中から選んでください。' })
  return { programme: programme!, track: track! }
}

/** 「書き始める」: the draft's row is there from the first moment, so that nothing written can be lost. */
export async function startProposal(
  { db, actor, now }: Act,
  under: Under,
  input: { to: string; acting_for: string },
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    const party = await findPartyById(tx, input.acting_for)
    if (!party) throw new NotFound()
    ensure(mayActFor.why(actor, party.id))
    return begin({ db: tx, actor: { ...actor, acting_for: party.id }, now }, under, party, input.to, 'web')
  })
}

export async function begin(
  { db: tx, actor, now }: Act,
  { charter, charter_id }: Under,
  party: Party,
  to: string,
  channel: Channel,
): Promise<Proposal> {
  const choice = readChoice(charter, to)
  ensure(proposerRuling.why(charter, choice.programme, party.kind, choice.track))
  const proposal = await tx
    .insertInto('proposals')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      state: 'draft',
      party_id: party.id,
      party_name: party.name,
      ...choice,
      charter_id,
      title: '',
      contents: asJson({}),
      public_contents: asJson([]),
      revision: 1,
      channel,
      entered_by: channel === 'web' ? null : actor.account_id,
      created_at: now,
      saved_at: now,
      state_since: now,
      correction: '',
      reasons: '',
      conditions: '',
      withdrawal: '',
      public_summary: '',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  record(tx, { actor, now }, 'proposal.started', proposal, choice)
  return proposal
}

/**
 * Saves what was typed, as it was typed. A draft is nobody's business but its writers', so saving it is no entry of the
 * record; what is submitted or jointly revised is, and its text is kept as a version.
 */
export async function saveDraft(act: Act, proposal: Proposal, under: Under, input: DraftInput): Promise<Proposal> {
  return atomically(act.db, async (tx) => {
    ensure(mayWriteProposal.why(act.actor, proposal))
    if (!lifecycle.canMove(proposal.state, 'submit')) lifecycle.move(proposal.state, 'submit')
    return write(tx, act, proposal, under, input)
  })
}

async function write(
  tx: Db,
  act: Act,
  proposal: Proposal,
  { charter, charter_id }: Under,
  input: DraftInput,
): Promise<Proposal> {
  const sheet = sheetOf(charter, proposal.programme, proposal.track)
  const contents = { ...answersOutside(sheet, proposal.contents), ...readAnswers(sheet, input.answers) }
  await changeFiles(tx, act, proposal, sheet, input)
  return changeProposal(tx, proposal, {
    title: titleFrom(sheet, contents, input.title),
    theme: input.theme || null,
    contents: asJson(contents),
    charter_id,
    saved_at: act.now,
  })
}

/** What was written under an older form of the programme stays, though the new form no longer asks for it. */
function answersOutside(sheet: Sheet, contents: Answers): Answers {
  const asked = new Set(questionsOf(sheet).map(({ key }) => key))
  return Object.fromEntries(Object.entries(contents).filter(([key]) => !asked.has(key)))
}

export async function changeFiles(
  tx: Db,
  act: Act,
  proposal: Proposal,
  sheet: Sheet,
  input: DraftInput,
): Promise<void> {
  const subject = { kind: 'proposal', id: proposal.id }
  const gone = [input.remove].flat()
  const there = await filesOf(tx, subject)
  for (const file of there) if (gone.includes(file.id) && file.purpose !== 'scan') await detachFile(tx, file.id)
  for (const { key, question } of questionsOf(sheet)) {
    if (question.kind !== 'files') continue
    // A page that saves by itself sends the same file again and again.
    const fresh = (input.files[key] ?? []).filter(
      (file) => !there.some((one) => one.purpose === key && one.sha256 === file.sha256 && !gone.includes(one.id)),
    )
    await attachFiles(tx, act, subject, key, fresh)
  }
}
