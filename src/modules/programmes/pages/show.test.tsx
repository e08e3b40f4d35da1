import { describe, expect, test } from 'vitest'
import { useWorld } from '../../../../test/world.ts'
import { openToProposals } from '../../charters/index.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const key = 'proposal-scheme'
const call = { fiscal_year: '令和8年度', opens_on: 'R8.11.1', closes_on: '令和8年12月25日', note: '' }

describe('a call', () => {
  test('nobody, a group and a department may not open a programme', () =>
    w.inCity(city, async (c) => {
      expect((await c.as('nobody').get(urls.newCall({ city, key }))).status).toBe(303)
      for (const person of ['secretary', 'officer', 'stranger']) {
        const page = await c.as(person).get(urls.newCall({ city, key }))
        expect([person, page.status]).toEqual([person, 403])
      }
    }))

  test('is refused when it would close before it opens, with the sentence at the field and all input kept', () =>
    w.inCity(city, async (c) => {
      const answer = await c.as('section').fill(urls.newCall({ city, key }), { ...call, closes_on: 'R8.10.1' })
      expect(answer.status).toBe(422)
      expect(answer.errors.closes_on).toContain('受付を終える日は、始める日と同じ日か')
      expect(answer.formValues.opens_on).toBe('R8.11.1')
    }))

  test('made by the section is on the page of the programme at once, as open', () =>
    w.inCity(city, async (c) => {
      expect((await c.as('nobody').get(urls.show({ city, key }))).says).not.toContain('受付中です')
      const sent = await c.as('section').fill(urls.newCall({ city, key }), call)
      expect([sent.status, sent.location]).toEqual([303, urls.show({ city, key })])
      const page = await c.as('nobody').get(urls.show({ city, key }))
      expect(page.says).toContain('受付中です')
      expect(page.says).toContain('令和8年12月25日')
      const list = await c.as('nobody').get(urls.list({ city }))
      expect(list.headings).toContain('いま受け付けているもの')
    }))

  test('that is over before it is announced is refused: its year was mistyped', () =>
    w.inCity(city, async (c) => {
      const gone = { ...call, opens_on: 'R8.6.1', closes_on: 'R8.8.31' }
      const answer = await c.as('section').fill(urls.newCall({ city, key }), gone)
      expect([answer.status, answer.errors.closes_on]).toEqual([
        422,
        'エラー：受付を終える日は、今日か、それより後の日にしてください。',
      ])
    }))

  test('made twice on the same day is refused', () =>
    w.inCity(city, async (c) => {
      await c.as('section').fill(urls.newCall({ city, key }), call)
      const again = await c.as('section').fill(urls.newCall({ city, key }), call)
      expect(again.status).toBe(422)
      expect(again.errors.opens_on).toContain('すでにあります')
    }))
})

describe('a programme whose call is over', () => {
  const past = { opens_on: '2026-06-01', closes_on: '2026-08-31' }

  test('says when it was and when it usually opens, is quiet, and promises nothing', () =>
    w.inCity(city, async (c) => {
      await c.as('section').fill(urls.newCall({ city, key }), call)
      await c.run((db) => db.updateTable('calls').set(past).where('city_id', '=', c.cityId).execute())
      const page = await c.as('nobody').get(urls.show({ city, key }))
      expect(page.says).toContain('いまは受け付けていません')
      expect(page.says).toContain('令和8年度の受付は、令和8年8月31日に終わりました。')
      expect(page.says).toContain('例年どおりなら、次は令和9年6月1日ごろからです。')
      expect(page.buttons.some((button) => button.includes('書き始める'))).toBe(false)
      expect(page.links.map(({ text }) => text)).toContain('次の受付に向けて下書きを書いておく')
      expect(page.says).toContain('受付終了令和8年8月31日(月)終わりました')
      const list = await c.as('nobody').get(urls.list({ city }))
      expect(list.says).toContain('令和8年8月31日に終わりました')
    }))

  test('with a next one made, that one is spoken of, and one may begin to write', () =>
    w.inCity(city, async (c) => {
      await c.as('section').fill(urls.newCall({ city, key }), past)
      const next = { fiscal_year: 'R9', opens_on: 'R9.6.1', closes_on: 'R9.8.31', note: '' }
      await c.as('section').fill(urls.newCall({ city, key }), next)
      const page = await c.as('nobody').get(urls.show({ city, key }))
      expect(page.says).toContain('受付はこれからです')
      expect(page.says).toContain('令和9年6月1日')
      expect(page.says).not.toContain('いまは受け付けていません')
      const list = await c.as('nobody').get(urls.list({ city }))
      expect(list.says).toContain('令和9年6月1日から')
    }))
})

describe('the pages of the programmes', () => {
  test('show every programme of every charter, with its criteria and who may propose', () =>
    w.run(async (world) => {
      for (const slug of ['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma', 'kawasaki']) {
        const { charter } = (await world.app.directory.find(slug, world.now))!
        const nobody = (await import('../../../../test/http.ts')).browse(world, null)
        const list = await nobody.get(urls.list({ city: slug }))
        expect([slug, list.status]).toEqual([slug, 200])
        for (const one of charter.programmes) {
          const page = await nobody.get(urls.show({ city: slug, key: one.key }))
          expect([slug, one.key, page.status, page.heading]).toEqual([slug, one.key, 200, one.label.ja])
        }
        expect(openToProposals(charter).length).toBeGreaterThan(0)
      }
    }))

  test('a programme that the charter does not have is not there', () =>
    w.inCity(city, async (c) => {
      expect((await c.as('nobody').get(urls.show({ city, key: 'nothing' }))).status).toBe(404)
    }))
})
