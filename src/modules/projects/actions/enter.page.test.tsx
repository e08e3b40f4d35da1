import { expect, test } from 'vitest'
import { addressOf, aProject, revisedCharter, zoneOf } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { formsOffered, scopeRuling } from '../../charters/index.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { urls as register } from '../../register/urls.ts'
import { urls } from '../urls.ts'

const w = useWorld()

/** A whole entry between the first group and the department, as people type it. */
function typed(c: CityWorld, more: Record<string, string | string[] | File> = {}) {
  const zone = zoneOf(c.charter)
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

/** The paper of the group, from which the section types in what it does. */
const withPaper = (c: CityWorld, more: Record<string, string | string[]> = {}) =>
  typed(c, { ...more, scan: new File(['%PDF-1.4'], '計画書.pdf', { type: 'application/pdf' }) })

test('a stranger is not shown the form, and is told who may enter a project', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('stranger').get(urls.new({ city: 'kawaguchi' }))
    expect(answer.status).toBe(403)
    expect(answer.says).toContain('団体の代表者・事務担当')
  }))

test('where the charter knows no project without the city, a group is told so and sent to the section', () =>
  w.inCity('yoshikawa', async (c) => {
    const answer = await c.as('secretary').get(urls.new({ city: 'yoshikawa' }))
    expect(answer.status).toBe(403)
    expect(answer.says).toContain('市の加わらない組み合わせを協働の事業としていません')
  }))

test('where the charter wants the city in it, two groups alone are refused in its own words', () =>
  w.inCity('yoshikawa', async (c) => {
    const two = typed(c, { 'parties.1.party_id': c.parties.second!.id })
    const answer = await c.as('section').fill(urls.new({ city: 'yoshikawa' }), two, 'send')
    const reason = scopeRuling.why(c.charter, [c.parties.first!, c.parties.second!])
    expect(reason.allowed, 'need a charter that refuses').toBe(false)
    expect(answer.status).toBe(422)
    expect(answer.errors.parties).toContain((reason as { because: string }).because)
    expect(answer.field('事業の名前')).toBe('買い物の道を、ともに歩く')
  }))

test('the section enters a project, releases it, and everyone reads it and finds it', () =>
  w.inCity('kawaguchi', async (c) => {
    const city = { city: 'kawaguchi' }
    const sent = await c.as('section').fill(urls.new(city), withPaper(c), 'send')
    expect(sent.errors).toEqual({})
    expect(sent.status, sent.says).toBe(303)
    expect((await c.as('secretary').get(sent.location!)).says).toContain('まだ公開されていません')
    const at = { ...city, ref: sent.location!.split('/').at(-1)! }
    expect(at.ref).toBe('r8-project-0001')
    expect((await c.as('section').fill(urls.release(at))).status).toBe(303)
    const page = await c.as('nobody').get(urls.show(at))
    expect(page.heading).toBe('買い物の道を、ともに歩く')
    expect(page.says).toContain('車1台')
    const list = await c.as('nobody').get(register.projects(city, { q: '付き添い', state: 'planned', year: '2026' }))
    expect(list.links.map(({ href }) => href)).toContain(urls.show(at))
    expect((await c.as('nobody').get(register.projectsCsv(city))).text).toContain('買い物の道を、ともに歩く')
  }))

test('where the charter knows it, a group enters a project of two groups itself', () =>
  w.inCity('kawaguchi', async (c) => {
    const alone = { 'parties.1.party_id': c.parties.second!.id, department_id: '' }
    const two = typed(c, { ...alone, 'parties.1.does': '', 'parties.1.brings': '' })
    const sent = await c.as('secretary').fill(urls.new({ city: 'kawaguchi' }), two, 'send')
    expect(sent.status, sent.says).toBe(303)
    const withCity = await c.as('secretary').fill(urls.new({ city: 'kawaguchi' }), typed(c), 'send')
    expect(withCity.status).toBe(403)
    expect(withCity.says).toContain('担当課が登録します')
  }))

test('whoever may enter a project finds the way to it on the list and in the inbox; nobody else does', () =>
  w.inCity('kawaguchi', async (c) => {
    const city = { city: 'kawaguchi' }
    const ways = async (person: string) => {
      const pages = [register.projects(city), ...(person === 'nobody' ? [] : [inbox.mine(city)])]
      const found = []
      for (const page of pages)
        found.push((await c.as(person).get(page)).links.some(({ href }) => href === urls.new(city)))
      return found
    }
    for (const person of ['section', 'officer', 'secretary']) expect(await ways(person), person).toEqual([true, true])
    expect(await ways('stranger')).toEqual([false, false])
    expect(await ways('nobody')).toEqual([false])
  }))

test('a revised charter that no longer knows it refuses what it allowed the day before', () =>
  w.inCity('kawaguchi', async (c) => {
    const city = { city: 'kawaguchi' }
    expect((await c.as('secretary').get(urls.new(city))).status).toBe(200)
    await revisedCharter(c, '2026-11-01', (charter) => {
      const cityKind = charter.actors.find((one) => one.as === 'city')!.key
      charter.scope.patterns = [
        {
          ...charter.scope.patterns[0]!,
          slots: [
            { kinds: [cityKind], atLeast: 1 },
            { kinds: [c.parties.first!.kind], atLeast: 1 },
          ],
        },
      ]
    })
    expect((await c.as('secretary').get(urls.new(city))).status).toBe(403)
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
    const wrong = typed(c, { zone: two!.key, forms: [only] })
    const sent = await c.as('section').fill(urls.new(at, { zone: two!.key }), wrong, 'send')
    expect(sent.status).toBe(422)
    expect(sent.errors.forms).toContain('では選べません')
    const outside = c.charter.zones.find(({ collaboration }) => !collaboration)!
    const refused = await c
      .as('section')
      .fill(urls.new(at, { zone: two!.key }), typed(c, { zone: outside.key }), 'send')
    expect(refused.errors.zone).toContain('協働の対象になりません')
  }))

test('a revision that moves a form into the zone offers it there', () =>
  w.inCity('iruma', async (c) => {
    const at = { city: 'iruma' }
    const [one, two] = c.charter.zones.filter((zone) => zone.forms.length > 0)
    const only = one!.forms.find((form) => !two!.forms.includes(form))!
    await revisedCharter(c, '2026-11-01', (charter) => {
      charter.zones.find(({ key }) => key === two!.key)!.forms.push(only)
    })
    const wrong = withPaper(c, { zone: two!.key, forms: [only] })
    expect((await c.as('section').fill(urls.new(at, { zone: two!.key }), wrong, 'send')).status).toBe(303)
  }))

test('the next year of what does not go on is refused before anything is typed', () =>
  w.inCity('kawaguchi', async (c) => {
    const previous = addressOf('kawaguchi', await c.run((db) => aProject(c, db, 'active'))).ref
    const page = await c.as('section').get(urls.new({ city: 'kawaguchi' }, { previous }))
    expect(page.status).toBe(409)
    expect(page.says).toContain('続けると決まった事業だけです')
    expect((await c.as('secretary').get(urls.new({ city: 'kawaguchi' }, { previous }))).status).toBe(403)
  }))
