import { applyCharter, type Charter, formsOffered } from '../src/modules/charters/index.ts'
import {
  beginEvaluation,
  type Decided,
  decideFuture,
  findRound,
  futureOf,
  giveAnswer,
  noteTalk,
  type Round,
  releaseEvaluation,
  sheetFor,
} from '../src/modules/evaluations/index.ts'
import {
  enterProject,
  entryGround,
  findProjectById,
  finishProject,
  type Inside,
  type ProjectInput,
  projectRef,
  releaseProject,
  stopProject,
} from '../src/modules/projects/index.ts'
import type { Act } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/db/index.ts'
import type { CityWorld } from './world.ts'

/** The first zone of the charter that allows a project; null without zones. */
export const zoneOf = (charter: Charter): string | null =>
  charter.zones.find((one) => one.collaboration && one.forms.length > 0)?.key ?? null

/** A complete entry between the first group, whose paper is there, and the department. */
export function anEntry(c: CityWorld, more: Partial<ProjectInput> = {}): ProjectInput {
  const zone = zoneOf(c.charter)
  return {
    acting_for: '',
    title: '買い物の道を、ともに歩く',
    summary: '一人で買い物に行けない方に、団体の会員が付き添います。',
    purpose: '住み慣れた町で、買い物に困らない暮らしを続けられるようにする。',
    beneficiaries: '一人で買い物に行けない高齢の方',
    place: '市内の商店街',
    zone,
    start_type: null,
    forms: [formsOffered(c.charter, zone)[0]!.key],
    fields: [],
    wards: [],
    fiscal_years: [2026],
    starts_on: '2026-05-01',
    ends_on: '2026-10-31',
    sunset_on: null,
    budget_yen: 300_000,
    actual_yen: null,
    particulars: {},
    department_id: c.parties['department-office']!.id,
    proposal_id: null,
    agreement_id: null,
    previous_id: null,
    parties: [aParty(c, 'first'), aParty(c, 'department-office')],
    ...(more.agreement_id && asAgreed(c)),
    scan: [{ sha256: 'b'.repeat(64), name: '計画書.pdf', type: 'application/pdf', bytes: 1200 }],
    ...more,
  }
}

/** What the form leaves out where a signed agreement says it. */
const asAgreed = (c: CityWorld): Partial<ProjectInput> => ({
  fiscal_years: undefined,
  starts_on: undefined,
  ends_on: undefined,
  budget_yen: undefined,
  parties: ['first', 'department-office'].map((key) => ({ party_id: c.parties[key]!.id })),
})

/** One of the cast's parties with a role. */
export function aParty(c: CityWorld, key: string): ProjectInput['parties'][number] {
  return { party_id: c.parties[key]!.id, role: '', does: '付き添う人を集める。', brings: '人手', money_yen: null }
}

/** Makes a project from an entry, on that day's ground. */
export async function enterOne(act: Act, input: ProjectInput): Promise<Inside> {
  const { made } = await enterProject(act, await entryGround(act), input)
  return made
}

type Place = 'planned' | 'active' | 'awaiting_evaluation'

/** Makes a project in this state as the section; its start skips the questions of its form. */
export async function aProject(
  c: CityWorld,
  db: Db,
  state: Place = 'planned',
  more: Partial<ProjectInput> = {},
): Promise<Inside> {
  const act = await c.act(db, 'section')
  const { id } = await enterOne(act, anEntry(c, more))
  const find = async () => (await findProjectById(db, id))!
  if (state === 'planned') return find()
  await db.updateTable('projects').set({ state: 'active', started_on: '2026-05-01' }).where('id', '=', id).execute()
  if (state === 'awaiting_evaluation')
    await finishProject(act, await find(), { acting_for: '', finished_on: '2026-10-31', actual_yen: null })
  return find()
}

/** The same, on the public page. */
export async function aPublicProject(
  c: CityWorld,
  db: Db,
  state: Place = 'active',
  more: Partial<ProjectInput> = {},
): Promise<Inside> {
  return (await releaseProject(await c.act(db, 'section'), await aProject(c, db, state, more))).made
}

export const addressOf = (city: string, project: Inside) => ({ city, ref: projectRef(project), year: 'r8' })

