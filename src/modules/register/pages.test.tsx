import { describe, expect, test, vi } from 'vitest'
import { anEntry, aParty, aPublicProject } from '../../../test/projects.ts'
import { type CityWorld, NOW, useWorld } from '../../../test/world.ts'
import { onStatement } from '../../platform/db/index.ts'
import { record } from '../../platform/record/index.ts'
import { releaseProject, retractProject } from '../projects/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { urls } from './urls.ts'

const w = useWorld()
const here = { city: 'iruma' }
const SECRET = 'ほかの人に言わないでください'

/** So many published projects, the last one the newest. */
const many = (c: CityWorld, count: number, more: (at: number) => Parameters<typeof aPublicProject>[3] = () => ({})) =>
  c.run(async (db) => {
    const made = []
    for (let at = 1; at <= count; at++) {
      c.at(new Date(NOW.getTime() + at * 60_000))
      made.push(
        await aPublicProject(c, db, 'planned', { title: `取り組み${String(at).padStart(3, '0')}号`, ...more(at) }),
      )
    }
    return made
  })

const titles = (text: string) => [...new Set(text.match(/取り組み\d{3}号/g) ?? [])]
const list = (c: CityWorld, query = {}, person = 'nobody') => c.as(person).get(urls.projects(here, query))

describe('the start page', () => {
  test('of an installation without a city says so, with what the operator does, and only then', () =>
    w.inCity('iruma', async (c) => {
      const start = () => c.as('nobody').get(urls.start())
      const usual = (await start()).says
      expect(usual).toContain('市をえらぶ')
      expect(usual).not.toContain('市がまだありません')
      vi.spyOn(c.app.directory, 'all').mockResolvedValue([])
      c.app.cache.forget()
      const empty = (await start()).says
      for (const said of ['市がまだありません', '準備中です', 'bin/tomoni charter apply', 'bin/tomoni administrator'])
        expect(empty).toContain(said)
      expect(empty).not.toContain('市をえらぶ')
    }))
})

