import { expect, test } from 'vitest'
import { aProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { finishProject } from './index.ts'

const w = useWorld()

const done = { acting_for: '', finished_on: '2026-10-31', actual_yen: null }

test('a group that works with the city cannot end the work of the year', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const project = await aProject(c, db, 'active')
      await expect(finishProject(await c.act(db, 'secretary'), project, done)).rejects.toThrow(Forbidden)
    }),
  ))

test('what has not begun is not ended, and nothing ends before it began', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const act = await c.act(db, 'section')
      await expect(finishProject(act, await aProject(c, db), done)).rejects.toThrow(Conflict)
      const early = { ...done, finished_on: '2026-04-01' }
      await expect(finishProject(act, await aProject(c, db, 'active'), early)).rejects.toThrow(Invalid)
    }),
  ))

test('ended, it waits for its evaluation, with what it cost', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const project = await aProject(c, db, 'active')
      const { made } = await finishProject(await c.act(db, 'officer'), project, { ...done, actual_yen: 280_000 })
      expect(made).toMatchObject({ state: 'awaiting_evaluation', finished_on: '2026-10-31', actual_yen: 280_000 })
    }),
  ))
