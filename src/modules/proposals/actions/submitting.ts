import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { endOfDayInJapan, fiscalYearOf, type IsoDate, today } from '../../../platform/time/index.ts'
import { type Charter, programme as programmeOf, proposerRuling } from '../../charters/index.ts'
import {
  listCalls,
  openCall,
  problemsOf,
  receptionRuling,
  type Sheet,
  sheetOf,
  titleFrom,
} from '../../programmes/index.ts'
import { changesBetween, readAnswers, settled } from '../../questionnaires/index.ts'
import type { DraftInput } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { receiptTime } from '../queries/one.ts'
import { mayWriteProposal } from '../rules.ts'
import type { Proposal } from '../tables.ts'
import { changeFiles, type Under } from './drafts.ts'
import { forProposer, moveProposal } from './moving.ts'

/**
 * The proposal goes to the city: complete, in time, by somebody who may propose here. It gets its number in the same
 * transaction, so no number is ever given twice or lost. A corrected one keeps its number and is not held to the call's end.
 */
export async function submitProposal(
  { db, actor, now }: Act,
  proposal: Proposal & { party_kind: string; party_now: string },
  under: Under,
  input: { received_on?: IsoDate | null } = {},
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    ensure(mayWriteProposal.why(actor, proposal))
    lifecycle.move(proposal.state, 'submit')
    const { charter, charter_id } = under
    ensure(proposerRuling.why(charter, proposal.programme, proposal.party_kind, proposal.track))
    const again = proposal.number !== null
    const at = await receiptTime(tx, now)
    const received_on =
      proposal.channel === 'web' ? today(at) : (input.received_on ?? proposal.received_on ?? today(at))
    const call_id = again
      ? proposal.call_id
      : await callFor(tx, proposal, charter, proposal.channel === 'web' ? at : lastMomentOf(received_on))
    const sheet = sheetOf(charter, proposal.programme, proposal.track)
    await ensureComplete(tx, proposal, sheet)
    const fiscal_year = proposal.fiscal_year ?? fiscalYearOf(received_on)
    const number = proposal.number ?? (await nextNumber(tx, 'proposal', fiscal_year))
    const contents = settled(sheet, proposal.contents)
    const first = again
      ? {}
      : { charter_id, call_id, party_name: proposal.party_now, received_on, submitted_at: at, fiscal_year, number }
    const done = await moveProposal(tx, { actor, now }, proposal, 'submit', {
      ...first,
      contents: asJson(contents),
      saved_at: now,
      correction: '',
      correct_by: null,
    })
    await keepVersion(tx, done, actor.name, now)
    record(tx, { actor: forProposer(actor, proposal), now }, 'proposal.submitted', done, {
      fiscal_year,
      number,
      title: done.title,
      received_on,
      again,
      public: { again, on: again ? undefined : received_on },
    })
    return done
  })
}

const lastMomentOf = (day: IsoDate) => new Date(endOfDayInJapan(day).getTime() - 1)

/** What came on paper may have empty boxes: the city takes it in as it is and asks for what is missing. */
async function ensureComplete(tx: Db, proposal: Proposal, sheet: Sheet): Promise<void> {
  const problems = await problemsOfProposal(tx, proposal, sheet)
  if (proposal.channel === 'web' && Object.keys(problems).length) throw new Invalid(problems)
  if (!proposal.title) throw new Invalid({ title: '提案の題名を入力してください。' })
}

export async function problemsOfProposal(db: Db, proposal: Proposal, sheet: Sheet): Promise<Record<string, string>> {
  const attached = await filesOf(db, { kind: 'proposal', id: proposal.id })
  const files: Record<string, number> = {}
  for (const { purpose } of attached) files[purpose] = (files[purpose] ?? 0) + 1
  return problemsOf(sheet, { title: proposal.title, theme: proposal.theme, contents: proposal.contents, files })
}

async function callFor(tx: Db, proposal: Proposal, charter: Charter, at: Date): Promise<string | null> {
  const programme = programmeOf(charter, proposal.programme)
  if (!programme)
    throw new Forbidden('この制度は、いまの指針にはありません。下書きは残っています。担当課にご相談ください。')
  const calls = await listCalls(tx, proposal.programme)
  const ruling = receptionRuling.why(programme, proposal.track, calls, at)
  if (!ruling.allowed)
    throw new Forbidden(`${ruling.because}提出はできませんが、書いた内容は下書きとして残っています。`)
  return openCall(calls, proposal.track, at)?.id ?? null
}

export async function keepVersion(tx: Db, proposal: Proposal, written_by: string, at: Date): Promise<void> {
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

/** During the talks the proposer writes into the text what both sides have agreed on; each text before it is kept. */
export async function reviseProposal(act: Act, proposal: Proposal, under: Under, input: DraftInput): Promise<Proposal> {
  return atomically(act.db, async (tx) => {
    ensure(mayWriteProposal.why(act.actor, proposal))
    lifecycle.move(proposal.state, 'revise')
    const sheet = sheetOf(under.charter, proposal.programme, proposal.track)
    const contents = settled(sheet, readAnswers(sheet, input.answers))
    await changeFiles(tx, act, proposal, sheet, input)
    const revised = {
      ...proposal,
      title: titleFrom(sheet, contents, input.title),
      theme: input.theme || null,
      contents,
    }
    await ensureComplete(tx, revised, sheet)
    const done = await moveProposal(tx, act, proposal, 'revise', {
      title: revised.title,
      theme: revised.theme,
      contents: asJson(contents),
      saved_at: act.now,
    })
    await keepVersion(tx, done, act.actor.name, act.now)
    record(tx, { actor: forProposer(act.actor, proposal), now: act.now }, 'proposal.revised', done, {
      version: done.revision,
      changed: changesBetween(sheet, proposal.contents, contents).map(({ question }) => question.label.ja),
    })
    return done
  })
}