describe('the list of a city', () => {
  test.each([
    ['a facet that does not exist', '?secret=1&year_id=2'],
    ['a value with a quotation mark', `?form=${encodeURIComponent("x' or '1'='1")}`],
    ['an array that is no facet', `?party=${encodeURIComponent('}{')}`],
    ['a page key that nobody gave out', '?after=1;drop table projects'],
    ['words of nothing but wildcards', `?q=${encodeURIComponent('%_%')}`],
    ['a hundred values', `?${Array.from({ length: 100 }, (_, at) => `zone=z${at}`).join('&')}`],
    ['markup', `?q=${encodeURIComponent('<script>alert(1)</script>')}`],
  ])('answers %s as a page, and runs nothing of it', (_, query) =>
    w.inCity('iruma', async (c) => {
      await many(c, 2)
      const page = await c.as('nobody').get(urls.projects(here) + query)
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('<script>alert')
      expect(titles((await list(c)).says)).toHaveLength(2)
    }),
  )

  test('shows nothing that is not published, and nothing any more that was taken back', () =>
    w.inCity('iruma', async (c) => {
      const [kept, gone] = await many(c, 2)
      await c.run(async (db) => retractProject(await c.act(db, 'section'), gone!, { reason: '別の事業でした' }))
      expect(titles((await list(c)).says)).toEqual([kept!.title])
      expect(titles((await c.as('nobody').get(urls.projectsJson(here))).text)).toEqual([kept!.title])
    }))

  test('is narrowed to one party by its name, with the count that each choice would leave', () =>
    w.inCity('iruma', async (c) => {
      const second = { parties: [aParty(c, 'second'), aParty(c, 'department-office')] }
      await many(c, 3, (at) => (at === 2 ? second : {}))
      const name = c.parties.second!.name
      expect((await list(c)).says).toMatch(new RegExp(`${name}\\s*1`))
      const page = await list(c, { party: c.parties.second!.id })
      expect(titles(page.says)).toEqual(['取り組み002号'])
      expect(page.links.find(({ text }) => text.startsWith(name))?.href).toBe(urls.projects(here))
    }))

  test.each(['year', 'state', 'form', 'zone', 'field', 'party'] as const)('can be narrowed by %s', (key) =>
    w.inCity('iruma', async (c) => {
      const field = c.charter.fields
      await many(c, 2, (at) => ({
        fields: [field[at]!.key],
        fiscal_years: [2025 + at],
        starts_on: `${2025 + at}-05-01`,
        ends_on: `${2025 + at}-10-31`,
        ...(at === 2 ? otherPlace(c) : {}),
      }))
      await c.run((db) =>
        db.updateTable('projects').set({ state: 'active' }).where('title', '=', '取り組み002号').execute(),
      )
      const rows = await c.doors.public.run((db) =>
        db.selectFrom('published.search').select(['title', 'facets']).where('kind', '=', 'project').execute(),
      )
      const facet = rows
        .find(({ title }) => title === '取り組み002号')!
        .facets.filter((one) => one.startsWith(`${key}:`))
        .at(-1)!
      const expected = rows.filter(({ facets }) => facets.includes(facet)).map(({ title }) => title)
      const page = await list(c, { [key]: facet.slice(key.length + 1) })
      expect(titles(page.says).sort()).toEqual(expected.sort())
      expect(page.says).toContain(`${expected.length}件の事業があります`)
    }),
  )

  test.each([
    ['kawasaki', 'ward', (c: CityWorld) => ({ wards: [c.charter.territory.units[1]!.key] })],
    ['yoshikawa', 'type', (c: CityWorld) => ({ start_type: c.charter.startTypes[1]!.key })],
  ] as const)('can be narrowed in %s by %s, in the words of its charter', (city, key, more) =>
    w.inCity(city, async (c) => {
      await many(c, 2, (at) => (at === 2 ? more(c) : {}))
      const [value] = Object.values(more(c)).flat()
      const words = key === 'ward' ? c.charter.territory.units : c.charter.startTypes
      const page = await c.as('nobody').get(urls.projects({ city }, { [key]: value }))
      expect(titles(page.says)).toEqual(['取り組み002号'])
      expect(page.links.map(({ text }) => text).join()).toContain(words[1]!.label.ja)
    }),
  )

  test('goes on by key: no row twice, none left out, and the choices stay', () =>
    w.inCity('iruma', async (c) => {
      await many(c, 25)
      const first = await list(c, { year: '2026' })
      expect(titles(first.says)).toHaveLength(20)
      const next = first.links.find(({ href }) => href.includes('after='))!.href
      expect(next).toContain('year=2026')
      const second = await c.as('nobody').get(next)
      expect(titles(second.says)).toHaveLength(5)
      expect(new Set([...titles(first.says), ...titles(second.says)]).size).toBe(25)
    }))

  test('is taken along as CSV, Excel and JSON with the same choices', () =>
    w.inCity('iruma', async (c) => {
      const second = { parties: [aParty(c, 'second'), aParty(c, 'department-office')] }
      await many(c, 23, (at) => (at === 2 ? second : {}))
      const query = { party: c.parties.second!.id }
      const page = await list(c, query)
      for (const url of [urls.projectsCsv, urls.projectsXlsx, urls.projectsJson])
        expect(page.links.map(({ href }) => href)).toContain(url(here, query))
      expect(titles((await c.as('nobody').get(urls.projectsCsv(here, query))).text)).toEqual(['取り組み002号'])
      const json = JSON.parse((await c.as('nobody').get(urls.projectsJson(here, query))).text)
      expect(json.map((one: { title: string }) => one.title)).toEqual(['取り組み002号'])
      expect((await c.as('nobody').get(urls.projectsXlsx(here, query))).bytes.length).toBeGreaterThan(1000)
      expect(titles((await c.as('nobody').get(urls.projectsCsv(here))).text)).toHaveLength(23)
    }))

  test('says its periods without the days of the week, to each in their own language', () =>
    w.inCity('iruma', async (c) => {
      await many(c, 2, (at) => (at === 2 ? { starts_on: null, ends_on: null, fiscal_years: [2026, 2027] } : {}))
      expect((await list(c)).says).toContain('令和8年5月1日から令和8年10月31日まで')
      expect((await list(c)).says).toContain('令和8年度、令和9年度')
      const english = (await list(c, { lang: 'en' })).says
      expect(english).toContain('1 May 2026 – 31 Oct 2026')
      expect(english).toContain('FY2026, FY2027')
      for (const lang of ['easy', 'en'])
        expect((await list(c, { lang })).says).not.toMatch(/令和\d+年\d+月|令和\d+年度/)
    }))
})

/** Another zone with a form that it offers. */
function otherPlace(c: CityWorld) {
  const zones = c.charter.zones.filter((one) => one.collaboration && one.forms.length > 0)
  const zone = zones.at(-1)!
  return { zone: zone.key, forms: [zone.forms.at(-1)!] }
}

