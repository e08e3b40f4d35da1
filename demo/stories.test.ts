import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  actorKind,
  type Charter,
  evaluatingSides,
  evaluationSheet,
  formRequirements,
  formRuling,
  isCityKind,
  proposerRuling,
  readCharter,
  reasonRequired,
  scopeRuling,
  termRuling,
  zoneRuling,
} from '../src/modules/charters/index.ts'
import { problemsOf, sheetOf } from '../src/modules/programmes/index.ts'
import { answerKey, readAnswers } from '../src/modules/questionnaires/index.ts'
import { settings } from './cast.ts'
import { type CitySetting, kindFor } from './setting.ts'
import { opening, stories, storyTable, wantedStates } from './stories.ts'
import type { AgreementStory, EvaluationStory, ProjectStory, ProposalStory, Story } from './story.ts'

interface City {
  setting: CitySetting
  charter: Charter
  kinds: Record<string, string>
  year: Story[]
}

const cities: City[] = settings.map((setting) => {
  const read = readCharter(join('charters', setting.slug), 'charters/common')
  if ('problems' in read) throw new Error(`charters/${setting.slug} does not read`)
  const { charter } = read
  const city = kindFor(charter, ['city'])
  const ward = kindFor(charter, ['ward', 'city'])
  const kinds = Object.fromEntries([
    ['city', city],
    ...setting.departments.map((one) => [one.key, one.unit === 'ward' ? ward : city]),
    ...setting.groups.map((one) => [one.key, kindFor(charter, one.standard)]),
    ...(setting.persons ?? []).map((one) => [one.key, kindFor(charter, ['citizen'])]),
  ])
  return { setting, charter, kinds, year: stories[setting.slug]! }
})

type Say = (problem: string) => void
const kindsOf = ({ kinds }: City, parties: string[]) => parties.map((party) => ({ kind: kinds[party] ?? party, party }))
const personOf = ({ setting }: City, key: string) => setting.people.find((one) => one.key === key)
const rolesIn = (city: City, key: string, party: string): string[] => {
  const alone = city.setting.persons?.some((one) => one.person === key && one.key === party)
  if (alone) return ['representative', 'signatory']
  return personOf(city, key)?.parties?.find((one) => one.party === party)?.roles ?? []
}

function people(city: City, keys: (string | undefined)[], say: Say) {
  for (const key of keys) if (key !== undefined && !personOf(city, key)) say(`no person ${key}`)
}

function parties(city: City, keys: (string | undefined)[], say: Say) {
  for (const key of keys) if (key !== undefined && !city.kinds[key]) say(`no party ${key}`)
}

function inOrder(what: string, days: (string | undefined)[], say: Say) {
  const known = days.filter((day) => day !== undefined)
  if (known.some((day, at) => at > 0 && day < known[at - 1]!)) say(`${what} not in order: ${known.join(' ')}`)
  if (known.some((day) => day < '2025-04-01' || day > opening)) say(`${what} outside the year: ${known.join(' ')}`)
}

function checkProposal(city: City, story: ProposalStory, say: Say) {
  const { programme, track, decision, returned, messages = [] } = story
  parties(city, [story.party, story.department], say)
  people(city, [story.by, ...messages.map(({ by }) => by)], say)
  const welcome = proposerRuling.why(city.charter, programme, city.kinds[story.party]!, track)
  if (!welcome.allowed) return say(welcome.because)
  if (!rolesIn(city, story.by, story.party).some((role) => role === 'secretary' || role === 'representative'))
    say(`${story.by} does not write for ${story.party}`)
  if (!story.enteredFrom && !personOf(city, story.by)?.account) say(`${story.by} has no account to write with`)
  if (story.enteredFrom && personOf(city, story.by)?.account) say(`${story.by} has an account and writes on the web`)
  checkAnswers(city, story, say)
  for (const { by } of messages) {
    const post = personOf(city, by)?.post
    if (!rolesIn(city, by, story.party).length && post?.role !== 'section' && post?.department !== story.department)
      say(`${by} has no part in the thread`)
  }
  inOrder(
    'proposal',
    [story.begunOn, story.submittedOn, returned?.on, returned?.againOn, story.acceptedOn, story.talksOn].concat([
      story.reviewOn,
      decision?.on,
      decision?.releasedOn,
      decision?.corrected?.on,
      decision?.annulled?.on,
      decision?.annulled?.again.on,
      decision?.annulled?.again.releasedOn,
      story.prepared?.on,
      (story.declined ?? story.withdrawn)?.on,
    ]),
    say,
  )
  inOrder('thread', [story.submittedOn, ...messages.map(({ on }) => on)], say)
  if (decision?.kind === 'conditionally_adopted' && !decision.conditions) say('adopted with no condition')
}

