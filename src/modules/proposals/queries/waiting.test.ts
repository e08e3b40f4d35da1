import { describe, expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { proposals } from '../index.ts'

const w = useWorld()
const city = 'kawaguchi'
const waitingFor = proposals.inbox!
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

const _kinds = async (db: Db, id: string) =>
  (await entriesOf(db, [{ kind: 'proposal', id }])).map((entry) => entry.kind)

describe('what waits', () => {
  test(
    'for each person is what they can do next, and for nobody else',
    inCity(async (c) => {
      const waiting = (person: string) =>
        c.run(async (db) => (await waitingFor(await c.act(db, person), city)).map(({ kind }) => kind))
      const expected: [Parameters<typeof aProposal>[2], Record<string, string[]>][] = [
        ['draft', { secretary: ['下書きの続きを書く'], section: [], officer: [] }],
        ['submitted', { secretary: [], section: ['受理するか、補正を求める'], officer: [] }],
        ['returned', { secretary: ['補正する'], section: [] }],
        ['accepted', { section: ['話し合いを始める'], officer: ['話し合いを始める'] }],
        ['in_talks', { secretary: ['市からのメッセージに答える'], officer: [] }],
        ['under_review', { section: ['決定する'], officer: [], secretary: [] }],
        ['decided', { section: ['公表する'], secretary: [] }],
      ]
      for (const [state, people] of expected) {
        const row = await c.run((db) => aProposal(c, db, state))
        for (const [person, kinds] of Object.entries(people))
          expect([state, person, await waiting(person)]).toEqual([state, person, kinds])
        await c.run((db) =>
          db
            .updateTable('proposals')
            .set({ state: 'withdrawn', published_at: null })
            .where('id', '=', row.id)
            .execute(),
        )
      }
      expect(await waiting('stranger')).toEqual([])
    }),
  )

  test(
    'each row names the party or office that acts, and beside it the proposer',
    inCity(async (c) => {
      const first = c.parties.first!.name
      const office = c.parties['department-office']!.name
      const of = async (person: string) =>
        (await c.run(async (db) => waitingFor(await c.act(db, person), city))).map((one) => [one.who, one.of])
      const row = await c.run((db) => aProposal(c, db, 'accepted'))
      expect(await of('officer')).toEqual([[office, first]])
      expect(await of('section')).toEqual([['協働の担当課', first]])
      await c.run((db) => db.updateTable('proposals').set({ state: 'returned' }).where('id', '=', row.id).execute())
      expect(await of('secretary')).toEqual([[first, undefined]])
      await c.run((db) => db.updateTable('proposals').set({ channel: 'paper' }).where('id', '=', row.id).execute())
      expect(await of('section')).toEqual([['協働の担当課', `${first}に代わって入力`]])
      await c.run((db) => db.updateTable('proposals').set({ state: 'accepted' }).where('id', '=', row.id).execute())
      expect(await of('section')).toEqual([['協働の担当課', first]])
    }),
  )
})
