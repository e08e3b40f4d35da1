import { describe, expect, test } from 'vitest'
import { settings } from '../demo/cast.ts'
import type { Charter } from '../src/modules/charters/index.ts'
import { urls as charters } from '../src/modules/charters/urls.ts'
import { urls as register } from '../src/modules/register/urls.ts'
import { type CityWorld, useWorld } from './world.ts'

// What the five documents say, word for word where a word decides; the titles name the items of the documents.

const w = useWorld()

const inCity = (slug: string, look: (c: CityWorld) => Promise<void>) => () => w.inCity(slug, look)

const reads = async (c: CityWorld, page: (at: { city: string }) => string) =>
  (await c.as('nobody').get(page({ city: c.slug }))).says.replace(/\s+/g, '')

const entry = <E extends { key: string }>(list: readonly E[], key: string): E => list.find((one) => one.key === key)!

const documentOf = ({ documents }: Charter, key: string) => entry(documents, key)

describe('川口市', () => {
  test(
    'KG-8, KG-11: the definition keeps that citizens live as citizens',
    inCity('kawaguchi', async ({ charter }) => {
      expect(entry(charter.definitions, 'collaboration').meaning.ja).toContain('市民が市民として幸せに暮らせる地域社会')
    }),
  )

  test(
    'KG-18: whom to ask is there, with the day of the leaflet it comes from',
    inCity('kawaguchi', async (c) => {
      const { telephone, fax, email, note } = c.charter.city.contact
      expect([telephone, fax, email]).toEqual(['048-227-7633', '048-226-7718', 'volun@city.kawaguchi.lg.jp'])
      expect(note?.ja).toContain('平成24年3月')
    }),
  )

  test(
    'KG-21: the third session put the cases of collaboration in order',
    inCity('kawaguchi', async (c) => {
      const page = await reads(c, charters.bodies)
      for (const topic of ['協働事例整理', '懇談会からの提案書', '協働のしくみ']) expect(page).toContain(topic)
    }),
  )

  test(
    'KG-22: attendance, term, number, place and seats of the meeting are read, and a door is no seat',
    inCity('kawaguchi', async (c) => {
      const page = await reads(c, charters.bodies)
      for (const words of ['第7期第7回', '出席委員:11名', '中央ふれあい館特別会議室', '傍聴席', '欠席の欄は空白'])
        expect(page).toContain(words)
      expect(page).not.toContain('出入口')
    }),
  )

  test(
    'KG-26, KG-27, KG-28: inquiries have their dates and reasons, and the continued one its result',
    inCity('kawaguchi', async (c) => {
      const page = await reads(c, charters.bodies)
      const dates = ['平成25年7月23日', '平成27年3月27日', '平成28年10月18日', '平成29年6月28日']
      for (const day of dates) expect(page).toMatch(new RegExp(`${day}|${western(day)}`))
      for (const words of ['名実ともに協働の要', '分室を条例の上に位置づけた', '協働の担い手を育てる場'])
        expect(page).toContain(words)
    }),
  )

  test(
    'KG-31, KG-32, KG-36: the aim of the grant, where the fair is, and what the college is for',
    inCity('kawaguchi', async ({ charter }) => {
      const said = (key: string) => entry(charter.programmes, key).summary?.ja
      expect(said('collaboration-grant')).toContain('速やかな解決と協働の担い手づくり')
      expect(entry(charter.programmes, 'volunteer-fair').place?.ja).toBe('川口西公園（リリアパーク）')
      expect(entry(charter.programmes, 'volunteer-fair').recurs).toMatchObject({ month: 10, weekday: 'sun', nth: 3 })
      expect(said('seijin-college')).toContain('交流と地域参加の機会')
    }),
  )
})

describe('made is not in force', () => {
  test.each([
    ['kawagoe', 'shishin', '2018-03'],
    ['yoshikawa', 'shishin', '2009-03'],
    ['kawasaki', 'rule', '2008-02'],
    ['kawasaki', 'satoyama', '2013-02'],
  ])('KE-1, YS-1, KS-2, KS-8: of %s, %s was made in %s, and no day of coming into force is said', (slug, key, made) =>
    inCity(slug, async ({ charter }) => {
      const { madeOn, inForceOn } = documentOf(charter, key)
      expect([madeOn, inForceOn]).toEqual([made, undefined])
    })(),
  )

  test(
    'IR-1: the undated guideline has no date, on no page',
    inCity('iruma', async (c) => {
      const { madeOn, inForceOn } = documentOf(c.charter, 'guideline')
      expect([madeOn, inForceOn]).toEqual([undefined, undefined])
      const front = await reads(c, register.front)
      expect(front).toContain('改訂版(日付の記載なし)')
      expect(front).not.toContain('2015年')
    }),
  )
})

