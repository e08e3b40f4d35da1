import type { Act, Channel } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId, nextNumber } from '../../../platform/db/index.ts'
import { attachFiles, detachFile, filesOf } from '../../../platform/files/index.ts'
import { record } from '../../../platform/record/index.ts'
import { ensure, Forbidden, Invalid, NotFound } from '../../../platform/refusals.ts'
import { endOfDayInJapan, fiscalYearOf, type IsoDate, today } from '../../../platform/time.ts'
import { type Charter, openToProposals, programme as programmeOf, proposerRuling } from '../../charters/index.ts'
import { addMembership, addPerson, canActFor, findPartyById, type Party, registerParty } from '../../parties/index.ts'
import {
  answerLines,
  type Contents,
  contentsFrom,
  listCalls,
  openCall,
  problemsOf,
  questionsOf,
  receptionRuling,
  type Sheet,
  settled,
  sheetOf,
  titleFrom,
} from '../../programmes/index.ts'
import type { DraftInput, PaperInput } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { receiptTime } from '../queries.ts'
import { canRegisterOnPaper, canWriteProposal } from '../rules.ts'
import type { Proposal } from '../tables.ts'
import { changeProposal, forProposer, moveProposal } from './moving.ts'

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
    ensure(canActFor(actor, party.id))
    return begin({ db: tx, actor: { ...actor, acting_for: party.id }, now }, under, party, input.to, 'web')
  })
}

async function begin(
  { db: tx, actor, now }: Act,
  { charter, charter_id }: Under,
  party: Party,
  to: string,
  channel: Channel,
): Promise<Proposal> {
  const choice = readChoice(charter, to)
  ensure(proposerRuling(charter, choice.programme, party.kind, choice.track))
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

/** What came on paper, by telephone or at the counter is begun by the section in the group's name, with its scan. */
export async function startPaperProposal(act: Act, under: Under, input: PaperInput): Promise<Proposal> {
  return atomically(act.db, async (tx) => {
    const { actor, now } = act
    ensure(canRegisterOnPaper(actor))
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

/**
 * Saves what was typed, as it was typed. A draft is nobody's business but its writers', so saving it is no entry of the
 * record; what is submitted or jointly revised is, and its text is kept as a version.
 */
export async function saveDraft(act: Act, proposal: Proposal, under: Under, input: DraftInput): Promise<Proposal> {
  return atomically(act.db, async (tx) => {
    ensure(canWriteProposal(act.actor, proposal))
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
  const contents = { ...answersOutside(sheet, proposal.contents), ...contentsFrom(sheet, input.answers) }
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
function answersOutside(sheet: Sheet, contents: Contents): Contents {
  const asked = new Set(questionsOf(sheet).map(({ key }) => key))
  return Object.fromEntries(Object.entries(contents).filter(([key]) => !asked.has(key)))
}

async function changeFiles(tx: Db, act: Act, proposal: Proposal, sheet: Sheet, input: DraftInput): Promise<void> {
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
    ensure(canWriteProposal(actor, proposal))
    lifecycle.move(proposal.state, 'submit')
    const { charter, charter_id } = under
    ensure(proposerRuling(charter, proposal.programme, proposal.party_kind, proposal.track))
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
  const ruling = receptionRuling(programme, proposal.track, calls, at)
  if (ruling !== true)
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
    ensure(canWriteProposal(act.actor, proposal))
    lifecycle.move(proposal.state, 'revise')
    const sheet = sheetOf(under.charter, proposal.programme, proposal.track)
    const contents = settled(sheet, contentsFrom(sheet, input.answers))
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
      changed: changedLabels(sheet, proposal.contents, contents),
    })
    return done
  })
}

function changedLabels(sheet: Sheet, before: Contents, after: Contents): string[] {
  return questionsOf(sheet)
    .filter(
      ({ key, question }) =>
        answerLines(question, before[key]).join('\n') !== answerLines(question, after[key]).join('\n'),
    )
    .map(({ question }) => question.label.ja)
}
