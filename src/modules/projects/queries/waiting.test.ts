import { expect, test } from 'vitest'
import { addressOf, aParty, aProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { projects } from '../index.ts'

const w = useWorld()

test('the inbox says what is to be begun, ended and gone on with, to those who may', () =>
  w.inCity('iruma', async (c) => {
    const project = await c.run((db) =>
      aProject(c, db, 'active', { ends_on: '2020-03-31', starts_on: '2019-04-01', sunset_on: '2020-03-31' }),
    )
    await c.run((db) => aProject(c, db))
    const waits = (one: string) =>
      c.run(async (db) => (await projects.inbox!(await c.act(db, one), 'iruma')).map(({ kind }) => kind).sort())
    expect(await waits('section')).toEqual(['事業を始める', '活動を終えて評価に進む'])
    expect(await waits('officer')).toEqual(['事業を始める', '活動を終えて評価に進む'])
    expect(await waits('stranger')).toEqual([])
    expect(await waits('neighbour')).toEqual([])
    expect(addressOf('iruma', project).ref).toBe('r8-project-0001')
  }))

test('as whom it is done is their party or their department by its name; the section sees whose it is', () =>
  w.inCity('iruma', async (c) => {
    const parties = [aParty(c, 'first'), aParty(c, 'city')]
    await c.run((db) => aProject(c, db, 'planned', { parties }))
    const asWhom = (one: string) =>
      c.run(async (db) => (await projects.inbox!(await c.act(db, one), 'iruma')).map(({ who, of }) => [who, of]))
    const office = c.parties['department-office']!.name
    expect(await asWhom('officer')).toEqual([[office, undefined]])
    expect(await asWhom('section')).toEqual([['協働の担当課', office]])
    await c.run((db) => db.updateTable('project_parties').set({ is_city: false }).execute())
    expect(await asWhom('secretary')).toEqual([[c.parties.first!.name, undefined]])
  }))
