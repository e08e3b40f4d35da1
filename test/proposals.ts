import { openToProposals, programme as programmeOf, proposerRuling } from '../src/modules/charters/index.ts'
import { makeCall, type Sheet, sheetOf } from '../src/modules/programmes/index.ts'
import {
  acceptProposal,
  type Decision,
  decideProposal,
  declineProposal,
  findProposalById,
  openTalks,
  type Proposal,
  type ProposalState,
  releaseProposal,
  returnProposal,
  saveDraft,
  sendToReview,
  startProposal,
  submitProposal,
  withdrawProposal,
} from '../src/modules/proposals/index.ts'
import { type Answers, isTable, type Question, questionsOf } from '../src/modules/questionnaires/index.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/db/index.ts'
import { addDays, fiscalYearOf, today } from '../src/platform/time/index.ts'
import type { CityWorld } from './world.ts'

const scan = { sha256: 'a'.repeat(64), name: '会則.pdf', type: 'application/pdf', bytes: 1200 }

/** The part of a city's world that decides where its first group may propose. */
type WayToPropose = Pick<CityWorld, 'slug' | 'charter'> & { parties: { [key: string]: { kind: string } } }

/** The first programme and track of the city in which the first group may propose. */
export function wayOf(c: WayToPropose): { programme: string; track: string; to: string; sheet: Sheet } {
  for (const { key: programme, tracks } of openToProposals(c.charter)) {
    for (const { key: track } of tracks) {
      if (!proposerRuling(c.charter, programme, c.parties.first!.kind, track)) continue
      return { programme, track, to: `${programme}/${track}`, sheet: sheetOf(c.charter, programme, track) }
    }
  }
  throw new Error(`The first group of ${c.slug} may propose nowhere.`)
}

/** Opens the programme around the test's day. */
export async function openFor(c: CityWorld, days = 30): Promise<void> {
  const on = today(c.now)
  const programme = programmeOf(c.charter, wayOf(c).programme)!
  await c.run(async (db) => {
    const input = {
      track: '',
      fiscal_year: fiscalYearOf(on),
      opens_on: addDays(on, -days),
      closes_on: addDays(on, days),
      note: '',
    }
    await makeCall(await c.act(db, 'section'), { programme, charter: c.charter }, input)
  })
}

/** Answers to every question of the city's form. */
export function answersTo(sheet: Sheet, title = '川沿いの花壇をみんなで育てる'): Answers {
  return Object.fromEntries(
    questionsOf(sheet).flatMap(({ key, question }) =>
      question.kind === 'files' ? [] : [[key, answerTo(question, title)]],
    ),
  )
}

function answerTo(question: Question, title: string): Answers[string] {
  const { kind } = question
  if (question.means === 'title') return title
  if (kind === 'choice') return question.choices[0]!.key
  if (kind === 'choices') return [question.choices[0]!.key]
  if (kind === 'yen') return '３００，０００円'
  if (kind === 'number') return '24'
  if (kind === 'date') return '令和9年4月1日'
  if (isTable(kind)) return [rowOf[kind]]
  return '誰が、いつ、どこで、何をするかを書きました。'
}

const rowOf = {
  parties: { name: '東高校', part: '園芸部が手入れに加わる' },
  roles: { party: '市', does: '用具を用意する', brings: '倉庫' },
  targets: { indicator: '手入れに加わった人', value: '240人', by: '令和9年度末' },
  budget: { side: 'expense', item: '苗', yen: '120,000', note: '' },
}

/** Another officer of the section, who confirms what the section has prepared. */
export async function second(c: CityWorld, db: Db): Promise<Actor> {
  return (await c.act(db, 'clerk')).actor
}

/** A draft of the first group, complete or not. */
export async function aDraft(
  c: CityWorld,
  db: Db,
  options: { complete?: boolean; title?: string } = {},
): Promise<Proposal> {
  const { to, sheet } = wayOf(c)
  const secretary = await c.act(db, 'secretary')
  const { made: draft } = await startProposal(secretary, c, { to, acting_for: c.parties.first!.id })
  if (options.complete === false) return draft
  const files = Object.fromEntries(
    questionsOf(sheet).flatMap(({ key, question }) => (question.kind === 'files' ? [[key, [scan]]] : [])),
  )
  return saveDraft(secretary, draft, {
    title: options.title ?? '川沿いの花壇をみんなで育てる',
    theme: sheet.themes[0]?.key ?? '',
    answers: answersTo(sheet, options.title),
    files,
    remove: [],
  })
}

/** A proposal of the first group in this state, made through the actions; call `openFor` before. */
export async function aProposal(
  c: CityWorld,
  db: Db,
  state: ProposalState,
  options: { decision?: Decision; released?: boolean } = {},
): Promise<Proposal> {
  const secretary = await c.act(db, 'secretary')
  const section = await c.act(db, 'section')
  const draft = await aDraft(c, db)
  const again = async () => (await findProposalById(db, draft.id))!
  if (state === 'draft') return draft
  if (state === 'withdrawn') return withdrawProposal(secretary, draft, { reason: '' }).then(again)
  await submitProposal(secretary, draft, { received_on: null })
  if (state === 'submitted') return again()
  if (state === 'returned')
    return returnProposal(section, await again(), {
      return_note: '収支の合計を確かめてください。',
      return_by: null,
    }).then(again)
  await acceptProposal(section, await again(), { department_id: c.parties['department-office']!.id })
  if (state === 'accepted') return again()
  await openTalks(await c.act(db, 'officer'), await again(), { text: '一度お会いしてお話を聞かせてください。' })
  if (state === 'in_talks') return again()
  await sendToReview(section, await again())
  if (state === 'under_review') return again()
  const decision = options.decision ?? 'adopted'
  const conditions = decision === 'conditionally_adopted' ? '冬の間の水やりの分担を決めること。' : ''
  await decideProposal.byTwo(section, await second(c, db), await again(), {
    decision,
    reasons: '地域の課題に合い、役割がはっきりしているため。',
    conditions,
    decided_on: today(c.now),
    released_on: null,
  })
  if (options.released)
    await releaseProposal.byTwo(section, await second(c, db), await again(), {
      summary: '川沿いの花壇を三者で育てます。',
      keys: questionsOf(wayOf(c).sheet).map(({ key }) => key),
    })
  if (state === 'declined') await declineProposal(secretary, await again(), { reason: '人手が集まらなくなったため。' })
  return again()
}
