import {
  beginEvaluation,
  closeEvaluation,
  consentToRelease,
  decideFuture,
  enterPaperAnswer,
  extendEvaluation,
  findRound,
  futureOf,
  giveAnswer,
  noteTalk,
  openSeats,
  type Round,
  releaseEvaluation,
  sheetFor,
} from '../../src/modules/evaluations/index.ts'
import { findProjectById } from '../../src/modules/projects/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { EvaluationStory, ProjectStory } from '../story.ts'
import { type Acting, partyIdOf, personOf, secondOf, type Telling } from './telling.ts'

/** A year's evaluation: each side alone, then together, then the decision. */
export function tellEvaluation(t: Telling, project: ProjectStory, told: EvaluationStory): void {
  const { add } = t
  const find = async ({ db }: Acting) => {
    const found = (await findProjectById(db, t.ids.project!))!
    return { project: found, round: await findRound(db, found.id, told.fiscalYear) }
  }
  add(told.openedOn, project.by, 'begin the evaluation', async (act) => {
    const ground = { project: (await find(act)).project, charter: t.charter }
    const { made: round } = await beginEvaluation(act, ground, { year: told.fiscalYear })
    if (told.deadline > round.due_on)
      await extendEvaluation({ ...act, actor: await act.person('section') }, round, {
        due_on: told.deadline,
        reason: '関わった方の都合に合わせて、期日を延ばしました。',
      })
  })
  for (const answer of told.answers)
    add(answer.on, personOf(t.city, answer.by).account_id ? answer.by : 'section', 'answer', async (act) =>
      give(t, act, (await find(act)).round!, answer),
    )
  conclude(t, project, told, find)
}

type Find = (
  act: Acting,
) => Promise<{ project: NonNullable<Awaited<ReturnType<typeof findProjectById>>>; round: Round | undefined }>

async function give(t: Telling, act: Acting, round: Round, told: EvaluationStory['answers'][number]): Promise<void> {
  const party_id = partyIdOf(t.city, told.party)
  const seat = round.seats.find(({ party_ids }) => party_ids.includes(party_id))
  if (!seat) throw new Error(`${told.party} has no seat in this evaluation`)
  const answers = answersOf(t, seat.side, told)
  if (told.paper) {
    const name = `${t.city.parties[told.party]!.name}の回答`
    const scan = [t.papers.sheet(name, ['評価の用紙（写し・見本）', t.story.title, '', name])]
    const actor = await act.person('clerk')
    await enterPaperAnswer({ ...act, actor }, round, { seat: seat.id, channel: 'paper', scan, answers })
    return
  }
  const actor = await whoever(t, act, (one) => openSeats(one, round).some(({ id }) => id === seat.id))
  await giveAnswer({ ...act, actor }, round, { seat: seat.id, answers })
}

/** The person of the story, or, where that person does not stand for the city's side, the section's. */
async function whoever({ city }: Telling, act: Acting, may: (actor: Actor) => boolean): Promise<Actor> {
  if (may(act.actor)) return act.actor
  for (const key of ['section', 'clerk']) if (city.people[key] && may(await act.person(key))) return act.person(key)
  throw new Error('Nobody may answer for this side')
}

function answersOf({ charter, story }: Telling, side: string, { marks, words }: EvaluationStory['answers'][number]) {
  const left = new Set([...Object.keys(marks), ...Object.keys(words)])
  const answers = sheetFor(charter, side).phases.flatMap((phase) =>
    phase.questions.map(({ key }) => {
      left.delete(key)
      return { phase: phase.key, question: key, mark: marks[key] ?? null, value: null, words: words[key] ?? '' }
    }),
  )
  if (left.size) throw new Error(`${story.key}: the evaluation asks for no ${[...left].join(', ')}`)
  return answers
}

function conclude(t: Telling, project: ProjectStory, told: EvaluationStory, find: Find): void {
  const { add, charter } = t
  const { closedOn, jointTalk, decision, releasedOn } = told
  add(closedOn, 'section', 'close the evaluation', async (act) =>
    closeEvaluation(act, (await find(act)).round!, { reason: '期日を過ぎたため、届いた回答で開きました。' }),
  )
  if (jointTalk)
    add(jointTalk.on, project.by, 'note the joint talk', async (act) => {
      const found = await find(act)
      const notes = Object.fromEntries(
        sheetFor(charter).phases.map(({ key, questions }) => [
          key,
          Object.fromEntries(questions.flatMap((one) => notesOn(jointTalk, one.key))),
        ]),
      )
      const { on: talked_on, present: people, text: agreed } = jointTalk
      await noteTalk(act, found.round!, { talked_on, people, agreed, notes })
    })
  if (decision)
    add(decision.on, project.by, 'decide what follows', async (act) => {
      const { project, round } = await find(act)
      const year = round ?? { project, charter, year: told.fiscalYear }
      const { kind, reasons, on: decided_on } = decision
      const decided = { decision: kind, reasons, decided_on, committee_on: null }
      await decideFuture.byTwo(act, await secondOf(act), futureOf(year), decided)
    })
  add(releasedOn, 'section', 'release the evaluation', async (act) => {
    for (const { by } of told.answers) {
      const { round } = await find(act)
      if (!personOf(t.city, by).account_id) continue
      const actor = await act.person(by)
      if (consentToRelease.may(actor, round!, act.now)) await consentToRelease({ ...act, actor }, round!)
    }
    const found = await find(act)
    const silent = found.round!.seats.some(({ consented_at, answered_at }) => answered_at && !consented_at)
    const note = silent ? '公表への同意は、用紙と電話で確かめました。' : ''
    await releaseEvaluation.byTwo(act, await secondOf(act), found.round!, { note })
  })
}

function notesOn({ notes }: NonNullable<EvaluationStory['jointTalk']>, question: string): [string, string][] {
  const words = notes?.[question]
  return words ? [[question, words]] : []
}