describe('the list across cities', () => {
  test('is narrowed by city and year, and counts what each city would leave', () =>
    w.inCity('iruma', async (c) => {
      await many(c, 2)
      const across = (query = {}) => c.as('nobody').get(urls.acrossCities(query))
      expect(titles((await across()).says)).toHaveLength(2)
      expect((await across()).says).toMatch(/入間市\s*2/)
      expect(titles((await across({ city: 'iruma', year: '2026' })).says)).toHaveLength(2)
      const elsewhere = await across({ city: 'kawagoe' })
      expect(titles(elsewhere.says)).toEqual([])
      expect(elsewhere.says).toMatch(/入間市\s*2/)
      expect(titles((await across({ year: '2019' })).says)).toEqual([])
    }))

  test('is taken along with the same choices, each row in the words of its city', () =>
    w.inCity('iruma', async (c) => {
      await many(c, 22)
      const taken = [urls.acrossCsv, urls.acrossXlsx, urls.acrossJson]
      const query = { city: 'iruma', year: '2026' }
      const page = await c.as('nobody').get(urls.acrossCities(query))
      for (const url of taken) expect(page.links.map(({ href }) => href)).toContain(url(query))
      const rows = async (query: object) =>
        JSON.parse((await c.as('nobody').get(urls.acrossJson(query as never))).text) as Record<string, string>[]
      const [row] = await rows(query)
      const form = c.charter.forms.find(({ key }) => anEntry(c).forms.includes(key))!
      expect(row).toMatchObject({ local_government_name: '入間市', forms: form.label.ja })
      expect(row!.url).toContain(projects.show({ city: 'iruma', ref: row!.id! }))
      expect(await rows({})).toHaveLength(22)
      expect(await rows({ city: 'kawagoe' })).toEqual([])
      expect(await rows({ year: '2019' })).toEqual([])
      const csv = await c.as('nobody').get(urls.acrossCsv(query))
      expect(titles(csv.text)).toHaveLength(22)
      expect((await c.as('nobody').get(urls.acrossXlsx(query))).bytes.length).toBeGreaterThan(1000)
    }))

  test('does not ask more statements when there is more to show', () =>
    w.inCity('iruma', async (c) => {
      const counted = async (path: string) => {
        let statements = 0
        const stop = onStatement(() => statements++)
        await c.as('nobody').get(path)
        stop()
        return statements
      }
      const paths = [urls.acrossCities({ q: '取' }), urls.projects(here, { q: '取' }), `${urls.front(here)}?x=`]
      // The list of cities is read once, whatever is asked first.
      await counted(urls.start())
      const few = []
      for (const path of paths) few.push(await counted(`${path}1`))
      await many(c, 12)
      for (const path of paths) expect(await counted(`${path}2`), path).toBe(few[paths.indexOf(path)])
    }))
})

describe('the feed and the newest on the front page', () => {
  const both = async (c: CityWorld) => ({
    feed: (await c.as('nobody').get(urls.feed(here))).text,
    front: (await c.as('nobody').get(urls.front(here))).says,
  })

  test('tell what the record tells everyone, with the page that tells more', () =>
    w.inCity('iruma', async (c) => {
      const [project] = await many(c, 1)
      const { feed, front } = await both(c)
      expect(feed).toContain(`<title>${project!.title}：事業を登録しました</title>`)
      expect(front).toContain('事業のページを公開しました。')
    }))

  test('hold nothing for the parties alone, no private words and nobody’s name', () =>
    w.inCity('iruma', async (c) => {
      const [project] = await many(c, 1)
      await c.run(async (db) => {
        const act = await c.act(db, 'section')
        record(db, act, {
          kind: 'project.stopped',
          subject: project!,
          payload: { note: SECRET, public: { reason: SECRET } },
        })
        record(db, act, { kind: 'project.revised', subject: project!, payload: { public: { note: SECRET } } })
      })
      const { feed, front } = await both(c)
      expect(feed).toContain('途中で終えることが決まりました')
      for (const text of [feed, front]) {
        expect(text).not.toContain(SECRET)
        expect(text).not.toContain('登録の内容を改めました')
        expect(text).not.toContain(c.people.section!.name)
      }
    }))

  test('forget at once what was taken back, and know it again when it is released again', () =>
    w.inCity('iruma', async (c) => {
      const [project] = await many(c, 1)
      await c.run(async (db) => retractProject(await c.act(db, 'section'), project!, { reason: '別の事業でした' }))
      expect(JSON.stringify(await both(c))).not.toContain(project!.title)
      const row = { ...project!, published_at: null, revision: project!.revision + 1 }
      await c.run(async (db) => releaseProject(await c.act(db, 'section'), row))
      expect((await both(c)).feed).toContain(project!.title)
    }))
})