describe('whom to ask', () => {
  test.each([
    ['KE-1', 'kawagoe', '049-224-8811', '3508601'],
    ['YS-1', 'yoshikawa', '048-982-5111', '3428501'],
  ])('%s: %s has its telephone and its address', (_, slug, telephone, postalCode) =>
    inCity(slug, async ({ charter }) => {
      expect(charter.city.contact).toMatchObject({ telephone, postalCode })
      expect(charter.city.contact.address?.ja).toBeTruthy()
    })(),
  )
})

test(
  'YS-7, YS-8: those who each began alone share aim and thinking, and hosts take part in planning or in running',
  inCity('yoshikawa', async ({ charter }) => {
    expect(entry(charter.startTypes, 'each-alone').summary?.ja).toContain('目的や考え方などを共有して')
    expect(entry(charter.forms, 'joint-hosting').definition.ja).toContain('企画または運営に参加')
  }),
)

describe('入間市', () => {
  test(
    'IR-8: the definition keeps whose wisdom makes the town good to live in',
    inCity('iruma', async ({ charter }) => {
      const { meaning } = entry(charter.definitions, 'collaboration')
      expect(meaning.ja).toContain('自分たちの知恵と工夫で住みよいまちをつくるという目的を共有し')
    }),
  )

  test(
    'IR-27: it is the departments that examine each other’s projects, not the two sides of one',
    inCity('iruma', async ({ charter }) => {
      expect(entry(charter.bodies, 'departments').summary?.ja).toContain('部署どうしで、協働事業を相互に検証する')
      expect(charter.evaluation.label.ja).not.toContain('相互検証')
      expect(JSON.stringify(charter.evaluation)).not.toContain('IR-27')
    }),
  )

  test(
    'IR-31: the declaration stands in its two parts',
    inCity('iruma', async (c) => {
      expect(documentOf(c.charter, 'toshi-sengen').structure.map(({ label }) => label.ja)).toEqual([
        '市民宣言',
        '市長宣言',
      ])
      const page = await reads(c, charters.show)
      for (const words of ['ひとがまちをつくり', '一人の百歩より万人の一歩から']) expect(page).toContain(words)
    }),
  )

  test(
    'IR-32: every article of the ordinance has its heading and its content',
    inCity('iruma', async ({ charter }) => {
      const { articles } = documentOf(charter, 'kihon-jorei')
      expect(articles.map(({ heading }) => heading.ja)).toEqual([
        '目的',
        '基本理念',
        '市民の役割',
        '市の役割',
        '市民の参加のための環境づくり',
        '市民の活動のための環境づくり',
        '市民と市との協働のための環境づくり',
        '推進体制',
        '情報の共有と活用',
        '自己点検と公表',
      ])
      for (const { number, summary } of articles) expect([number, summary?.ja.length ?? 0]).not.toEqual([number, 0])
    }),
  )
})

describe('川崎市', () => {
  test(
    'KS-3: the counts are those of fiscal years, and no note denies it',
    inCity('kawasaki', async ({ charter }) => {
      const { yearKind, note, rows } = entry(charter.figures, 'projects')
      expect([yearKind, note, rows.length]).toEqual(['fiscal', undefined, 5])
    }),
  )

  test(
    'KS-6: what the sheet does not say is not cited from it: the names of the wards',
    inCity('kawasaki', async ({ charter }) => {
      const { units } = charter.territory
      expect(units.map(({ source, origin }) => [source, origin])).toEqual(units.map(() => [[], 'city-site']))
    }),
  )

  test(
    'KS-8: the first memorandum of three has its day, its place and its parties',
    inCity('kawasaki', async (c) => {
      const page = await reads(c, charters.history)
      for (const words of ['久末東特別緑地保全地区', '企業・地域の市民活動団体・市の三者', '5月10日'])
        expect(page).toContain(words)
    }),
  )

  test(
    'KS-9: forty-three bodies take part in the council against the confusion after a great earthquake; it has no size',
    inCity('kawasaki', async (c) => {
      const council = entry(c.charter.bodies, 'stranded-council')
      expect(council.size).toBeUndefined()
      for (const words of ['大規模な地震', '43機関が参加']) expect(council.summary?.ja).toContain(words)
      expect(await reads(c, charters.bodies)).not.toMatch(/43人|43者|42者/)
    }),
  )

  test(
    'KS-10: the pact of twelve shopping streets is read where the forms are',
    inCity('kawasaki', async (c) => {
      expect(await reads(c, charters.forms)).toContain('12商店街')
    }),
  )
})

test('grades that no document asks to be published are the product’s own', () => {
  const documents = settings.map(({ slug }) =>
    w.inCity(slug, async ({ charter }) => {
      const { what, origin } = charter.evaluation.publication
      return [slug, what.includes('grades'), origin]
    }),
  )
  return Promise.all(documents).then((all) =>
    expect(all.filter(([, grades, origin]) => grades && origin === 'document').map(([slug]) => slug)).toEqual([
      'yoshikawa',
    ]),
  )
})

/** 平成25年7月23日 as pages write it. */
function western(day: string): string {
  const [, year, rest] = /^平成(\d+)年(.*)$/.exec(day) ?? []
  return `${Number(year) + 1988}年${rest}`
}
