import { expect, test } from 'vitest'
import { aRound, decide, opened } from '../../../../test/projects.ts'
import { runTimedFor, workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { actorKind } from '../../charters/index.ts'
import { noteTalk } from '../actions/index.ts'
import { evaluations, findRound } from '../index.ts'
import { remindSeats } from '../jobs.ts'

const w = useWorld()

/** How the letters that were written so far begin, by whom they are for. */
const salutations = (c: CityWorld) =>
  c.run(async (db) => {
    const mails = await db.selectFrom('mails').select('body').where('city_id', '=', c.cityId).execute()
    return [...new Set(mails.map(({ body }) => body.split('\n')[0]!))].sort()
  })

test.each(['iruma', 'kawaguchi'])('every letter about an evaluation speaks to a body as one, in %s', (city) =>
  w.inCity(city, async (c) => {
    const { first, 'department-office': office } = c.parties
    const bodies = [`${first!.name}　御中`, `${office!.name}　御中`].sort()
    const { round } = await c.run((db) => opened(c, db))
    await workFor(c, evaluations)
    expect(await salutations(c)).toEqual(bodies)
    await c.run(async (db) => {
      await db.deleteFrom('mails').where('city_id', '=', c.cityId).execute()
      const act = await c.act(db, 'section')
      await noteTalk(act, round, { talked_on: '2026-11-20', people: '双方', agreed: '終えます。', notes: {} })
      await decide(c, db, (await findRound(db, round.project_id, 2026))!, { decision: 'end' })
    })
    await workFor(c, evaluations)
    expect(await salutations(c)).toEqual(bodies)
  }),
)

test('a person who takes part is reminded as a person', () =>
  w.inCity('iruma', async (c) => {
    const { round } = await c.run((db) => aRound(c, db))
    const kind = c.charter.actors.find(({ key }) => actorKind(c.charter, key)?.as === 'person')!.key
    await c.run(async (db) => {
      await db.deleteFrom('mails').where('city_id', '=', c.cityId).execute()
      await db
        .updateTable('project_parties')
        .set({ kind })
        .where('project_id', '=', round.project_id)
        .where('party_id', '=', c.parties.first!.id)
        .execute()
    })
    c.at(new Date(`${round.due_on}T00:00:00+09:00`))
    await runTimedFor(c, remindSeats)
    expect(await salutations(c)).toContain(`${c.parties.first!.name}　様`)
    expect(await salutations(c)).toContain(`${c.parties['department-office']!.name}　御中`)
  }))
