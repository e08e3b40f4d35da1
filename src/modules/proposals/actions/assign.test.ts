import { describe, expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { findProposalById } from '../queries/one.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { assignProposal } from './assign.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

describe('giving a proposal to a department', () => {
  test(
    'the section assigns it, and from then on the department finds it',
    inCity(async (c) => {
      const department_id = c.parties['department-office']!.id
      const row = await c.run((db) => aProposal(c, db, 'submitted'))
      const here = urls.show({ city, ref: refOf(row) })
      expect((await c.as('officer').get(here)).status).toBe(404)
      const page = await c.as('section').get(urls.department({ city, ref: refOf(row) }))
      expect(page.says).toContain('この課に、担当になったことが伝わります。')
      await c.run(async (db) => {
        await assignProposal(await c.act(db, 'section'), row, { department_id })
        expect((await findProposalById(db, row.id))!.department_id).toBe(department_id)
      })
      expect((await c.as('officer').get(here)).status).toBe(200)
    }),
  )

  test(
    'nobody else assigns it, only a department can be chosen, and a decided proposal keeps its department',
    inCity(async (c) => {
      await c.run(async (db) => {
        const department_id = c.parties['department-office']!.id
        const row = await aProposal(c, db, 'accepted')
        for (const person of ['officer', 'secretary', 'stranger'])
          await expect(assignProposal(await c.act(db, person), row, { department_id }), person).rejects.toThrow(
            Forbidden,
          )
        const section = await c.act(db, 'section')
        await expect(assignProposal(section, row, { department_id: c.parties.first!.id })).rejects.toThrow(Invalid)
        const decided = await aProposal(c, db, 'decided')
        await expect(assignProposal(section, decided, { department_id })).rejects.toThrow(Conflict)
      })
    }),
  )
})
