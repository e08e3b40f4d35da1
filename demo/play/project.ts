import {
  addMilestone,
  enterPaperShare,
  enterProject,
  entryGround,
  findProjectById,
  finishProject,
  type Inside,
  ProjectForm,
  ReportForm,
  releaseProject,
  reportOnProject,
  reviseMilestone,
  setTargets,
  startProject,
} from '../../src/modules/projects/index.ts'
import { addDays, fiscalYearOf } from '../../src/platform/time/index.ts'
import { opening } from '../stories.ts'
import type { ProjectStory } from '../story.ts'
import { tellEvaluation } from './evaluation.ts'
import { wordsFor } from './pictures.ts'
import { type Acting, partyIdOf, type Telling, typistOf } from './telling.ts'

/** The project's way: entered, begun, reported, ended, looked back on. */
export function tellProject(t: Telling, told: ProjectStory): void {
  const { add } = t
  const find = async ({ db }: Acting) => (await findProjectById(db, t.ids.project!))!
  add(told.enteredOn, told.by, 'enter the project', async (act) => {
    const { made: project } = await enterProject(act, await entryGround(act), await inputOf(t, told, act))
    t.ids.project = project.id
    await enterPapers(t, told, act, project)
    if (told.targets && !(await areSigned(t, act))) await setTargets(act, project, targetsOn(told, ''))
    for (const { title, due_on } of told.milestones ?? [])
      await addMilestone(act, await find(act), { acting_for: '', title, due_on, done_on: null })
  })
  add(told.startedOn, told.by, 'begin the work', async (act) =>
    startProject(act, await find(act), { acting_for: '', started_on: told.startedOn! }),
  )
  add(told.releasedOn, 'section', 'release the project', async (act) => releaseProject(act, await find(act)))
  for (const one of told.milestones ?? [])
    add(one.doneOn, told.by, 'reach a milestone', async (act) => {
      const project = await find(act)
      const milestone = project.milestones.find(({ title }) => title === one.title)!
      const { title, due_on } = one
      const input = { acting_for: '', title, due_on, done_on: one.doneOn! }
      await reviseMilestone(act, { ...project, milestone }, input)
    })
  for (const report of told.reports ?? [])
    add(writtenOn(report, told), typistOf(t.city, report.by), 'report', async (act) =>
      reportOnProject(act, await find(act), reportOf(t, report)),
    )
  const results = new Set(told.targets?.flatMap(({ resultOn }) => resultOn ?? []))
  for (const on of results)
    add(on, told.by, 'write down results', async (act) => setTargets(act, await find(act), targetsOn(told, on)))
  finish(t, told, find)
  for (const evaluation of told.evaluations ?? []) tellEvaluation(t, told, evaluation)
}

function finish({ add }: Telling, told: ProjectStory, find: (act: Acting) => ReturnType<typeof findProjectById>) {
  if (!told.startedOn) return
  const last = told.evaluations?.find(({ fiscalYear }) => fiscalYear === fiscalYearOf(told.ends_on))
  const on = last && last.openedOn < told.ends_on ? last.openedOn : told.ends_on
  add(on, told.by, 'end the work', async (act) => {
    const actual_yen = told.actual_yen ?? null
    await finishProject(act, (await find(act))!, { acting_for: '', finished_on: on, actual_yen })
  })
}

/** What a group that enters a project may not say of another comes on that one's paper. */
async function enterPapers(t: Telling, told: ProjectStory, act: Acting, project: Inside): Promise<void> {
  if (isStaff(act)) return
  const desk = { ...act, actor: await act.person('clerk') }
  for (const { party, role, does = '', brings = '' } of told.parties ?? []) {
    const party_id = partyIdOf(t.city, party)
    if (writesFor(act, party_id)) continue
    const said = { role, does, brings, money_yen: null }
    const input = { party: party_id, received_on: told.enteredOn, scan: [planOf(t, told)], ...said }
    await enterPaperShare(desk, (await findProjectById(act.db, project.id))!, input)
  }
}

const isStaff = ({ actor }: Acting) => actor.posts.length > 0

const writesFor = ({ actor }: Acting, party: string) => actor.parties.some(({ party_id }) => party_id === party)

const planOf = ({ papers, story }: Telling, told: ProjectStory) =>
  papers.sheet('事業計画書', [`事業計画書　${story.title}`, told.purpose, `期間　${told.starts_on}から${told.ends_on}`])

