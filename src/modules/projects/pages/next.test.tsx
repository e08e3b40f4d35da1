import { expect, test } from 'vitest'
import { addressOf, aProject, aPublicProject, aStoppedProject } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { word } from '../../charters/index.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import { addMilestone, findProjectById, type Inside, releaseProject } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

async function offeredTo(c: CityWorld, person: string, project: Inside): Promise<string[]> {
  const page = await c.as(person).get(urls.show(addressOf(c.slug, project)))
  return page.links.map(({ href }) => href)
}

test('a year is evaluated from the page of the project, also while it is under way, by those who write for it', () =>
  w.inCity('kawaguchi', async (c) => {
    for (const state of ['active', 'awaiting_evaluation'] as const) {
      const project = await c.run((db) => aProject(c, db, state))
      const begin = evaluations.new(addressOf(c.slug, project))
      expect((await c.as('secretary').get(begin)).heading).toBe(`${word(c.charter, 'evaluation')}を始める`)
      expect(await offeredTo(c, 'secretary', project)).toContain(begin)
      expect((await c.as('signatory').get(begin)).status).toBe(403)
      expect(await offeredTo(c, 'signatory', project)).not.toContain(begin)
    }
  }))

test('a point on the way is corrected from the page, also once it was reached', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run(async (db) => {
      const one = await aProject(c, db, 'active')
      const point = { acting_for: '', title: '秋の会', due_on: '2026-11-01', done_on: '2026-10-20' }
      await addMilestone(await c.act(db, 'secretary'), one, point)
      return (await findProjectById(db, one.id))!
    })
    const at = { ...addressOf(c.slug, project), milestone: project.milestones[0]!.id }
    expect(await offeredTo(c, 'secretary', project)).toContain(urls.milestone(at))
  }))

test('the page of a project that is over is taken back from where everyone reads it', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run(async (db) => {
      const section = await c.act(db, 'section')
      return (await releaseProject(section, await aStoppedProject(c, db))).made
    })
    expect(project.state).toBe('decided')
    expect(await offeredTo(c, 'section', project)).toContain(urls.retraction(addressOf(c.slug, project)))
    expect(await offeredTo(c, 'secretary', project)).not.toContain(urls.retraction(addressOf(c.slug, project)))
  }))

test('what is asked of a project now comes before what may be done with it', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
    const page = await c.as('secretary').get(urls.show(addressOf(c.slug, project)))
    const shown = page.links.map(({ text }) => text)
    const [asked, possible] = [`${word(c.charter, 'evaluation')}を始める`, '活動を報告する']
    expect(shown.filter((text) => text === asked || text === possible)).toEqual([asked, possible])
  }))
