import { expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { urls } from '../urls.ts'

const world = useWorld()
const city = { city: 'kawaguchi' }
const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

test(
  'an officer whose department was in charge of the proposal begins the text, and goes on writing what was begun',
  inCity(async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const officer = c.as('officer')
    const started = await officer.fill(urls.new(city), { proposal: proposal.id, title: '花壇', kind: 'agreement' })
    expect([started.status, started.errors]).toEqual([303, {}])
    expect((await officer.follow(started)).heading).toBe('文面を書く')
  }),
)

test(
  'an officer begins one freely, and is not shut out of it',
  inCity(async (c) => {
    const officer = c.as('officer')
    const started = await officer.fill(urls.new(city), { title: '花壇', kind: 'agreement' })
    expect([started.status, started.errors]).toEqual([303, {}])
    expect((await officer.follow(started)).heading).toBe('文面を書く')
  }),
)
