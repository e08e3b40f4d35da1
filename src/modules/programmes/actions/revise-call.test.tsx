import { expect, test } from 'vitest'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { listPublishedCalls } from '../queries.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const key = 'proposal-scheme'

/** The page on which a call is revised, of one that the section has made. */
async function aCall(c: CityWorld): Promise<string> {
  const dates = { fiscal_year: '令和8年度', opens_on: 'R8.11.1', closes_on: '令和8年12月25日', note: '' }
  await c.as('section').fill(urls.newCall({ city, key }), dates)
  const [made] = await c.doors.public.run((db) => listPublishedCalls(db, c.cityId, key))
  return urls.editCall({ city, key, call: made!.id })
}

test('nobody but the section changes the dates of a call', () =>
  w.inCity(city, async (c) => {
    const page = await aCall(c)
    for (const person of ['secretary', 'officer', 'stranger'])
      expect([person, (await c.as(person).get(page)).status]).toEqual([person, 403])
  }))

test('more time that the section gives is on the page of the programme at once', () =>
  w.inCity(city, async (c) => {
    const sent = await c.as('section').fill(await aCall(c), { closes_on: '令和9年1月15日' })
    expect([sent.status, sent.location]).toEqual([303, urls.show({ city, key })])
    expect((await c.as('nobody').get(urls.show({ city, key }))).says).toContain('令和9年1月15日')
  }))

test('dates that somebody else has changed meanwhile are not written over', () =>
  w.inCity(city, async (c) => {
    const page = await aCall(c)
    const section = c.as('section')
    const before = await section.get(page)
    await c.as('clerk').fill(page, { closes_on: '令和9年1月15日' })
    const late = await section.post(page, { ...before.formValues, closes_on: '令和9年1月31日' })
    expect(late.status).toBe(409)
    expect((await c.as('nobody').get(urls.show({ city, key }))).says).toContain('令和9年1月15日')
  }))

test('a call is not moved to the first day of another one of its year, and the sentence is at that day', () =>
  w.inCity(city, async (c) => {
    const page = await aCall(c)
    const other = { fiscal_year: '令和8年度', opens_on: 'R9.1.10', closes_on: '令和9年2月1日', note: '' }
    await c.as('section').fill(urls.newCall({ city, key }), other)
    const sent = await c.as('section').fill(page, { opens_on: 'R9.1.10', closes_on: '令和9年2月20日' })
    expect([sent.status, sent.errors.opens_on]).toEqual([422, expect.stringContaining('同じ開始日の受付')])
  }))
