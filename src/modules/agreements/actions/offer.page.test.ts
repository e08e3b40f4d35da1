import { describe, expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { clausesOf } from '../../texts/index.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()
const city = { city: 'kawaguchi' }
const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)
type Made = Parameters<typeof anAgreement>[2]
const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))
const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })
const money = (c: CityWorld) => [{ party: c.parties.city!.id, yen: '1000000', for: '苗と土' }]

describe('before a text is offered', () => {
  test(
    'clauses nobody touched are not called changed: what was left out is named apart',
    inCity(async (c) => {
      const agreement = await make(c, 'draft')
      const page = await c.as('section').get(urls.offer(at(agreement)))
      expect(page.says).toContain('条文は、すべて市のひな形のままです')
      const left = clausesOf(c.charter.agreement.clauses).find(({ required, text }) => !required && text)!
      expect(page.says).toMatch(new RegExp(`入れていないひな形の条文[^。]*${left.heading}`))
    }),
  )

  test(
    'the letter that goes to each party with its paper is shown first, as a draft without a number; who represents a party is the section’s to read',
    inCity(async (c) => {
      const page = await c.as('section').get(urls.offer(at(await make(c, 'draft'))))
      expect(page.says).toContain('案（番号は、決裁のあとに付きます）')
      expect(page.says).toContain('署名について（お願い）')
      expect(page.says).toContain('代表者')
      expect(page.says).toContain('照合番号（署名を求めるときに付きます）')
      const secretary = await c.as('secretary').get(urls.offer(at(await make(c, 'draft'))))
      expect(secretary.says).toContain('署名について（お願い）')
      expect(secretary.says).not.toContain('代表者')
    }),
  )

  test(
    'a clause in words of its own is named with its heading, beside the model',
    inCity(async (c) => {
      const clause = clausesOf(c.charter.agreement.clauses).find(({ key }) => key === 'personal-data')!
      const draft = { clauses: { [clause.key]: { text: '名簿は持ち出さない。' } } }
      const page = await c.as('section').get(urls.offer(at(await make(c, 'draft', { draft }))))
      expect(page.says).toContain(`市のひな形と違う条文（1か所） ${clause.heading}`)
      expect(page.says).toContain(clause.text)
    }),
  )

  test(
    'of an amendment the page says what would change of the text in force, for those who offer it and for those who sign it',
    inCity(async (c) => {
      const agreement = await make(c, 'in_force')
      const secretary = c.as('secretary')
      const begun = await secretary.fill(urls.amendment(at(agreement)))
      const saved = await secretary.fill(begun.location!, { note: '対岸に広げるため', purpose: '対岸にも花を広げる。' })
      const offer = await secretary.get(saved.location!)
      expect(offer.headings).toContain('第1版（いまの文面）から変わるところ')
      expect(offer.headings).toContain('条文 目的')
      expect(offer.headings).not.toContain('別表 役割')
      expect(offer.says).toContain('この取り決めによる事業の登録も')
      await secretary.fill(saved.location!)
      const sign = await secretary.get(urls.signature(at(agreement)))
      expect(sign.headings).toContain('第1版（いまの文面）から変わるところ')
      expect(sign.says).toContain('対岸に広げるため')
    }),
  )
})

test(
  'money and days read as people write them, in the draft and in the text',
  inCity(async (c) => {
    const agreement = await make(c, 'draft', { draft: { money: money(c), starts_on: 'R8.12.1' } })
    const section = c.as('section')
    const shown = await section.get(urls.show(at(agreement)))
    expect(shown.says).toContain('1,000,000円')
    expect(shown.says).toContain('令和8年12月1日(火)')
    expect(shown.says).not.toMatch(/1000000|R8\.12\.1/)
    const offer = await section.get(urls.offer(at(agreement)))
    expect(offer.says).toContain('1,000,000円')
    expect(offer.says).toContain('令和9年3月31日(水)')
    expect(offer.says).not.toContain('1000000')
  }),
)
