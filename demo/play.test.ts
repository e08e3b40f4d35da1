import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { charterInForce, openToProposals } from '../src/modules/charters/index.ts'
import { listCalls, openCall } from '../src/modules/programmes/index.ts'
import { modules } from '../src/modules.ts'
import { type Connection, type Db, type Doors, openDoors, poolGround } from '../src/platform/db/index.ts'
import { inspectUpload } from '../src/platform/files/index.ts'
import { letters } from '../src/platform/letters/index.ts'
import { compareCity, verifyCity } from '../src/platform/record/index.ts'
import { rebuildSearch } from '../src/platform/search/index.ts'
import { today } from '../src/platform/time/index.ts'
import { testDatabase } from '../test/database.ts'
import { lookForVerbs } from '../test/offered.ts'
import { NOW } from '../test/world.ts'
import { fill, settings } from './index.ts'
import { type StoryState, stories, storyTable, wantedStates } from './stories.ts'

let connection: Connection
let doors: Doors
let slugs: { slug: string; id: number }[]
const papers: Uint8Array[] = []

beforeAll(async () => {
  connection = await testDatabase('before-the-year', async () => {})
  doors = openDoors(poolGround(connection.kysely))
  await fill(
    doors,
    NOW,
    (sentence) => console.info(sentence),
    async (bytes) => papers.push(bytes),
  )
  slugs = await doors.house.run((db) => db.selectFrom('house.cities').select(['slug', 'id']).execute())
})
afterAll(() => connection?.close())

const inEachCity = async <T>(work: (db: Db, slug: string) => Promise<T>): Promise<Record<string, T>> => {
  const found: Record<string, T> = {}
  for (const { slug, id } of slugs) found[slug] = await doors.city(id).run((db) => work(db, slug))
  return found
}

/** Every state that is met in a city's rows, named as the table of stories names it. */
async function standing(db: Db): Promise<Set<StoryState>> {
  const proposals = await db.selectFrom('proposals').select(['state', 'decision', 'channel']).execute()
  const agreements = await db.selectFrom('agreements').select(['state', 'version']).execute()
  const projects = await db.selectFrom('projects').select(['state', 'decision']).execute()
  const evaluations = await db.selectFrom('evaluations').select(['state', 'closed_at', 'published_at']).execute()
  const late = await db.selectFrom('evaluation_seats').select('id').where('late', '=', true).execute()
  const named = [
    ...proposals.map(({ state, decision }) => `proposal ${state === 'decided' ? decision : state}`),
    ...proposals.flatMap(({ channel }) => (channel === 'web' ? [] : [`proposal by ${channel}`])),
    ...agreements.flatMap(({ state, version }) => [
      `agreement ${state}`,
      (version ?? 0) > 1 ? 'agreement amended' : [],
    ]),
    ...projects.map(({ state, decision }) => `project ${state === 'decided' ? decision : state}`),
    ...evaluations.flatMap(({ state, closed_at, published_at }) => [
      state === 'answering'
        ? 'evaluation open'
        : closed_at
          ? 'evaluation closed with a side missing'
          : 'evaluation complete',
      published_at ? 'evaluation released' : [],
    ]),
    ...(late.length ? ['evaluation answered late'] : []),
  ].flat()
  return new Set(named as StoryState[])
}

