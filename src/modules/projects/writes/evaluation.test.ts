import { expect, test } from 'vitest'
import { aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { beginEvaluation, findRound } from '../../evaluations/index.ts'
import { findProjectById } from '../index.ts'

const w = useWorld()

test('the first of two years is looked back on while the work goes on', () =>
  w.inCity('iruma', async (c) => {
    await c.run(async (db) => {
      const two = { fiscal_years: [2026, 2027], starts_on: '2026-05-01', ends_on: '2028-03-31' }
      const project = await aPublicProject(c, db, 'active', two)
      const act = await c.act(db, 'section')
      const begin = async (year: number) =>
        beginEvaluation(act, { project: (await findProjectById(db, project.id))!, charter: c.charter }, { year })
      const { made: round } = await begin(2026)
      expect((await findProjectById(db, project.id))!.state).toBe('active')
      expect(round.year).toBe(2026)
      await expect(begin(2026)).rejects.toThrow(Invalid)
      await begin(2027)
      expect((await findProjectById(db, project.id))!.state).toBe('awaiting_evaluation')
      expect(await findRound(db, project.id, 2027)).toBeDefined()
    })
  }))
