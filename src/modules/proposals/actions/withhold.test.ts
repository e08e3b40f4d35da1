import { describe, expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { releaseProposal } from './release.ts'
import { withholdProposal } from './withhold.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

describe('releasing and withholding', () => {
  test(
    'nobody but the section does either; what is not decided is not released, what is not public not withheld',
    inCity(async (c) => {
      await c.run(async (db) => {
        const [summary, reason] = ['花壇を育てます。', '個人の名前が入っていたため。']
        const section = await c.act(db, 'section')
        const talked = await aProposal(c, db, 'in_talks')
        await expect(releaseProposal(section, talked, { summary, keys: [] })).rejects.toThrow(Conflict)
        const decided = await aProposal(c, db, 'decided')
        await expect(withholdProposal(section, decided, { reason })).rejects.toThrow(Conflict)
        const open = await aProposal(c, db, 'decided', { released: true })
        for (const person of ['officer', 'secretary', 'stranger']) {
          const act = await c.act(db, person)
          await expect(releaseProposal(act, decided, { summary, keys: [] }), person).rejects.toThrow(Forbidden)
          await expect(withholdProposal(act, open, { reason }), person).rejects.toThrow(Forbidden)
        }
        await withholdProposal(section, open, { reason })
      })
    }),
  )
})
