import { expect, test } from 'vitest'
import { urls as agreements } from '../../src/modules/agreements/urls.ts'
import { formsOffered } from '../../src/modules/charters/index.ts'
import { urls as parties } from '../../src/modules/parties/urls.ts'
import { urls as projects } from '../../src/modules/projects/urls.ts'
import { anAgreement, groups } from '../agreements.ts'
import { zoneOf } from '../projects.ts'
import { aProposal, openFor } from '../proposals.ts'
import { type CityWorld, useWorld } from '../world.ts'
import { aFullCity, PRIVATE } from './scene.ts'

// Attack class 28: linking one's own record to another group's, to read it or to use its standing. In this city groups may
// enter projects themselves, so the link alone separates them from other groups' records.

const w = useWorld()
const city = 'kawaguchi'

/** A complete entry of a project between the second group and a third, as the second group's person sends it. */
async function anEntryOf(c: CityWorld, more: Record<string, string> = {}) {
  const [other] = await c.run((db) => groups(db, c, 1))
  return {
    title: 'よその書類から',
    summary: '要約',
    purpose: '目的',
    fiscal_years: '令和8年度',
    zone: zoneOf(c.charter) ?? '',
    forms: formsOffered(c.charter, zoneOf(c.charter))[0]!.key,
    'parties.0.party_id': c.parties.second!.id,
    'parties.0.does': 'する',
    'parties.1.party_id': other!.party.id,
    ...more,
  }
}

const projectsOf = (c: CityWorld) =>
  c.run((db) => db.selectFrom('projects').select(['title', 'proposal_id', 'agreement_id']).execute())

test('a group enters a project of its own, so that what follows is refused for the link alone', () =>
  w.inCity(city, async (c) => {
    const sent = await c.as('neighbour').fill(projects.new({ city }), await anEntryOf(c), 'send')
    expect([sent.status, sent.errors]).toEqual([303, {}])
  }))

test('nobody makes a project out of another group’s proposal or agreement, nor reads one by asking for it', () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const agreement = await c.run((db) => anAgreement(c, db, 'in_force', { draft: { purpose: PRIVATE } }))
    for (const [name, id] of [
      ['proposal', proposal.id],
      ['agreement', agreement.id],
    ] as const) {
      const page = await c.as('neighbour').get(projects.new({ city }, { [name]: id }))
      expect([page.says.includes(PRIVATE), page.says.includes(proposal.title)]).toEqual([false, false])
      const sent = await c
        .as('neighbour')
        .fill(projects.new({ city }), await anEntryOf(c, { [`${name}_id`]: id }), 'send')
      expect([name, sent.status]).toEqual([name, 422])
    }
    expect(await projectsOf(c)).toEqual([])
  }))

test('nobody begins an agreement from another group’s proposal', () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const page = await c.as('neighbour').get(agreements.new({ city }, { proposal: proposal.id }))
    expect(page.says).not.toContain(proposal.title)
    const sent = await c.as('neighbour').fill(agreements.new({ city }), {
      title: 'よその提案から',
      kind: c.charter.agreement.kinds[0]!.key,
      proposal: proposal.id,
      acting_for: c.parties.second!.id,
    })
    expect(sent.status).toBe(422)
    const made = await c.run((db) => db.selectFrom('agreements').select('proposal_id').execute())
    expect(made.filter(({ proposal_id }) => proposal_id)).toEqual([])
  }))

test('a party that is not public cannot be chosen, nor named by its id, by a group that is not it', () =>
  w.inCity(city, async (c) => {
    await aFullCity(c)
    const hidden = await c.run((db) =>
      db.selectFrom('parties').select('id').where('name', '=', `${PRIVATE}の会`).executeTakeFirstOrThrow(),
    )
    expect((await c.as('neighbour').get(projects.new({ city }))).text.includes(PRIVATE)).toBe(false)
    const entry = await anEntryOf(c, { 'parties.1.party_id': hidden.id })
    const sent = await c.as('neighbour').fill(projects.new({ city }), entry, 'send')
    expect([sent.status, sent.text.includes(PRIVATE)]).toEqual([422, false])
  }))

