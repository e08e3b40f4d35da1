import { expect, test } from 'vitest'
import { addressOf, aProject, aStoppedProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { findProjectById } from '../index.ts'
import { urls } from '../urls.ts'
import { addMilestone, reviseMilestone } from './index.ts'

const w = useWorld()

const point = { acting_for: '', title: '秋の会', due_on: '2026-12-01', done_on: null }

test('a stranger sets no point on the way, and nobody does once all is decided', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const project = await aProject(c, db, 'active')
      await expect(addMilestone(await c.act(db, 'stranger'), project, point)).rejects.toThrow(Forbidden)
      const over = await aStoppedProject(c, db)
      await expect(addMilestone(await c.act(db, 'section'), over, point)).rejects.toThrow(Conflict)
    }),
  ))

test('a party sets it, moves it and reaches it; not on a day that lies ahead, and not when a stranger says so', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const project = await aProject(c, db, 'active')
      const act = await c.act(db, 'secretary')
      await addMilestone(act, project, point)
      const there = async () => {
        const one = (await findProjectById(db, project.id))!
        return { ...one, milestone: one.milestones[0]! }
      }
      const reached = { ...point, title: '冬の会', done_on: '2026-11-20' }
      await expect(reviseMilestone(await c.act(db, 'stranger'), await there(), reached)).rejects.toThrow(Forbidden)
      const ahead = { ...reached, done_on: '2026-12-24' }
      await expect(reviseMilestone(act, await there(), ahead)).rejects.toThrow(Invalid)
      const { happened } = await reviseMilestone(act, await there(), reached)
      expect(happened.map(({ event }) => event.kind)).toEqual(['project.milestone-reached'])
      expect((await there()).milestones).toMatchObject([{ title: '冬の会', done_on: '2026-11-20' }])
    }),
  ))

test('a point that the project does not have is not found', () =>
  w.inCity('iruma', async (c) => {
    const at = addressOf('iruma', await c.run((db) => aProject(c, db, 'active')))
    expect((await c.as('section').get(urls.milestone({ ...at, milestone: 'none' }))).status).toBe(404)
  }))