async function inputOf(t: Telling, told: ProjectStory, act: Acting) {
  const { city, story, ids } = t
  const own = told.by === 'officer' ? 'department-office' : undefined
  const { department = story.proposal?.department ?? own } = told
  const signed = Boolean(ids.agreement && (await inForce(act.db, ids.agreement)))
  const adopted = story.proposal?.decision?.kind.endsWith('adopted') && story.proposal.decision.kind !== 'not_adopted'
  return ProjectForm.parse({
    title: story.title,
    summary: story.summary,
    purpose: told.purpose,
    beneficiaries: told.beneficiaries,
    place: told.place,
    zone: told.zone,
    start_type: told.startType,
    forms: told.forms,
    fields: told.fields,
    wards: told.wards,
    fiscal_years: yearsOf(told),
    ...(!(signed && !told.previous) && { starts_on: told.starts_on, ends_on: told.ends_on }),
    ...(!(signed && isWhole(t, told) && story.agreement?.money) && { budget_yen: text(told.budget_yen) }),
    particulars: told.particulars,
    department_id: department ? partyIdOf(city, department) : '',
    proposal_id: (adopted && ids.proposal) || '',
    agreement_id: (signed && ids.agreement) || '',
    previous_id: (told.previous && t.others.get(told.previous)?.project) || '',
    parties: partiesOf(t, told, act, { department, signed }),
    scan: isStaff(act) ? [planOf(t, told)] : [],
  })
}

/** Whether the targets are those that all have signed, so that the entry has them already. */
const areSigned = async ({ story, ids }: Telling, { db }: Acting) =>
  Boolean(ids.agreement && story.agreement?.targets?.length && (await inForce(db, ids.agreement)))

/** Whether the project covers all years of its agreement, whose sums are then its own. */
const isWhole = ({ story }: Telling, { starts_on, ends_on }: ProjectStory) =>
  story.agreement?.starts_on === starts_on && fiscalYearOf(story.agreement.ends_on) === fiscalYearOf(ends_on)

const text = (yen: number | undefined) => (yen === undefined ? '' : String(yen))

function yearsOf({ starts_on, ends_on }: ProjectStory): string {
  const [first, last] = [fiscalYearOf(starts_on), fiscalYearOf(ends_on)]
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at)).join('、')
}

async function inForce(db: Acting['db'], id: string): Promise<boolean> {
  const { findAgreementById } = await import('../../src/modules/agreements/index.ts')
  return (await findAgreementById(db, id))?.state === 'in_force'
}

/** The parties as the story says; else as they agreed, and with the city the department that has the matter in hand. */
function partiesOf(
  t: Telling,
  told: ProjectStory,
  act: Acting,
  { department, signed }: { department: string | undefined; signed: boolean },
) {
  const { city, story } = t
  if (told.parties)
    return told.parties.map(({ party, ...row }) => {
      const party_id = partyIdOf(city, party)
      return { ...(isStaff(act) || writesFor(act, party_id) ? row : {}), party_id }
    })
  const { parties = [], roles = [], money = [] } = story.agreement ?? {}
  const rows = parties.map((key) => {
    const theirs = roles.filter(({ party }) => party === key || party === 'all')
    const yen = money.filter(({ party }) => party === key).reduce((sum, one) => sum + one.yen, 0)
    return {
      party_id: partyIdOf(city, key),
      ...(!signed && { does: theirs.map(({ does }) => does).join('。') }),
      ...(!signed && { brings: theirs.flatMap(({ brings }) => brings || []).join('、') }),
      ...(!(signed && isWhole(t, told)) && { money_yen: yen ? String(yen) : '' }),
    }
  })
  const named =
    department && department !== 'section-office' && parties.includes('city') && !parties.includes(department)
  if (!named) return rows
  const office = { role: '担当課', does: '市の窓口として、連絡と調整にあたる', brings: '担当の職員', money_yen: '' }
  return [...rows, { party_id: partyIdOf(city, department), ...office }]
}

function targetsOn({ targets = [] }: ProjectStory, day: string) {
  return {
    acting_for: '',
    targets: targets.map(({ indicator, value, unit = '', direction = 'at_least', by, result = '', resultOn }) => ({
      indicator,
      value,
      unit,
      direction,
      by_on: by,
      result: resultOn && resultOn <= day ? result : '',
      result_note: '',
    })),
  }
}

type Report = NonNullable<ProjectStory['reports']>[number]

/** People write a day or three after, unless the story says when, or the looking back has begun. */
function writtenOn({ on, heldOn, title }: Report, { evaluations = [], ends_on }: ProjectStory): string {
  const later = addDays(on, 1 + (title.length % 3))
  const until = [opening, ...evaluations.map(({ openedOn }) => openedOn)].filter((day) => day > on).sort()[0] ?? on
  return heldOn || later >= until || (on <= ends_on && later > ends_on) ? on : later
}

function reportOf({ city, papers }: Telling, report: Report) {
  const { on, heldOn, title, text: words, active, passive, met, photos = [] } = report
  return ReportForm.parse({
    kind: met ? 'meeting' : 'activity',
    title,
    held_on: heldOn ?? on,
    text: words,
    active_count: text(active),
    passive_count: text(passive),
    attended: met?.map((key) => partyIdOf(city, key)),
    photos: photos.map((photo, at) => {
      const { scene, shows } = typeof photo === 'string' ? { scene: photo, shows: wordsFor(photo) } : photo
      return { file: [papers.picture(scene, `写真${at + 1}`)], words: shows }
    }),
  })
}
