import { expect, test } from 'vitest'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { formsOffered, scopeRuling } from '../charters/index.ts'
import { urls } from './urls.ts'

const w = useWorld()

/** A whole entry between the first group and the department, in the words of the city's own charter. */
export function anEntry(c: CityWorld, more: Record<string, string | string[]> = {}) {
  const zone = c.charter.zones.find((one) => one.collaboration && one.forms.length > 0)?.key
  return {
    title: '買い物の道を、ともに歩く',
    summary: '一人で買い物に行けない方に、団体の会員が付き添います。',
    purpose: '住み慣れた町で、買い物に困らない暮らしを続けられるようにする。',
    beneficiaries: '一人で買い物に行けない高齢の方',
    ...(zone ? { zone } : {}),
    forms: [formsOffered(c.charter, zone)[0]!.key],
    fiscal_years: '令和8年度',
    starts_on: '令和8年12月1日',
    ends_on: '令和9年3月31日',
    budget_yen: '３００，０００円',
    department_id: c.parties['department-office']!.id,
    'parties.0.party_id': c.parties.first!.id,
    'parties.0.does': '付き添う人を集め、日を決める。',
    'parties.0.brings': '会員12人',
    'parties.1.party_id': c.parties['department-office']!.id,
    'parties.1.does': '対象の方に知らせ、車を用意する。',
    'parties.1.brings': '車1台',
    ...more,
  }
}

test('a stranger is not shown the form, and is told who may enter a project', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('stranger').get(urls.new({ city: 'kawaguchi' }))
    expect(answer.status).toBe(403)
    expect(answer.says).toContain('団体の代表者・事務担当')
  }))

test('the section enters a project, releases it, and everyone reads it and finds it', () =>
  w.inCity('kawaguchi', async (c) => {
    const city = { city: 'kawaguchi' }
    const sent = await c.as('section').fill(urls.new(city), anEntry(c), 'send')
    expect(sent.errors).toEqual({})
    expect(sent.status, sent.says).toBe(303)
    expect((await c.as('nobody').get(sent.location!)).status).toBe(404)
    expect((await c.as('secretary').get(sent.location!)).says).toContain('まだ公開されていません')
    const at = { ...city, ref: sent.location!.split('/').at(-1)! }
    expect(at.ref).toBe('r8-project-0001')
    expect((await c.as('section').fill(urls.release(at))).status).toBe(303)
    const page = await c.as('nobody').get(urls.show(at))
    expect(page.heading).toBe('買い物の道を、ともに歩く')
    expect(page.says).toContain('車1台')
    const found = await c.run((db) =>
      db.selectFrom('published.search').select(['facets', 'title']).where('kind', '=', 'project').execute(),
    )
    expect(found).toHaveLength(1)
    expect(found[0]!.facets).toContain('state:planned')
    expect(found[0]!.facets).toContain('year:2026')
  }))

test('where the charter wants the city in it, two groups alone are refused in its own words', () =>
  w.inCity('yoshikawa', async (c) => {
    const two = anEntry(c, { 'parties.1.party_id': c.parties.second!.id })
    const answer = await c.as('section').fill(urls.new({ city: 'yoshikawa' }), two, 'send')
    const kinds = [c.parties.first!, c.parties.second!]
    const reason = scopeRuling(c.charter, kinds)
    expect(reason, 'need a charter that refuses').not.toBe(true)
    expect(answer.status).toBe(422)
    expect(answer.errors.parties).toContain((reason as { because: string }).because)
    expect(answer.field('事業の名前')).toBe('買い物の道を、ともに歩く')
  }))

test('where the charter knows it, a group enters a project of two groups itself', () =>
  w.inCity('kawaguchi', async (c) => {
    const two = anEntry(c, { 'parties.1.party_id': c.parties.second!.id, department_id: '' })
    const sent = await c.as('secretary').fill(urls.new({ city: 'kawaguchi' }), two, 'send')
    expect(sent.status, sent.says).toBe(303)
    const withCity = await c.as('secretary').fill(urls.new({ city: 'kawaguchi' }), anEntry(c), 'send')
    expect(withCity.status).toBe(403)
    expect(withCity.says).toContain('担当課が登録します')
  }))

test('the forms offered follow the zone, and a form of another zone is refused', () =>
  w.inCity('iruma', async (c) => {
    const at = { city: 'iruma' }
    const choice = await c.as('section').get(urls.new(at))
    expect(choice.says).toContain('市民が単独で自主的に行うことは、協働の対象になりません')
    const [one, two] = c.charter.zones.filter((zone) => zone.forms.length > 0)
    const only = one!.forms.find((form) => !two!.forms.includes(form))!
    const label = c.charter.forms.find(({ key }) => key === only)!.label.ja
    expect((await c.as('section').get(urls.new(at, { zone: one!.key }))).says).toContain(label)
    expect((await c.as('section').get(urls.new(at, { zone: two!.key }))).says).not.toContain(label)
    const sent = await c
      .as('section')
      .fill(urls.new(at, { zone: two!.key }), anEntry(c, { zone: two!.key, forms: [only] }), 'send')
    expect(sent.status).toBe(422)
    expect(sent.errors.forms).toContain('では選べません')
  }))
