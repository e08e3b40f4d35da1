import { expect, test } from 'vitest'
import { aProject, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { rebuildSearch } from '../../../platform/search/index.ts'
import { projects } from '../index.ts'

const w = useWorld()

test('the search tables made anew are those that every change wrote', () =>
  w.inCity('kawaguchi', async (c) => {
    await c.run(async (db) => {
      await aPublicProject(c, db)
      await aPublicProject(c, db, 'active', { title: '髙﨑𠮷の<b>花壇</b>' })
      await aProject(c, db)
    })
    const rows = () =>
      c.run((db) => db.selectFrom('published.search').selectAll().where('kind', '=', 'project').orderBy('id').execute())
    const before = await rows()
    expect(before).toHaveLength(2)
    await c.run((db) => rebuildSearch(db, [projects]))
    expect(await rows()).toEqual(before)
  }))
