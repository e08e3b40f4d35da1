import { programme as programmeOf } from '../../src/modules/charters/index.ts'
import { sheetOf } from '../../src/modules/programmes/index.ts'
import {
  acceptProposal,
  annulDecision,
  correctDecision,
  decideProposal,
  declineProposal,
  findProposalById,
  openTalks,
  type Proposal,
  releaseProposal,
  returnProposal,
  saveDraft,
  sendToReview,
  startPaperProposal,
  startProposal,
  submitProposal,
  withdrawProposal,
  writeMessage,
} from '../../src/modules/proposals/index.ts'
import { answerKey, type Question, questionsOf } from '../../src/modules/questionnaires/index.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { isIsoDate, plainDateLabel } from '../../src/platform/time/index.ts'
import type { Uploaded } from '../../src/platform/uploads/index.ts'
import type { ProposalStory } from '../story.ts'
import { type Acting, partyIdOf, personOf, secondOf, type Telling, typistOf } from './telling.ts'

/** The proposal's way, from the first word of the draft to the released decision. */
export function tellProposal(t: Telling, told: ProposalStory): void {
  const { add, city } = t
  const typist = told.enteredFrom ? 'clerk' : told.by
  const track = trackOf(t, told)
  const under = { charter: t.charter, charter_id: city.charter_id }
  const find = ({ db }: Acting) => proposalOf(t, db)

  add(told.begunOn, typist, 'begin the proposal', async (act) => {
    const to = `${told.programme}/${track}`
    const acting_for = partyIdOf(city, told.party)
    const { made: begun } = told.enteredFrom
      ? await startPaperProposal(act, under, { ...paperOf(t, told), to, party_id: acting_for })
      : await startProposal(act, under, { to, acting_for })
    t.ids.proposal = begun.id
    await saveDraft(act, begun, draftOf(t, told, track, told.answers, true))
  })
  add(told.submittedOn, typist, 'submit it', async (act) =>
    submitProposal(act, await find(act), { received_on: told.submittedOn ?? null }),
  )
  const { returned } = told
  if (returned) {
    add(returned.on, 'section', 'send it back', async (act) =>
      returnProposal(act, await find(act), { return_note: returned.what, return_by: null }),
    )
    add(returned.againOn, typist, 'submit it again', async (act) => {
      const answers = { ...told.answers, ...returned.answers }
      const saved = await saveDraft(act, await find(act), draftOf(t, told, track, answers, false))
      await submitProposal(act, saved, {
        received_on: null,
        scan: told.enteredFrom ? paperOf(t, told).scan : undefined,
      })
    })
  }
  handle(t, told, find)
  decide(t, told, find, typist)
}

function handle(t: Telling, told: ProposalStory, find: Find) {
  const { add, city } = t
  const department_id = told.department ? partyIdOf(city, told.department) : ''
  add(told.acceptedOn, 'section', 'accept it', async (act) => acceptProposal(act, await find(act), { department_id }))
  const leader = told.department === 'department-office' ? 'officer' : 'section'
  add(told.talksOn, leader, 'open the talks', async (act) => openTalks(act, await find(act), { text: '' }))
  for (const message of told.messages ?? []) {
    const side = personOf(city, message.by).account_id ? undefined : 'proposer'
    add(message.on, typistOf(city, message.by), 'write a message', async (act) =>
      writeMessage(act, await find(act), { kind: 'message', text: message.text, met_on: null, side, files: [] }),
    )
  }
  add(told.reviewOn, 'section', 'send it to review', async (act) => sendToReview(act, await find(act)))
}

async function proposalOf({ ids, story }: Telling, db: Db): Promise<Proposal> {
  const found = ids.proposal && (await findProposalById(db, ids.proposal))
  if (!found) throw new Error(`${story.key} has no proposal yet`)
  return found
}

type Find = (act: Acting) => Promise<Proposal>

function decide(t: Telling, told: ProposalStory, find: Find, typist: string) {
  const { add } = t
  const { decision, prepared, withdrawn, declined } = told
  if (decision) {
    const { on, kind, reasons, conditions = '', releasedOn } = decision
    decideOn(t, told, find, { on, kind, reasons, conditions, releasedOn })
    changeMind(t, told, find)
  }
  if (prepared)
    add(prepared.on, 'section', 'prepare the decision', async (act) => {
      const { kind, reasons, on } = prepared
      const input = { decision: kind, reasons, conditions: '', decided_on: on, released_on: null }
      await decideProposal.prepare(act, await find(act), input)
    })
  if (withdrawn)
    add(withdrawn.on, typist, 'withdraw it', async (act) =>
      withdrawProposal(act, await find(act), {
        ...withdrawn,
        scan: told.enteredFrom ? [letterOf(t, '取下げ書')] : undefined,
      }),
    )
  if (declined)
    add(declined.on, typist, 'decline it', async (act) =>
      declineProposal(act, await find(act), {
        ...declined,
        scan: told.enteredFrom ? [letterOf(t, '辞退届')] : undefined,
      }),
    )
}

