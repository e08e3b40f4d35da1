import { expect, test } from 'vitest'
import { addressOf, aProject, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { urls as projects } from '../../projects/urls.ts'
import { urls } from '../urls.ts'

const w = useWorld()

test('nobody without a part in a project reads its principles before it is released', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aProject(c, db)))
    for (const person of ['nobody', 'stranger', 'neighbour'])
      expect((await c.as(person).get(urls.show(at))).status, person).toBe(404)
    expect((await c.as('secretary').get(urls.show(at))).status).toBe(200)
  }))

test('everyone reads each principle of the charter under its own heading, and is led to where its proofs stand', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aPublicProject(c, db)))
    const page = await c.as('nobody').get(urls.show(at))
    for (const { label } of c.charter.principles)
      expect(
        page.headings.some((one) => one.startsWith(`${label.ja}：`)),
        label.ja,
      ).toBe(true)
    const summary = await c.as('nobody').get(projects.show(at))
    expect(summary.links.map(({ href }) => href)).toContain(urls.show(at))
    for (const one of [page, summary]) expect(one.links.map(({ href }) => href)).toContain(`${projects.show(at)}#roles`)
  }))
