import { expect, test } from 'vitest'
import { aProject, aStoppedProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { stopProject } from './index.ts'

const w = useWorld()

const given = { acting_for: '', decided_on: '2026-11-20', reasons: '担い手がいなくなったため。' }

test('a group that works with the city cannot give it up alone', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const project = await aProject(c, db, 'active')
      await expect(stopProject(await c.act(db, 'secretary'), project, given)).rejects.toThrow(Forbidden)
    }),
  ))

test('it is given up once, not after its work is done, and not before it began', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const act = await c.act(db, 'section')
      await expect(stopProject(act, await aStoppedProject(c, db), given)).rejects.toThrow(Conflict)
      const over = await aProject(c, db, 'awaiting_evaluation')
      await expect(stopProject(act, over, given)).rejects.toThrow(Conflict)
      const early = { ...given, decided_on: '2026-04-30' }
      await expect(stopProject(act, await aProject(c, db, 'active'), early)).rejects.toThrow(Invalid)
    }),
  ))

test('given up, it is decided that it ends, with the reason', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const { made } = await stopProject(await c.act(db, 'section'), await aProject(c, db, 'active'), given)
      expect(made).toMatchObject({ state: 'decided', decision: 'end', decision_reasons: given.reasons })
    }),
  ))