function checkAnswers(
  { charter }: City,
  { programme, track, answers, submittedOn, returned, enteredFrom }: ProposalStory,
  say: Say,
) {
  const first = charter.programmes.find(({ key }) => key === programme)!.tracks[0]!.key
  const sheet = sheetOf(charter, programme, track ?? first)
  for (const round of [answers, ...(returned?.answers ? [{ ...answers, ...returned.answers }] : [])]) {
    const left = new Set(Object.keys(round))
    const typed: Record<string, unknown> = {}
    const files: Record<string, number> = {}
    for (const section of sheet.sections)
      for (const question of section.fields) {
        const key = answerKey(section, question)
        const used = key in round ? key : question.key
        if (!left.delete(used)) continue
        if (question.kind === 'files') files[key] = (round[used] as string[]).length
        else typed[key] = round[used]
      }
    left.delete('theme')
    for (const key of left) say(`the form asks for no ${key}`)
    // What came on paper may have empty boxes: the city takes it in as it is.
    if (!submittedOn || enteredFrom) continue
    const theme = typeof round.theme === 'string' ? round.theme : null
    const problems = problemsOf(sheet, { title: 'x', theme, contents: readAnswers(sheet, typed), files })
    for (const [name, sentence] of Object.entries(problems)) say(`${name}: ${sentence}`)
  }
}

function checkAgreement(city: City, story: AgreementStory, forms: string[], say: Say) {
  const { signatures = [], roles, money = [], amended } = story
  const signed = [...signatures, ...(amended?.signatures ?? [])]
  parties(city, [...story.parties, ...signed.map(({ party }) => party)], say)
  people(city, [story.writtenBy, ...signed.map(({ by }) => by)], say)
  if (!personOf(city, story.writtenBy)?.account) say(`${story.writtenBy} has no account to write with`)
  for (const { party } of [...roles, ...money])
    if (party !== 'all' && !story.parties.includes(party)) say(`${party} is no party of the agreement`)
  const scope = scopeRuling.why(city.charter, kindsOf(city, story.parties))
  if (!scope.allowed) say(scope.because)
  const term = termRuling.why(city.charter, story)
  if (!term.allowed) say(term.because)
  inOrder('agreement', [story.begunOn, story.offeredOn, ...signatures.map(({ on }) => on)], say)
  if (!story.offeredOn) return
  for (const target of [...story.targets, ...(amended?.targets ?? [])])
    if (!/^\d+(\.\d+)?$/.test(target.value)) say(`${target.indicator} has no number`)
  if (!roles.some(({ party }) => party === 'all'))
    for (const party of story.parties) if (!roles.some((one) => one.party === party)) say(`${party} has no role`)
  if (story.sunset_on && (story.sunset_on < story.starts_on || story.sunset_on > story.ends_on))
    say('sunset outside the term')
  for (const { party, by, paper } of signed) {
    if (!rolesIn(city, by, party).includes('signatory')) say(`${by} may not sign for ${party}`)
    if (!paper && !personOf(city, by)?.account) say(`${by} has no account to sign with`)
  }
  if (forms.some((form) => formRequirements(city.charter, form)?.needs.includes('money')) && !money.length)
    say('the form asks who pays what')
  inOrder('amendment', [story.begunOn, amended?.on, ...(amended?.signatures ?? []).map(({ on }) => on)], say)
}

/** What everyone pays is what it costs: in the proposal, in the agreement, and in the project that follows it. */
function checkMoney({ proposal, agreement, project }: Story, say: Say) {
  const sum = (rows: { yen: number | string }[]) => rows.reduce((all, { yen }) => all + Number(yen), 0)
  const budget = (proposal?.answers.budget ?? []) as { side: string; yen: string }[]
  const [income, expense] = ['income', 'expense'].map((side) => sum(budget.filter((row) => row.side === side)))
  if (income !== expense) say(`the proposal takes in ${income} and spends ${expense}`)
  if (!agreement) return
  const shares = sum(agreement.money ?? [])
  if (budget.length > 0 && shares !== income) say(`the parties share ${shares} of the proposal's ${income}`)
  if (project?.budget_yen !== undefined && shares !== project.budget_yen)
    say(`the parties share ${shares} of a budget of ${project.budget_yen}`)
  if (project?.budget_yen === undefined && shares > 0 && project)
    say('the agreement speaks of money, the project does not')
}

