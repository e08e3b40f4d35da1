import { expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()

const city = { city: 'kawaguchi' }

const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

type Made = Parameters<typeof anAgreement>[2]

const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))

const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

test(
  'before a copy is released, the section reads it with its words blacked out; nothing is public yet',
  inCity(async (c) => {
    const agreement = await make(c, 'in_force')
    const section = c.as('section')
    const preview = await section.follow(
      await section.fill(urls.release(at(agreement)), { withheld: '土手' }, 'preview'),
    )
    expect(preview.says).toContain('■■■に咲く花を')
    expect(preview.field('伏せる言葉')).toBe('土手')
    expect((await c.as('nobody').get(urls.show(at(agreement)))).status).toBe(404)
    await section.post(urls.release(at(agreement)), preview.formValues)
    expect((await c.as('nobody').get(urls.show(at(agreement)))).heading).toBe('■■■の花壇をともに育てる')
  }),
)
