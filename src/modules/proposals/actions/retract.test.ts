import { describe, expect, test } from 'vitest'
import { aProposal, openFor, second } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { findProposalById } from '../queries/one.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { releaseProposal } from './release.ts'
import { retractProposal } from './retract.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

describe('releasing and retracting', () => {
  test(
    'nobody but the section does either; what is not decided is not released, what is not public not retracted',
    inCity(async (c) => {
      await c.run(async (db) => {
        const [summary, reason] = ['花壇を育てます。', '個人の名前が入っていたため。']
        const section = await c.act(db, 'section')
        const talked = await aProposal(c, db, 'in_talks')
        await expect(releaseProposal(section, talked, { summary, keys: [] })).rejects.toThrow(Conflict)
        const decided = await aProposal(c, db, 'decided')
        await expect(retractProposal(section, decided, { reason })).rejects.toThrow(Conflict)
        const open = await aProposal(c, db, 'decided', { released: true })
        for (const person of ['officer', 'secretary', 'stranger']) {
          const act = await c.act(db, person)
          await expect(releaseProposal(act, decided, { summary, keys: [] }), person).rejects.toThrow(Forbidden)
          await expect(retractProposal(act, open, { reason }), person).rejects.toThrow(Forbidden)
        }
        await retractProposal(section, open, { reason })
      })
    }),
  )

  test(
    'the group and the staff read why it was retracted, everyone else does not',
    inCity(async (c) => {
      const one = await c.run((db) => aProposal(c, db, 'decided', { released: true }))
      const [reason, here] = ['個人の名前が入っていたため。', urls.show({ city, ref: refOf(one) })]
      await c.run(async (db) => retractProposal(await c.act(db, 'section'), one, { reason }))
      for (const person of ['secretary', 'section', 'officer'])
        expect([person, (await c.as(person).get(here)).says.includes(reason)]).toEqual([person, true])
      const again = await c.run(async (db) => (await findProposalById(db, one.id))!)
      await c.run(async (db) =>
        releaseProposal.byTwo(await c.act(db, 'section'), await second(c, db), again, { summary: '花壇。', keys: [] }),
      )
      expect((await c.as('nobody').get(here)).says).not.toContain(reason)
    }),
  )
})
