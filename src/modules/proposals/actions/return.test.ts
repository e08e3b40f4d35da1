import { describe, expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { returnProposal } from './return.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

describe('returning a proposal', () => {
  test(
    'says beforehand who hears of it, and accepts no day in the past',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'submitted'))
      const page = await c.as('section').get(urls.return({ city, ref: refOf(row) }))
      expect(page.says).toContain('団体に、直していただきたいところがあることが伝わります。')
      await c.run(async (db) => {
        const section = await c.act(db, 'section')
        const return_note = '収支の合計を確かめてください。'
        await expect(returnProposal(section, row, { return_note, return_by: '2026-11-24' })).rejects.toThrow(Invalid)
        await returnProposal(section, row, { return_note, return_by: '2026-11-25' })
      })
    }),
  )
})