/** A side's whole answer: this place on the scale (0 is the lowest) and these words everywhere. */
export function anAnswer(charter: Charter, side: string, place: number, words: string) {
  const { phases, scale } = sheetFor(charter, side)
  const grade = [...scale.grades].sort((a, b) => a.value - b.value).at(place)!
  return phases.flatMap((phase) =>
    phase.questions.map(({ key, kind }) => ({
      phase: phase.key,
      question: key,
      mark: kind === 'scale' ? grade.mark : null,
      value: null,
      words,
    })),
  )
}

/** The same as a form sends it. */
export function typedAnswer(charter: Charter, side: string, place: number, words: string): Record<string, string> {
  return Object.fromEntries(
    anAnswer(charter, side, place, words).flatMap((one) => {
      const field = `answers.p-${one.phase}.q-${one.question}`
      return [...(one.mark ? [[`${field}.mark`, one.mark] as const] : []), [`${field}.words`, one.words] as const]
    }),
  )
}

/** An open evaluation of a project of the first group and the department. */
export async function aRound(
  c: CityWorld,
  db: Db,
  more: Partial<ProjectInput> = {},
): Promise<{ project: Inside; round: Round }> {
  const project = await aPublicProject(c, db, 'awaiting_evaluation', more)
  const ground = { project, charter: c.charter }
  const { made: round } = await beginEvaluation(await c.act(db, 'section'), ground, { year: 2026 })
  return { project: (await findProjectById(db, project.id))!, round }
}

/** The people of the cast who answer: for the group's seat, the first, and the city's. */
export const answerers = ['secretary', 'officer'] as const

/** Both sides answer: the group with the lowest grade, the city with the highest. */
export async function opened(
  c: CityWorld,
  db: Db,
  more: Partial<ProjectInput> = {},
): Promise<{ project: Inside; round: Round }> {
  let { project, round } = await aRound(c, db, more)
  for (const [at, person] of answerers.entries()) {
    const seat = round.seats[at]!
    const answers = anAnswer(c.charter, seat.side, at === 0 ? 0 : -1, `${seat.name}のことば`)
    round = (await giveAnswer(await c.act(db, person), round, { seat: seat.id, answers })).made
  }
  project = (await findProjectById(db, project.id))!
  return { project, round }
}

/** The default decision on a project. */
export const aDecision = (more: Partial<Decided> = {}): Decided => ({
  decision: 'continue',
  reasons: '利用が増え、続けてほしいという声が多いため。',
  decided_on: '2026-11-20',
  committee_on: null,
  ...more,
})

/** Decides a project's future, by two officers where the city asks for it. */
export async function decide(
  c: CityWorld,
  db: Db,
  one: Parameters<typeof futureOf>[0],
  more: Partial<Decided> = {},
): Promise<Inside> {
  const { actor } = await c.act(db, 'clerk')
  const { made } = await decideFuture.byTwo(await c.act(db, 'section'), actor, futureOf(one), aDecision(more))
  return made.project
}

/** A project that was evaluated, talked over and continued. */
export async function decidedProject(c: CityWorld, more: Partial<Decided> = {}) {
  return c.run(async (db) => {
    const { project, round } = await opened(c, db)
    const talk = { talked_on: '2026-11-20', people: '双方', agreed: '続けます。', notes: {} }
    await noteTalk(await c.act(db, 'section'), round, talk)
    const talkedOver = (await findRound(db, project.id, round.year)) ?? round
    return { project: await decide(c, db, talkedOver, more), at: addressOf(c.slug, project) }
  })
}

/** Releases the evaluation, by two officers where the city asks for it. */
export async function release(c: CityWorld, db: Db, round: Round, note = '同意は電話で確かめました。'): Promise<void> {
  const { actor } = await c.act(db, 'clerk')
  await releaseEvaluation.byTwo(await c.act(db, 'section'), actor, round, { note })
}

/** A revision of the city's charter, in force from a day on; older things keep the old one. */
export async function revisedCharter(
  c: CityWorld,
  inForceOn: string,
  change: (charter: Charter) => void,
): Promise<Charter> {
  const charter = structuredClone(c.charter)
  change(charter)
  charter.version = { ...charter.version, number: `改訂 ${inForceOn}`, inForceOn }
  await c.run(async (db) => applyCharter(await c.act(db, 'section'), charter))
  c.app.directory.forget()
  return charter
}

/** A project that was given up before it began: nothing of it can be changed any more. */
export async function aStoppedProject(c: CityWorld, db: Db): Promise<Inside> {
  const given = { acting_for: '', decided_on: '2026-11-20', reasons: '担い手がいなくなったため。' }
  return (await stopProject(await c.act(db, 'section'), await aProject(c, db), given)).made
}
