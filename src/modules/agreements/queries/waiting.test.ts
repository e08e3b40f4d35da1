import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, signAs } from '../../../../test/agreements.ts'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { onStatement } from '../../../platform/db/index.ts'
import { agreements } from '../index.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()
const waitingFor = agreements.inbox!

const city = { city: 'kawaguchi' }

const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

type Made = Parameters<typeof anAgreement>[2]

const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))

const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

describe('who hears of it', () => {
  test(
    'the inbox shows a signatory their signature, and the section whose is missing, in two statements',
    inCity(async (c) => {
      const agreement = await make(c, 'offered')
      await c.run(async (db) => {
        const of = async (person: string) => {
          const act = await c.act(db, person)
          let statements = 0
          const stop = onStatement(() => statements++)
          const found = await waitingFor(act, city.city)
          stop()
          return { found: found.map(({ href, kind, who }) => [href, kind, who]), statements }
        }
        expect(await of('secretary')).toEqual({
          found: [[urls.signature(at(agreement)), '署名する', c.parties.first!.name]],
          // What is prepared under four eyes is asked for officers alone.
          statements: 2,
        })
        expect((await of('section')).found).toEqual([[urls.show(at(agreement)), '署名を確かめる', '協働の担当課']])
        expect((await of('representative')).found).toEqual([])
        expect((await of('stranger')).found).toEqual([])
        await signAs(db, c, (await groupAndCity(db, c))[0]!, agreement)
        expect((await of('secretary')).found).toEqual([])
        expect((await of('signatory')).found).toHaveLength(1)
      })
    }),
  )

  test(
    'what an adopted proposal leads to waits on the department by its name',
    inCity(async (c) => {
      await openFor(c)
      const row = await c.run((db) => aProposal(c, db, 'decided'))
      const of = (person: string) =>
        c.run(async (db) => (await waitingFor(await c.act(db, person), city.city)).map((one) => [one.who, one.of]))
      const [group, office] = [c.parties.first!, c.parties['department-office']!]
      expect(row.department_id).toBe(office.id)
      expect(await of('officer')).toEqual([[office.name, group.name]])
      expect(await of('section')).toEqual([['協働の担当課', group.name]])
      expect(await of('secretary')).toEqual([[group.name, undefined]])
    }),
  )
})

test(
  'the section hears of what is signed and not yet public, and everybody of a term that is nearly over',
  inCity(async (c) => {
    const soon = new Date(c.now.getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
    const agreement = await make(c, 'in_force', {
      draft: { starts_on: '令和8年4月1日', ends_on: soon, targets: [{ indicator: '人数', value: '1', by: soon }] },
    })
    const of = (person: string) =>
      c.run(async (db) =>
        (await waitingFor(await c.act(db, person), city.city)).map(({ kind, due, href }) => [kind, due, href]),
      )
    const talk = ['続けるかどうかを話し合う', soon, urls.show(at(agreement))]
    expect(await of('section')).toEqual([
      talk,
      ['公開用の写しを確かめて公開する', undefined, urls.release(at(agreement))],
    ])
    expect(await of('representative')).toEqual([talk])
    expect(await of('neighbour')).toEqual([])
    await c.as('section').fill(urls.release(at(agreement)))
    await c.as('secretary').fill(urls.amendment(at(agreement)))
    expect(await of('section')).toEqual([])
  }),
)