describe('the demonstration', () => {
  test('in every city a visitor can hand in a proposal with a budget to a programme that is open', async () => {
    const open = await inEachCity(async (db) => {
      const charter = (await charterInForce(db, today(NOW)))!.charter
      const taking = []
      for (const one of openToProposals(charter))
        if (openCall(await listCalls(db, one.key), '', NOW)) taking.push(...one.sheets)
      return taking.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields.map(({ kind }) => kind)))
    })
    expect(Object.keys(open)).toHaveLength(settings.length)
    for (const [slug, kinds] of Object.entries(open)) expect(kinds, slug).toContain('budget')
  })

  test('a visitor comes upon every state of proposal, agreement, project and evaluation in the five cities', async () => {
    const found = await inEachCity(standing)
    const met = new Set(Object.values(found).flatMap((states) => [...states]))
    expect(wantedStates.filter((state) => !met.has(state))).toEqual([])
  })

  test('in each city stands what its stories promise, state by state', async () => {
    const found = await inEachCity(standing)
    const table = storyTable()
    for (const { slug } of settings) {
      const promised = wantedStates.filter((state) => table[state][slug]!.length > 0)
      expect([...found[slug]!].sort(), slug).toEqual([...promised].sort())
    }
  })

  test('each city has at least six projects, and as many as are told', async () => {
    const count = await inEachCity((db) => db.selectFrom('projects').select('id').execute())
    for (const { slug } of settings) {
      expect(count[slug]!.length, slug).toBe(stories[slug]!.filter(({ project }) => project).length)
      expect(count[slug]!.length, slug).toBeGreaterThanOrEqual(6)
    }
  })

  test('nobody signs for the city and for a group', async () => {
    const signed = await inEachCity((db) =>
      db
        .selectFrom('signatures as s')
        .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 's.city_id').onRef('p.id', '=', 's.party_id'))
        .select(['s.person_id', 'p.is_city', 's.channel'])
        .execute(),
    )
    for (const [slug, signatures] of Object.entries(signed)) {
      const cityside = new Set(signatures.filter(({ is_city }) => is_city).map(({ person_id }) => person_id))
      expect(cityside.size, slug).toBeGreaterThan(0)
      expect(signatures.filter(({ is_city, person_id }) => !is_city && cityside.has(person_id))).toEqual([])
    }
    const paper = Object.values(signed)
      .flat()
      .filter(({ channel }) => channel === 'paper')
    expect(paper.length).toBeGreaterThanOrEqual(3)
  })

  test('a group without e-mail reaches signature and evaluation on paper', async () => {
    const seats = await inEachCity((db) =>
      db
        .selectFrom('evaluation_seats')
        .select(['channel', 'answered_by', 'entered_by'])
        .where('channel', '=', 'paper')
        .execute(),
    )
    const onPaper = Object.values(seats).flat()
    expect(onPaper.length).toBeGreaterThan(0)
    for (const one of onPaper) expect(one).toMatchObject({ answered_by: null, entered_by: expect.any(String) })
  })

  test('in each city the two sides see something differently by two steps or more, and it was talked over', async () => {
    const talked = await inEachCity((db) =>
      db
        .selectFrom('evaluations as e')
        .innerJoin('evaluation_answers as a', (join) =>
          join.onRef('a.city_id', '=', 'e.city_id').onRef('a.evaluation_id', '=', 'e.id'),
        )
        .select((eb) => ['e.id', 'a.question', eb.fn.max('a.value').as('most'), eb.fn.min('a.value').as('least')])
        .where('e.talked_on', 'is not', null)
        .groupBy(['e.id', 'a.question'])
        .execute(),
    )
    for (const [slug, rows] of Object.entries(talked))
      expect(rows.filter(({ most, least }) => Number(most) - Number(least) >= 2).length, slug).toBeGreaterThan(0)
  })

  test('a project that goes on is linked to the year before it', async () => {
    const renewed = await inEachCity((db) =>
      db
        .selectFrom('projects as p')
        .innerJoin('projects as before', (join) =>
          join.onRef('before.city_id', '=', 'p.city_id').onRef('before.id', '=', 'p.previous_id'),
        )
        .select(['before.decision', 'p.renewals', 'p.years_before'])
        .execute(),
    )
    const all = Object.values(renewed).flat()
    expect(all.length).toBeGreaterThanOrEqual(3)
    for (const one of all) {
      expect(['continue', 'improve']).toContain(one.decision)
      expect(one).toMatchObject({ renewals: 1, years_before: 1 })
    }
  })

  test('whoever may do something finds it where the thing is shown, or in the inbox', async () => {
    const { hidden, idle } = await lookForVerbs(doors)
    expect(hidden, 'offer these verbs on the page of their thing').toEqual([])
    // On that day no department changes, no amendment is open, no evaluation is past its deadline, and no form asks for a step.
    expect(idle, 'let a story come to where these can be done').toEqual([
      'party.change/drop',
      'party.restore',
      'agreement.amendment-withdrawal',
      'project.steps/:step',
      'evaluation.closing',
    ])
  })

  test('the chain of every record verifies', async () => {
    const chains = await inEachCity((db) => verifyCity(db))
    for (const chain of Object.values(chains)) {
      expect(chain.doubts).toEqual([])
      expect(chain.entries).toBeGreaterThan(50)
    }
  })

  test('after a year of acts the rows are as the record attests, and something of everything was compared', async () => {
    const compared = Object.values(await inEachCity((db) => compareCity(db, [...modules, letters]))).flat()
    expect(compared.filter(({ differences }) => differences.length > 0)).toEqual([])
    const empty = Map.groupBy(compared, ({ attested }) => attested.name)
    expect([...empty].flatMap(([name, found]) => (found.some(({ same }) => same > 0) ? [] : name))).toEqual([])
  })

  test('the search, made again from what is published, is what it was', async () => {
    for (const { slug, id } of slugs) {
      const rows = (db: Db) =>
        db
          .selectFrom('published.search')
          .select(['kind', 'id', 'ref', 'title', 'folded', 'facets', 'shown'])
          .where('city_id', '=', id)
          .orderBy('kind')
          .orderBy('id')
          .execute()
      const [before, after] = await doors.city(id).run(async (db) => {
        const found = await rows(db)
        await rebuildSearch(db, modules)
        return [found, await rows(db)]
      })
      expect(before.length, slug).toBeGreaterThan(10)
      expect(after, slug).toEqual(before)
    }
  })

  test('the entries of a record follow each other in time', async () => {
    const times = await inEachCity((db) => db.selectFrom('record_entries').select('at').orderBy('seq').execute())
    for (const [slug, entries] of Object.entries(times)) {
      const played = entries.map(({ at }) => at.getTime())
      expect(played.length, slug).toBeGreaterThan(50)
      expect(played, slug).toEqual([...played].sort((a, b) => a - b))
    }
  })

  test('what everyone may read of the record holds no answer, no message and nobody’s name', async () => {
    const owner = connection.kysely
    const answers = await owner.selectFrom('evaluation_answers').select('words').execute()
    const messages = await owner.selectFrom('messages').select('text').execute()
    const people = await owner.selectFrom('people').select('name').execute()
    const secrets = [...answers.map(({ words }) => words), ...messages.map(({ text }) => text)].filter(
      (words) => words.length > 8,
    )
    expect(secrets.length).toBeGreaterThan(100)
    const told = await doors.public.run((db) => db.selectFrom('published.record').selectAll().execute())
    expect(told.length).toBeGreaterThan(200)
    const all = await owner.selectFrom('record_payloads').select('payload').execute()
    const leaked = (words: string[], said: string) =>
      words.filter((one) => said.includes(JSON.stringify(one).slice(1, -1)))
    expect(leaked([...secrets, ...people.map(({ name }) => name)], JSON.stringify(told))).toEqual([])
    // Not for the parties either: mails and timelines are made of it.
    expect(leaked(secrets, JSON.stringify(all))).toEqual([])
  })

  test('every paper and picture that came along is what its name says', async () => {
    const named = await inEachCity((db) => db.selectFrom('files').select(['sha256', 'type', 'bytes']).execute())
    const files = Object.values(named).flat()
    expect(files.filter(({ type }) => type === 'image/png').length).toBeGreaterThan(8)
    for (const { sha256, type, bytes } of files) {
      const kept = papers.find((one) => createHash('sha256').update(one).digest('hex') === sha256)
      expect(kept?.length).toBe(bytes)
      const found = inspectUpload(kept!, type === 'image/png' ? '写真.png' : '書類.pdf')
      expect(found).toMatchObject({ media_type: type })
    }
  })
})