function checkProject(city: City, story: Story, project: ProjectStory, say: Say) {
  const { charter } = city
  const { reports = [], milestones = [], targets = [] } = project
  people(city, [project.by, ...reports.map(({ by }) => by)], say)
  for (const { by } of reports) if (!personOf(city, by)?.account) say(`${by} has no account to report with`)
  const named = project.parties?.map(({ party }) => party) ?? story.agreement?.parties ?? []
  parties(city, named, say)
  const scope = scopeRuling.why(charter, kindsOf(city, named))
  if (!scope.allowed) say(scope.because)
  checkPlace(charter, project, say)
  const needs = new Set(project.forms.flatMap((form) => formRequirements(charter, form)?.needs ?? []))
  if (project.startedOn) {
    for (const need of ['seats', 'name-use', 'supplies'] as const)
      if (needs.has(need) && !project.particulars?.[need]) say(`the form asks for ${need}`)
    const last = story.agreement?.signatures
      ?.map(({ on }) => on)
      .sort()
      .at(-1)
    if (needs.has('agreement') && (!last || last > project.startedOn)) say('begun before the agreement was signed')
    if (needs.has('money') && project.budget_yen === undefined) say('the form asks for a budget')
    if (needs.has('place') && !project.place && !project.wards?.length) say('the form asks for a place')
  }
  inOrder('project', [project.enteredOn, project.startedOn, ...reports.flatMap(({ on, met }) => (met ? [] : on))], say)
  inOrder('talks', [project.enteredOn, ...reports.flatMap(({ on, met }) => (met ? on : []))], say)
  for (const on of [...milestones.map(({ doneOn }) => doneOn), ...targets.map(({ resultOn }) => resultOn)])
    inOrder('project', [project.startedOn, on], say)
  for (const one of project.evaluations ?? []) checkEvaluation(city, named, one, say)
}

function checkPlace(charter: Charter, project: ProjectStory, say: Say) {
  if (charter.zones.length > 0) {
    const zone = zoneRuling.why(charter, project.zone ?? '')
    if (!zone.allowed) return say(zone.because)
  }
  for (const form of project.forms) {
    const ruling = formRuling.why(charter, form, project.zone)
    if (!ruling.allowed) say(ruling.because)
  }
  const has = (list: readonly { key: string }[], key: string) => list.some((one) => one.key === key)
  for (const key of project.fields) if (!has(charter.fields, key)) say(`no field ${key}`)
  for (const key of project.wards ?? []) if (!has(charter.territory.units, key)) say(`no ward ${key}`)
  if (project.startType && !has(charter.startTypes, project.startType)) say(`no start type ${project.startType}`)
}

function checkEvaluation(city: City, named: string[], story: EvaluationStory, say: Say) {
  const { charter } = city
  const sides = evaluatingSides(charter, kindsOf(city, named))
  const sheet = evaluationSheet(charter).phases.flatMap(({ questions }) => questions)
  for (const { party, by, on, marks, words, paper } of story.answers) {
    people(city, [by], say)
    if (!paper && !personOf(city, by)?.account) say(`${by} has no account to answer with`)
    const side = sides.find((one) => one.parties.some((each) => each.party === party))?.side.key
    if (!side) say(`${party} does not evaluate`)
    const asked = sheet.filter((one) => !one.sides?.length || one.sides.includes(side ?? ''))
    for (const key of [...Object.keys(marks), ...Object.keys(words)])
      if (!asked.some((one) => one.key === key)) say(`${party} is not asked ${key}`)
    for (const { key, kind, required } of asked) {
      const mark = marks[key]
      if (kind === 'words' || mark === undefined) {
        if (required && !(kind === 'words' ? words[key] : mark)) say(`${party} does not answer ${key}`)
        continue
      }
      if (!charter.evaluation.scale.grades.some((grade) => grade.mark === mark)) say(`no mark ${mark}`)
      if (reasonRequired(charter, mark) && !words[key]) say(`${party} gives no reason for ${mark} on ${key}`)
    }
    inOrder('evaluation', [story.openedOn, on], say)
  }
  for (const key of Object.keys(story.jointTalk?.notes ?? {}))
    if (!sheet.some((one) => one.key === key)) say(`the talk notes no question ${key}`)
  if (story.decision && charter.evaluation.jointTalk.required && !story.jointTalk) say('decided without the joint talk')
  inOrder(
    'evaluation',
    [story.openedOn, story.closedOn, story.jointTalk?.on, story.decision?.on, story.releasedOn],
    say,
  )
  const inTime = story.answers.filter(({ on }) => !story.closedOn || on <= story.closedOn).map(({ party }) => party)
  const missing = sides.filter(({ parties }) => !parties.some(({ party }) => inTime.includes(party)))
  if (missing.length > 0 && story.decision && !story.closedOn) say('decided before all had answered')
}

