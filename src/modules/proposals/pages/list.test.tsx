import { describe, expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { asJson, newId, onStatement } from '../../../platform/db/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import type { ProposalState } from '../lifecycle.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const at = (row: Parameters<typeof refOf>[0]) => ({ city, ref: refOf(row) })
const make = (c: CityWorld, state: ProposalState, options = {}) => c.run((db) => aProposal(c, db, state, options))

describe('the receipt', () => {
  test('says to whom, whom to ask, and what comes next until when; under one heading', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'submitted')
      const page = await c.as('secretary').get(urls.receipt(at(row)))
      expect(page.headings.filter((heading) => heading.includes('受付票'))).toEqual(['受付票'])
      expect(page.headings).toEqual(['受付票', 'これからのこと'])
      const { section } = c.charter.city.contact
      for (const part of [
        `代表者　${c.people.representative!.name}　様`,
        section.ja,
        '電話',
        '話し合い',
        '令和8年11月30日',
      ])
        expect(page.says.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''))
    }))

  test('no longer says what comes next once it is decided', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided')
      expect((await c.as('secretary').get(urls.receipt(at(row)))).headings).toEqual(['受付票'])
    }))
})

describe('the lists', () => {
  test('lead to a new proposal while a call is open, and otherwise only to when the next one is', () =>
    w.inCity(city, async (c) => {
      const to = (page: { links: { href: string }[] }) => page.links.map(({ href }) => href)
      const early = await c.as('secretary').get(urls.list({ city }))
      expect(to(early)).not.toContain(urls.new({ city }))
      expect(to(early)).toContain(programmes.list({ city }))
      expect(early.says).toContain('いまは受け付けていません。')
      expect(early.says).toMatch(/例年どおりなら、次の受付は令和\d+年\d+月\d+日ごろからです。/)
      expect((await c.as('nobody').get(`${urls.list({ city })}?lang=en`)).says).toContain('In most years')
      await openFor(c)
      const open = await c.as('secretary').get(urls.list({ city }))
      expect(to(open)).toContain(urls.new({ city }))
      expect(open.says).not.toContain('受け付けていません')
      c.at(new Date('2027-01-20T01:00:00Z'))
      expect(to(await c.as('secretary').get(urls.list({ city })))).not.toContain(urls.new({ city }))
    }))

  test('show the public what is released, a group its own, a department what it was given', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      await make(c, 'submitted')
      await make(c, 'in_talks')
      await make(c, 'decided', { released: true })
      const says = async (person: string) => (await c.as(person).get(urls.list({ city }))).says
      expect(await says('nobody')).not.toContain('令8-協働の提案-0001')
      expect(await says('nobody')).toContain('令8-協働の提案-0003')
      expect(await says('stranger')).not.toContain('令8-協働の提案-0002')
      expect(await says('secretary')).toContain('令8-協働の提案-0001')
      expect(await says('section')).toContain('令8-協働の提案-0001')
      expect(await says('officer')).not.toContain('令8-協働の提案-0001')
      expect(await says('officer')).toContain('令8-協働の提案-0002')
    }))

  test('are paged by key, twenty a page, with nothing left out or shown twice', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      await make(c, 'submitted')
      await c.run(async (db) => {
        const row = await db.selectFrom('proposals').selectAll().executeTakeFirstOrThrow()
        for (let number = 2; number <= 45; number++) {
          const { contents, public_contents, public_decision: _, ...rest } = row
          const copy = {
            ...rest,
            id: newId(),
            number,
            contents: asJson(contents),
            public_contents: asJson(public_contents),
          }
          await db.insertInto('proposals').values(copy).execute()
        }
      })
      const seen: string[] = []
      let url: string | undefined = urls.list({ city }, { state: 'submitted' })
      while (url) {
        const page = await c.as('section').get(url.split('#')[0]!)
        seen.push(...(page.says.match(/令8-協働の提案-\d{4}/g) ?? []))
        url = page.links.find(({ text }) => text === '次のページ')?.href
      }
      expect(seen).toHaveLength(45)
      expect(new Set(seen).size).toBe(45)
    }))
})

describe('what a page costs', () => {
  test('the number of statements does not grow with the rows', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'in_talks')
      const count = async (person: string, url: string) => {
        const browser = c.as(person)
        await browser.get(url)
        let statements = 0
        const stop = onStatement(() => statements++)
        await browser.get(url)
        stop()
        return statements
      }
      const pages: [string, string][] = [
        ['section', urls.list({ city })],
        ['secretary', urls.list({ city })],
        ['secretary', urls.show(at(row))],
        ['section', urls.show(at(row))],
      ]
      const before = []
      for (const [person, url] of pages) before.push(await count(person, url))
      for (let i = 0; i < 3; i++) {
        await make(c, 'submitted')
        await make(c, 'decided', { released: true })
        await c.as('secretary').fill(urls.messages(at(row)), { text: `言いたいこと${i}` })
      }
      const after = []
      for (const [person, url] of pages) after.push(await count(person, url))
      expect(after).toEqual(before)
      expect(Math.max(...after)).toBeLessThan(30)
    }))
})
