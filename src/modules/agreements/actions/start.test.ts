import { describe, expect, test } from 'vitest'
import { placeIn } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Act } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { groundOf } from '../queries/ground.ts'
import { startAgreement } from './start.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const freely = { title: '見守り', kind: 'mutual', acting_for: '', proposal: '' }

const start = async (c: CityWorld, act: Act, input: typeof freely) =>
  startAgreement(act, await groundOf(act, placeIn(c)), input)

describe('to begin', () => {
  test(
    'a stranger cannot, nor somebody who only signs',
    inCity(async (c, db) => {
      for (const person of ['stranger'])
        await expect(start(c, await c.act(db, person), freely)).rejects.toThrow(Forbidden)
    }),
  )

  test(
    'a group cannot begin by itself where the charter knows no collaboration without the city',
    inCity(async (c, db) => {
      await expect(start(c, await c.act(db, 'secretary'), freely)).rejects.toThrow('市の加わる取り決め')
    }, 'yoshikawa'),
  )

  test(
    'a group begins by itself where the charter lets groups collaborate, and writes only for itself',
    inCity(async (c, db) => {
      const act = await c.act(db, 'neighbour')
      const own = { ...freely, acting_for: c.parties.second!.id }
      expect((await start(c, act, own)).made.state).toBe('draft')
      await expect(start(c, act, { ...own, acting_for: c.parties.first!.id })).rejects.toThrow(Forbidden)
    }),
  )
})