function problemsIn(city: City, story: Story): string[] {
  const problems: string[] = []
  const say: Say = (problem) => problems.push(`${story.key}: ${problem}`)
  if (story.proposal) checkProposal(city, story.proposal, say)
  if (story.agreement) checkAgreement(city, story.agreement, story.project?.forms ?? [], say)
  checkMoney(story, say)
  if (story.project) checkProject(city, story, story.project, say)
  return problems
}

describe.each(cities)('the year of $setting.slug', (city) => {
  test('holds to the charter, and to who and what is there', () => {
    expect(city.year.flatMap((story) => problemsIn(city, story))).toEqual([])
  })

  test('names nobody in what was agreed at a joint talk: it becomes public', () => {
    const families = city.setting.people.map(({ name }) => name.split(/[ 　]/)[0]!)
    const talks = city.year.flatMap(
      ({ project }) => project?.evaluations?.flatMap(({ jointTalk }) => jointTalk ?? []) ?? [],
    )
    expect(talks.length, 'need talks').toBeGreaterThan(1)
    for (const { text, notes = {} } of talks) {
      const said = [text, ...Object.values(notes)].join('\n')
      expect(families.filter((family) => said.includes(family))).toEqual([])
      expect(said).not.toMatch(/[一-龠々]{2}(さん|様|氏)(?!と|ん)/)
    }
  })

  test('has a project that waits to be evaluated, and reports with photos that say what they show', () => {
    expect(storyTable()['project awaiting_evaluation'][city.setting.slug]).not.toEqual([])
    const photos = city.year.flatMap(({ project }) => project?.reports?.flatMap((one) => one.photos ?? []) ?? [])
    expect(photos.length).toBeGreaterThanOrEqual(2)
  })

  test('has at least six projects, each story with a key of its own', () => {
    expect(city.year.filter(({ project }) => project).length).toBeGreaterThanOrEqual(6)
    expect(new Set(city.year.map(({ key }) => key)).size).toBe(city.year.length)
  })
})

/** The largest difference between two sides on one question. */
function widest({ charter }: City, { answers, closedOn = opening }: EvaluationStory): number {
  const value = (mark: string) => charter.evaluation.scale.grades.find((grade) => grade.mark === mark)!.value
  const inTime = answers.filter(({ on }) => on <= closedOn)
  const keys = new Set(inTime.flatMap(({ marks }) => Object.keys(marks)))
  const spans = [...keys].map((key) => {
    const values = inTime.flatMap(({ marks }) => (marks[key] ? [value(marks[key])] : []))
    return Math.max(...values) - Math.min(...values)
  })
  return Math.max(0, ...spans)
}

describe('the five years together', () => {
  test('come upon every state at least once', () => {
    const table = storyTable()
    const lines = wantedStates.map((state) => {
      const counts = Object.entries(table[state]).map(([slug, keys]) => `${slug} ${keys.length || '·'}`)
      return `${state.padEnd(38)} ${counts.join('  ')}`
    })
    console.info(lines.join('\n'))
    expect(wantedStates.filter((state) => !Object.values(table[state]).some(({ length }) => length > 0))).toEqual([])
  })

  test('have sides that differ by two points or more and talk it over, three times and more', () => {
    const apart = cities.flatMap((city) =>
      city.year
        .flatMap(({ project }) => project?.evaluations ?? [])
        .filter((one) => one.jointTalk && widest(city, one) >= 2),
    )
    expect(apart.length).toBeGreaterThanOrEqual(3)
  })

  test('hold a pact of twelve streets without the city, and a council of forty-three', () => {
    const agreements = cities.flatMap((city) =>
      city.year.flatMap(({ agreement }) => (agreement ? [kindsOf(city, agreement.parties)] : [])),
    )
    const { charter } = cities.find(({ setting }) => setting.slug === 'kawasaki')!
    const without = agreements.filter(
      (all) => all.length === 12 && all.every(({ kind }) => actorKind(charter, kind) && !isCityKind(charter, kind)),
    )
    expect(without).toHaveLength(1)
    expect(agreements.filter((all) => all.length === 43)).toHaveLength(1)
  })
})