test('a group cannot make itself a party of another kind, least of all the city', () =>
  w.inCity(city, async (c) => {
    const second = c.parties.second!
    const kinds = c.charter.actors.filter((one) => !one.gathers && one.key !== second.kind)
    const at = parties.edit({ city, number: String(second.number) })
    for (const { key } of [...kinds, { key: 'made-up' }]) {
      const sent = await c.as('neighbour').fill(at, { kind: key })
      expect([key, sent.status]).toEqual([key, 403])
    }
    expect((await c.as('neighbour').fill(at, { activity: '見守り' })).status).toBe(303)
    const after = await c.run((db) => db.selectFrom('parties').select('kind').where('id', '=', second.id).execute())
    expect(after).toEqual([{ kind: second.kind }])
  }))

test('a kind that the charter does not know is refused to the section too', () =>
  w.inCity(city, async (c) => {
    const at = parties.edit({ city, number: String(c.parties.second!.number) })
    expect((await c.as('section').fill(at, { kind: 'made-up' })).status).toBe(422)
    const cityKind = c.parties.city!.kind
    expect((await c.as('section').fill(at, { kind: cityKind })).status).toBe(422)
  }))

/** A project of the second group and another, entered by the second group's person. */
async function ownProject(c: CityWorld) {
  const sent = await c.as('neighbour').fill(projects.new({ city }), await anEntryOf(c), 'send')
  expect(sent.status).toBe(303)
  return sent.location!.split('/').at(-1)!
}

const partiesIn = (c: CityWorld, title: string) =>
  c.run((db) =>
    db
      .selectFrom('project_parties as t')
      .innerJoin('projects as p', (join) => join.onRef('p.id', '=', 't.project_id'))
      .select('t.party_id')
      .where('p.title', '=', title)
      .orderBy('t.position')
      .execute()
      .then((rows) => rows.map(({ party_id }) => party_id)),
  )

test('a group does not bring the city, or a public page’s new partner, into its project, nor puts another group out of it', () =>
  w.inCity(city, async (c) => {
    const at = projects.edit({ city, ref: await ownProject(c) })
    const before = await partiesIn(c, 'よその書類から')
    const mine = c.as('neighbour')
    const refused = async (values: Record<string, string>) =>
      expect([(await mine.fill(at, values, 'send')).status, await partiesIn(c, 'よその書類から')]).toEqual([
        422,
        before,
      ])
    await refused({ 'parties.2.party_id': c.parties.city!.id, 'parties.2.does': 'する' })
    await refused({ 'parties.1.party_id': c.parties.first!.id })
    await c.run((db) => db.updateTable('projects').set({ published_at: c.now }).execute())
    await refused({ 'parties.2.party_id': c.parties.first!.id, 'parties.2.does': 'する' })
    expect((await mine.fill(at, { summary: '書き直した要約' }, 'send')).status).toBe(303)
  }))

test('the department in charge is one of the city’s, and of what is public the city names it', () =>
  w.inCity(city, async (c) => {
    const at = projects.edit({ city, ref: await ownProject(c) })
    const mine = c.as('neighbour')
    for (const department_id of ['x', c.parties.first!.id, crypto.randomUUID()]) {
      expect([department_id, (await mine.fill(at, { department_id }, 'send')).status]).toEqual([department_id, 403])
      const typed = await c.as('section').fill(at, { department_id }, 'send')
      expect([department_id, typed.status]).toEqual([department_id, 422])
    }
    const department_id = c.parties['department-office']!.id
    await c.run((db) => db.updateTable('projects').set({ published_at: c.now }).execute())
    expect((await mine.fill(at, { department_id }, 'send')).status).toBe(403)
    expect((await c.as('section').fill(at, { department_id }, 'send')).status).toBe(303)
  }))
