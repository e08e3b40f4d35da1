import { expect, test } from 'vitest'
import { addressOf, aProject, aPublicProject, aStoppedProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { urls } from '../urls.ts'

const w = useWorld()

test('a target stands once the work has begun; only its result is written', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run((db) => aProject(c, db))
    const at = addressOf('kawaguchi', project)
    const target = {
      'targets.0.indicator': '付き添った回数',
      'targets.0.value': '40',
      'targets.0.unit': '回',
      'targets.0.by_on': '令和9年3月31日',
    }
    expect((await c.as('secretary').fill(urls.targets(at), target, 'send')).status).toBe(303)
    await c.run((db) => db.updateTable('projects').set({ state: 'active' }).where('id', '=', project.id).execute())
    const easier = await c
      .as('secretary')
      .fill(urls.targets(at), { 'targets.0.value': '10', 'targets.0.result': '30' }, 'send')
    expect(easier.status).toBe(422)
    expect(easier.says).toContain('目標そのものは変えられません')
    expect((await c.as('secretary').fill(urls.targets(at), { 'targets.0.result': '30' }, 'send')).status).toBe(303)
    expect((await c.as('secretary').get(urls.show(at))).says).toContain('30回（75％）')
  }))

test('twenty at most is not reached with twenty-three, and is reached with eighteen', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run((db) => aPublicProject(c, db, 'planned'))
    const at = addressOf('kawaguchi', project)
    const target = {
      'targets.0.indicator': 'はみ出した看板',
      'targets.0.value': '20',
      'targets.0.unit': '件',
      'targets.0.direction': 'at_most',
      'targets.0.by_on': '令和9年3月31日',
    }
    expect((await c.as('secretary').fill(urls.targets(at), target, 'send')).status).toBe(303)
    await c.run((db) => db.updateTable('projects').set({ state: 'active' }).where('id', '=', project.id).execute())
    const said = async (result: string) => {
      const sent = await c.as('secretary').fill(urls.targets(at), { 'targets.0.result': result }, 'send')
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      return (await c.as('nobody').get(urls.show(at))).says
    }
    expect(await said('23')).toContain('20件以下 → 結果 23件 届きませんでした')
    expect(await said('18')).toContain('20件以下 → 結果 18件 届きました')
    const easier = { 'targets.0.direction': 'at_least', 'targets.0.result': '23' }
    expect((await c.as('secretary').fill(urls.targets(at), easier, 'send')).status).toBe(422)
  }))

test('strangers do not find where targets are written, and nobody writes them once all is decided', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aProject(c, db)))
    expect((await c.as('stranger').get(urls.targets(at))).status).toBe(404)
    const over = addressOf('kawaguchi', await c.run((db) => aStoppedProject(c, db)))
    for (const page of [urls.targets(over), urls.edit(over), urls.newMilestone(over), urls.newReport(over)])
      expect((await c.as('section').get(page)).status, page).toBe(409)
  }))
