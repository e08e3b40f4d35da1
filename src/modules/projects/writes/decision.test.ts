import { expect, test } from 'vitest'
import { aProject, aPublicProject, opened, revisedCharter } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { beginEvaluation, decideOn, findRound, noteTalk } from '../../evaluations/index.ts'
import { decideProject, findProjectById } from '../index.ts'

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

test('the year after the last that the charter allows is refused', () =>
  w.inCity('iruma', async (c) => {
    await revisedCharter(c, '2026-11-01', (charter) => {
      charter.timeLimit!.limits = { ...charter.timeLimit!.limits!, longestYears: 1 }
    })
    await c.run(async (db) => {
      const { round } = await opened(c, db)
      const act = await c.act(db, 'section')
      await noteTalk(act, round, {
        talked_on: '2026-11-20',
        people: '双方',
        agreed: '続けます。',
        notes: {},
      })
      const go = (decision: 'continue' | 'hand-over') =>
        decideOn(act, round, { decision, reasons: '理由', decided_on: '2026-11-20', committee_on: null })
      await expect(go('continue')).rejects.toThrow('通算1年まで')
      expect((await go('hand-over')).made.decision).toBe('hand-over')
    })
  }))

test('those who do not answer for it decide nothing, and nothing is decided while the work goes on', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const made = { decision: 'end' as const, reasons: '理由', decided_on: '2026-11-20', done: [], evaluated: false }
      const waiting = await aProject(c, db, 'awaiting_evaluation')
      await expect(decideProject(await c.act(db, 'secretary'), waiting, made)).rejects.toThrow(Forbidden)
      const act = await c.act(db, 'section')
      await expect(decideProject(act, await aProject(c, db, 'active'), made)).rejects.toThrow(Conflict)
      expect((await decideProject(act, waiting, made)).made).toMatchObject({ state: 'decided', decision: 'end' })
      await expect(decideProject(act, waiting, made)).rejects.toThrow(Conflict)
    }),
  ))
