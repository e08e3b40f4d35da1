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
  'the difference between two versions is shown part by part, with the reason',
  inCity(async (c) => {
    const agreement = await make(c, 'in_force')
    const secretary = c.as('secretary')
    const begun = await secretary.fill(urls.amendment(at(agreement)))
    const saved = await secretary.fill(begun.location!, {
      note: '場所を広げるため',
      purpose: '対岸にも花を広げる。',
      'targets.0.value': '1,300',
    })
    await secretary.fill(saved.location!)
    const page = await secretary.get(urls.difference({ ...at(agreement), version: '2' }))
    expect(page.headings).toContain('条文 目的')
    expect(page.says).toContain('場所を広げるため')
    expect(page.says).toContain('手入れに加わった人の数 1,300人以上（令和9年3月31日(水)まで）')
    expect(page.headings).not.toContain('別表 役割')
    expect((await secretary.get(urls.difference({ ...at(agreement), version: '9' }))).status).toBe(404)
  }),
)
