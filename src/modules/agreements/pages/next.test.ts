import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, groups, signAs } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { urls as projects } from '../../projects/urls.ts'
import { findAgreementById } from '../queries/one.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()
const city = { city: 'kawaguchi' }
const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)
type Made = Parameters<typeof anAgreement>[2]
const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))
const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

describe('after the last signature', () => {
  const label = '事業を登録する'

  test(
    'the section is led on to the project that was agreed on; the group hears who does it, and is offered nothing it may not do',
    inCity(async (c) => {
      const agreement = await make(c, 'in_force')
      const page = await c.as('section').get(urls.show(at(agreement)))
      const link = page.links.find(({ text }) => text === label)
      expect(link?.href).toBe(projects.new(city, { agreement: agreement.id }))
      expect((await c.as('section').get(link!.href)).field('事業の名前')).toBe(agreement.title)
      const group = await c.as('secretary').get(urls.show(at(agreement)))
      expect(group.links.map(({ text }) => text)).not.toContain(label)
      expect(group.says).toContain('次は、担当課がこの取り決めから事業を登録します')
    }),
  )

  test(
    'groups among themselves register it themselves, where the charter lets them collaborate without the city',
    inCity(async (c) => {
      const sides = await c.run(async (db) => [(await groupAndCity(db, c))[0]!, (await groups(db, c, 1))[0]!])
      const agreement = await make(c, 'in_force', { sides, draft: { kind: 'mutual' } })
      const page = await c.as('secretary').get(urls.show(at(agreement)))
      expect(page.links.map(({ text }) => text)).toContain(label)
      expect(page.says).not.toContain('担当課がこの取り決めから')
    }),
  )

  test(
    'not before it, and not again once the project is registered: then the page leads to the project',
    inCity(async (c) => {
      const offered = await make(c, 'offered')
      const labels = async () => (await c.as('section').get(urls.show(at(offered)))).links.map(({ text }) => text)
      expect(await labels()).not.toContain(label)
      await c.run(async (db) => {
        for (const side of await groupAndCity(db, c))
          await signAs(db, c, side, (await findAgreementById(db, offered.id))!)
      })
      const form = projects.new(city, { agreement: offered.id })
      const more = { summary: '花壇を育てます。', forms: [c.charter.forms[0]!.key], beneficiaries: '散歩する人' }
      const sent = await c.as('section').fill(form, more, 'send')
      expect([sent.status, sent.errors]).toEqual([303, {}])
      expect(await labels()).not.toContain(label)
      const page = await c.as('secretary').get(urls.show(at(offered)))
      expect(page.links.map(({ href }) => href)).toContain(sent.location!.split('?')[0])
      expect(page.says).not.toContain('担当課がこの取り決めから')
    }),
  )
})
