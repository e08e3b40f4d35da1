import { expect, test } from 'vitest'
import { addressOf, opened } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

test('what the sides have agreed on is not written over without a trace: both read what it was before', () =>
  w.inCity('kawaguchi', async (c) => {
    const { project, round } = await c.run((db) => opened(c, db))
    const at = addressOf('kawaguchi', project)
    const said = { people: '双方', agreed: '来年は、月に二度集まる。' }
    expect((await c.as('officer').fill(urls.jointTalk(at), said)).status).toBe(303)
    const other = { agreed: '来年は、集まらない。' }
    expect((await c.as('secretary').fill(urls.jointTalk(at), other)).status).toBe(303)
    const entries = await c.run((db) => entriesOf(db, [{ kind: 'evaluation', id: round.id }]))
    expect(entries.at(-1)!.payload.changes).toEqual([
      { label: '話し合って確かめたこと', before: said.agreed, after: other.agreed },
    ])
    for (const person of ['officer', 'secretary'])
      expect((await c.as(person).get(urls.show(at))).says, person).toMatch(/直した記録.*月に二度集まる/)
  }))
