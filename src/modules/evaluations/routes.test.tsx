import { expect, test } from 'vitest'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { formsOffered } from '../charters/index.ts'
import { enterProject, findProjectById, type ProjectInput, releaseProject } from '../projects/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { fieldOf, sheetFor } from './rules.ts'
import { urls } from './urls.ts'

const w = useWorld()

/** A published project of the first group and the department that is already under way. */
async function running(c: CityWorld, city: string): Promise<{ city: string; ref: string; year: string }> {
  const zone = c.charter.zones.find((one) => one.collaboration && one.forms.length > 0)?.key ?? null
  const input: ProjectInput = {
    acting_for: '',
    title: '買い物の道を、ともに歩く',
    summary: '付き添いの事業です。',
    purpose: '買い物に困らない暮らしを続ける。',
    beneficiaries: '高齢の方',
    place: '',
    zone,
    start_type: null,
    forms: [formsOffered(c.charter, zone)[0]!.key],
    fields: [],
    wards: [],
    fiscal_years: [2026],
    starts_on: '2026-05-01',
    ends_on: '2026-10-31',
    sunset_on: null,
    budget_yen: null,
    actual_yen: null,
    particulars: {},
    department_id: c.parties['department-office']!.id,
    proposal_id: null,
    agreement_id: null,
    previous_id: null,
    parties: [c.parties.first!, c.parties['department-office']!].map(({ id }) => ({
      party_id: id,
      role: '',
      does: '役割',
      brings: '',
      money_yen: null,
    })),
  }
  const id = await c.run(async (db) => {
    const act = await c.act(db, 'section')
    const project = await enterProject(act, input)
    await releaseProject(act, project)
    await db
      .updateTable('projects')
      .set({ state: 'active', started_on: '2026-05-01' })
      .where('id', '=', project.id)
      .execute()
    return project.id
  })
  const project = await c.run((db) => findProjectById(db, id))
  return { city, ref: `r8-project-${String(project!.number).padStart(4, '0')}`, year: 'r8' }
}

/** A whole answer with this grade everywhere, and the same words wherever words are asked for. */
function answers(c: CityWorld, side: string, grade: number, words: string) {
  const { phases, scale } = sheetFor(c.charter, side)
  const ordered = [...scale.grades].sort((a, b) => a.value - b.value)
  const mark = ordered.at(grade)!.mark
  return Object.fromEntries(
    phases.flatMap((phase) =>
      phase.questions.flatMap((question) => {
        const field = fieldOf(phase.key, question.key)
        return [...(question.kind === 'scale' ? [[`${field}.mark`, mark]] : []), [`${field}.words`, words]]
      }),
    ),
  )
}

const sides = (c: CityWorld) => {
  const group = c.charter.evaluation.sides.find(({ each, outside }) => each && !outside)!.key
  const city = c.charter.evaluation.sides.find(({ each, outside }) => !each && !outside)!.key
  return { group, city }
}

const SECRET = '秘密のことば'

test('a side answers alone, nobody reads it before all are in, and then everyone reads all at once', () =>
  w.inCity('iruma', async (c) => {
    const at = await running(c, 'iruma')
    expect((await c.as('stranger').get(urls.show(at))).status).toBe(404)
    expect((await c.as('section').fill(urls.new(at))).status).toBe(303)
    const { group, city } = sides(c)
    const sent = await c.as('secretary').fill(urls.answer(at), answers(c, group, 0, SECRET), 'send')
    expect(sent.errors).toEqual({})
    expect(sent.status, sent.says).toBe(303)
    for (const person of ['officer', 'section', 'administrator', 'signatory', 'neighbour', 'nobody'])
      for (const page of [
        urls.show(at),
        urls.list(at),
        urls.answer(at),
        urls.paperAnswer(at),
        projects.show(at),
        urls.decision(at),
      ])
        expect((await c.as(person).get(page)).text, `${person} ${page}`).not.toContain(SECRET)
    const own = await c.as('secretary').get(urls.answer(at))
    expect(own.text).toContain(SECRET)
    const last = await c.as('officer').fill(urls.answer(at), answers(c, city, -1, '市のことば'), 'send')
    expect(last.status, last.says).toBe(303)
    const open = await c.as('secretary').get(urls.show(at))
    expect(open.says).toContain('市のことば')
    expect(open.says).toContain(SECRET)
    expect(open.says).toContain('差 4')
    expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
    expect((await c.as('nobody').get(projects.show(at))).says).toContain('出そろい')
  }))
