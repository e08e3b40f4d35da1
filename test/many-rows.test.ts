import { beforeAll, describe, expect, test } from 'vitest'
import { seedProjects } from '../bench/seed.ts'
import { onStatement } from '../src/platform/db/index.ts'
import type { Answer } from './http.ts'
import { type CityWorld, useWorld } from './world.ts'

const MANY = 10_000
const FEW = 24
const city = 'yoshikawa'
const w = useWorld()

interface Look {
  person: string
  path: string
  heading: RegExp
  /** What this person comes here to do: a button or a link. */
  action: RegExp
  fact: RegExp
}

const list = `/${city}/projects`
const looks: Look[] = [
  { person: 'nobody', path: list, heading: /一覧/, action: /地区の/, fact: /10,000件/ },
  { person: 'nobody', path: `${list}?year=2024`, heading: /一覧/, action: /地区の/, fact: /令和6年度/ },
  { person: 'nobody', path: `${list}?q=高崎`, heading: /一覧/, action: /地区の/, fact: /髙﨑𠮷の会/ },
  {
    person: 'nobody',
    path: `${list}?q=${encodeURIComponent('<b>見守り')}`,
    heading: /一覧/,
    action: /地区の/,
    fact: /<b>見守り<\/b>/,
  },
  { person: 'nobody', path: `${list}?q=長い名前`, heading: /一覧/, action: /地区の/, fact: /長い名前の会あ{20}/ },
  { person: 'nobody', path: '/projects', heading: /./, action: /地区の/, fact: /吉川市/ },
  { person: 'nobody', path: `/${city}`, heading: /./, action: /一覧/, fact: /吉川市/ },
  { person: 'secretary', path: list, heading: /一覧/, action: /地区の/, fact: /佐藤 花子/ },
  { person: 'secretary', path: `/${city}/desk`, heading: /./, action: /提案/, fact: /./ },
  { person: 'section', path: `${list}?q=花壇`, heading: /一覧/, action: /花壇づくり/, fact: /花壇づくり/ },
  { person: 'section', path: `/${city}/desk`, heading: /./, action: /./, fact: /./ },
  { person: 'section', path: `/${city}/projects/new`, heading: /登録する/, action: /./, fact: /事業/ },
  { person: 'administrator', path: `/${city}/admin/record`, heading: /記録/, action: /./, fact: /書き換え/ },
]

async function seed(count: number): Promise<void> {
  const { cityId, charterId, charter, partyIds } = await w.inCity(city, async (c) => ({
    cityId: c.cityId,
    charterId: c.charter_id,
    charter: c.charter,
    partyIds: [c.parties.first!.id, c.parties.city!.id],
  }))
  const seeding = {
    cityId,
    charterId,
    partyIds,
    forms: charter.forms.map(({ key }) => key),
    fields: charter.fields.map(({ key }) => key),
    zones: charter.zones.filter((one) => one.collaboration).map(({ key }) => key),
  }
  await seedProjects(w.connection().kysely, seeding, count, await have())
}

const have = async () => {
  const { count } = await w
    .connection()
    .kysely.selectFrom('projects')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The page and how many statements it took, in an application that has nothing in memory yet. */
const look = ({ person, path }: Pick<Look, 'person' | 'path'>): Promise<{ page: Answer; statements: number }> =>
  w.inCity(city, async (c: CityWorld) => {
    const browser = c.as(person)
    await browser.get('/sign-in')
    let statements = 0
    const stop = onStatement(() => statements++)
    const page = await browser.get(path)
    stop()
    return { page, statements }
  })

const few = new Map<Look, number>()

beforeAll(async () => {
  await seed(FEW)
  for (const one of looks) few.set(one, (await look(one)).statements)
  await seed(MANY)
}, 240_000)

describe(`with ${MANY.toLocaleString('en')} projects and hard names`, () => {
  test.each(looks)('$person finds heading, action and fact on $path, at the price of few rows', async (one) => {
    const { page, statements } = await look(one)
    expect(page.status).toBe(200)
    expect(page.heading).toMatch(one.heading)
    expect([...page.buttons, ...page.links.map(({ text }) => text)].join('\n')).toMatch(one.action)
    expect(page.says).toMatch(one.fact)
    expect(page.text).not.toContain('<b>見守り</b>')
    expect(page.text.length).toBeLessThan(400_000)
    expect(statements).toBe(few.get(one))
  })

  test('the page of one project has its name for a heading and leads back to the list', async () => {
    const { page: first } = await look({ person: 'nobody', path: list })
    const link = first.links.find(({ href }) => /\/projects\/r\d/.test(href))!
    const { page } = await look({ person: 'nobody', path: link.href })
    expect([page.status, page.heading]).toEqual([200, link.text])
    expect(page.links.map(({ href }) => href)).toContain(list)
  })

  test('old and new forms of a character find the same group', async () => {
    for (const words of ['高崎', '髙﨑', '𠮷の会', '吉の会']) {
      const { page } = await look({ person: 'nobody', path: `${list}?q=${encodeURIComponent(words)}` })
      expect([words, page.says.includes('地区の')]).toEqual([words, true])
    }
  })
})