/** The proposer's own paper for what the desk types in. */
const letterOf = ({ papers, story }: Telling, name: string) => papers.sheet(name, [name, '', story.title])

type Decided = Pick<NonNullable<ProposalStory['decision']>, 'on' | 'kind' | 'reasons' | 'releasedOn'>

/** Two officers decide, and release it on its day. */
function decideOn(t: Telling, told: ProposalStory, find: Find, decided: Decided & { conditions: string }) {
  const { add, charter, story } = t
  const { on: decided_on, kind, reasons, conditions, releasedOn: released_on = null } = decided
  add(decided_on, 'section', 'decide on it', async (act) =>
    decideProposal.byTwo(act, await secondOf(act), await find(act), {
      decision: kind,
      reasons,
      conditions,
      decided_on,
      released_on,
    }),
  )
  add(released_on ?? undefined, 'section', 'release the decision', async (act) => {
    const sheet = sheetOf(charter, told.programme, trackOf(t, told))
    const keys = questionsOf(sheet)
      .filter(({ question }) => open(question))
      .map(({ key }) => key)
    await releaseProposal.byTwo(act, await secondOf(act), await find(act), { summary: story.summary, keys })
  })
}

/** What was wrong is corrected; what should not have been decided is annulled, and decided anew. */
function changeMind(t: Telling, told: ProposalStory, find: Find) {
  const { corrected, annulled, kind } = told.decision ?? {}
  if (corrected)
    t.add(corrected.on, 'section', 'correct the decision', async (act) => {
      const { reason, reasons } = corrected
      const asItIs = { decision: '' as const, conditions: '', decided_on: null, released_on: null }
      await correctDecision.byTwo(act, await secondOf(act), await find(act), { reason, reasons, ...asItIs })
    })
  if (!annulled || !kind) return
  const { on, reason, again } = annulled
  t.add(on, 'section', 'annul the decision', async (act) =>
    annulDecision.byTwo(act, await secondOf(act), await find(act), { reason }),
  )
  decideOn(t, told, find, { kind, conditions: '', ...again })
}

const open = ({ kind }: Question) => kind !== 'files' && kind !== 'budget'

function trackOf({ charter }: Telling, { programme, track }: ProposalStory): string {
  const found = track ?? programmeOf(charter, programme)?.tracks[0]?.key
  if (!found) throw new Error(`The charter has no programme ${programme} to propose in`)
  return found
}

function paperOf({ papers, city, story }: Telling, told: ProposalStory) {
  const name = personOf(city, told.by).name
  return {
    new_name: '',
    new_kana: '',
    new_kind: '',
    new_purpose: '',
    new_representative: '',
    new_address: '',
    new_phone: '',
    channel: told.enteredFrom!,
    received_on: told.begunOn,
    scan:
      told.enteredFrom === 'phone'
        ? []
        : [papers.sheet('届いた提案書', ['提案書（届いた用紙の写し・見本）', '', story.title, `書いた人　${name}`])],
  }
}

/** The story's answers under the names of the sheet's questions; a question may be called by its own key alone. */
function draftOf(t: Telling, told: ProposalStory, track: string, answers: Record<string, unknown>, withFiles: boolean) {
  const sheet = sheetOf(t.charter, told.programme, track)
  const named: Record<string, never> = {}
  const files: Record<string, Uploaded[]> = {}
  const left = new Set(Object.keys(answers))
  for (const section of sheet.sections)
    for (const question of section.fields) {
      const key = answerKey(section, question)
      const used = key in answers ? key : question.key
      if (!left.delete(used)) continue
      if (question.kind === 'files') {
        if (withFiles) files[key] = (answers[used] as string[]).map((name) => sheetFor(t, told, name))
      } else Object.assign(named, { [key]: asWritten(answers[used]) })
    }
  const theme = left.delete('theme') ? String(answers.theme) : ''
  if (left.size) throw new Error(`${t.story.key}: the form asks for no ${[...left].join(', ')}`)
  return { title: t.story.title, theme, answers: named, files, remove: [] }
}

function sheetFor({ papers, city }: Telling, told: ProposalStory, name: string): Uploaded {
  const group = city.parties[told.party]!.name
  return papers.sheet(name, [`${group}　${name}`, '', 'この書類は体験版のための見本です。'])
}

/** People write a day as they say it: 令和9年3月31日. */
function asWritten(answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer
  return answer.map((row: unknown) =>
    typeof row === 'object' && row !== null && 'by' in row && isIsoDate(String(row.by))
      ? { ...row, by: plainDateLabel(String(row.by)) }
      : row,
  )
}
