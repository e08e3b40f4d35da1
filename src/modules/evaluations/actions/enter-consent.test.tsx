import { describe, expect, test } from 'vitest'
import { addressOf, aParty, aRound } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { findRound } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const city = 'iruma'

/** An opened and talked-over evaluation with a group that uses no mail, whose answer came on paper. */
async function talkedOver(c: CityWorld) {
  const made = await c.run(async (db) => {
    const { project, round } = await aRound(c, db, {
      parties: [aParty(c, 'third'), aParty(c, 'department-office')],
    })
    await db.updateTable('evaluation_seats').set({ answered_at: c.now }).where('evaluation_id', '=', round.id).execute()
    await db
      .updateTable('evaluations')
      .set({ state: 'talked', opened_at: new Date('2026-11-10T01:00:00Z'), talked_on: '2026-11-20' })
      .where('id', '=', round.id)
      .execute()
    return { project, round }
  })
  const at = addressOf(city, made.project)
  const again = async () => (await c.run((db) => findRound(db, made.project.id, made.round.year)))!
  const group = made.round.seats.find(({ is_city }) => !is_city)!
  return { at, again, group, project: made.project }
}

describe('a consent on paper', () => {
  test('is entered by the section alone, never for the city, not before the opening and not for tomorrow', () =>
    w.inCity(city, async (c) => {
      const { at, again, group } = await talkedOver(c)
      for (const person of ['officer', 'neighbour', 'stranger'])
        expect([person, (await c.as(person).get(urls.paperConsent(at))).status]).toEqual([
          person,
          person === 'officer' ? 403 : 404,
        ])
      const section = c.as('section')
      const ofCity = (await again()).seats.find(({ is_city }) => is_city)!
      const paper = new File([new Uint8Array([1])], '同意書.pdf', { type: 'application/pdf' })
      const values = { seat: group.id, consented_on: '令和8年11月21日', channel: 'paper' }
      const silent = await section.fill(urls.paperConsent(at), values)
      expect([silent.status, Object.keys(silent.errors)]).toEqual([422, ['scan']])
      for (const [change, field] of [
        [{ seat: ofCity.id }, 'seat'],
        [{ consented_on: '令和8年11月26日' }, 'consented_on'],
        [{ consented_on: '令和8年11月9日' }, 'consented_on'],
        [{ channel: '' }, 'channel'],
      ] as const) {
        const answer = await section.fill(urls.paperConsent(at), { ...values, scan: paper, ...change })
        expect([field, answer.status, Object.keys(answer.errors)]).toEqual([field, 422, [field]])
      }
      expect((await again()).seats.every(({ consented_at }) => consented_at === null)).toBe(true)
    }))

  test('waits on the section’s inbox, is recorded in the group’s name with its day and channel, and then waits no more', () =>
    w.inCity(city, async (c) => {
      const { at, again, group } = await talkedOver(c)
      const section = c.as('section')
      const waits = '公表への同意をたずね、届いた同意を入力する'
      expect((await section.get(inbox.mine({ city }))).links.map(({ text }) => text)).toContain(waits)
      expect((await section.get(urls.show(at))).links.map(({ href }) => href)).toContain(urls.paperConsent(at))
      const scan = new File([new Uint8Array([1])], '同意書.pdf', { type: 'application/pdf' })
      const values = { seat: group.id, consented_on: '令和8年11月21日', channel: 'counter', scan }
      expect((await section.fill(urls.paperConsent(at), values)).status).toBe(303)
      const round = await again()
      expect(round.seats.find(({ id }) => id === group.id)!.consented_at).not.toBeNull()
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'evaluation', id: round.id }]))
      expect(entries.at(-1)).toMatchObject({
        kind: 'evaluation.consented',
        channel: 'counter',
        party_id: c.parties.third!.id,
        payload: { on: '2026-11-21', sides: [group.name] },
      })
      expect((await section.get(inbox.mine({ city }))).links.map(({ text }) => text)).not.toContain(waits)
      expect((await section.get(urls.paperConsent(at))).status).toBe(409)
      expect((await section.get(urls.release(at))).says).not.toContain(`「${group.name}」`)
    }))
})
