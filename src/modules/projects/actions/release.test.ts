import { expect, test } from 'vitest'
import { addressOf, aProject, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { urls as principles } from '../../principles/urls.ts'
import { urls as register } from '../../register/urls.ts'
import { urls } from '../urls.ts'

const w = useWorld()

test('nobody without a part in it sees a project before it is released, nor edits it afterwards', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aProject(c, db)))
    for (const person of ['nobody', 'stranger', 'neighbour'])
      expect((await c.as(person).get(urls.show(at))).status, person).toBe(404)
    expect((await c.as('stranger').get(urls.edit(at))).status).toBe(404)
    expect((await c.as('secretary').get(urls.release(at))).status).toBe(403)
    await c.as('section').fill(urls.release(at))
    expect((await c.as('stranger').get(urls.show(at))).status).toBe(200)
    expect((await c.as('stranger').get(urls.edit(at))).status).toBe(404)
  }))

test('a page that is taken back is gone from the list, the search and the downloads at once', () =>
  w.inCity('kawaguchi', async (c) => {
    const city = { city: 'kawaguchi' }
    const at = addressOf('kawaguchi', await c.run((db) => aPublicProject(c, db)))
    expect((await c.as('nobody').get(urls.show(at))).status).toBe(200)
    expect((await c.as('section').fill(urls.retraction(at), { reason: '内容を確かめるため' })).status).toBe(303)
    expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
    expect((await c.as('nobody').get(principles.show(at))).status).toBe(404)
    for (const page of [
      register.projects(city, { q: '買い物' }),
      register.projectsCsv(city),
      register.projectsJson(city),
      register.feed(city),
    ])
      expect((await c.as('nobody').get(page)).text, page).not.toContain('買い物の道')
  }))

test('what is public is not released again, and what is not cannot be taken back', () =>
  w.inCity('kawaguchi', async (c) => {
    const [open, closed] = await c.run(async (db) => [await aPublicProject(c, db), await aProject(c, db)])
    const again = await c.as('section').get(urls.release(addressOf('kawaguchi', open!)))
    expect([again.status, again.says.includes('すでに公開されています')]).toEqual([409, true])
    const early = await c.as('section').get(urls.retraction(addressOf('kawaguchi', closed!)))
    expect([early.status, early.says.includes('公開されていません')]).toEqual([409, true])
    expect((await c.as('secretary').get(urls.retraction(addressOf('kawaguchi', open!)))).status).toBe(403)
  }))
