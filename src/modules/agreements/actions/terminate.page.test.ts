import { describe, expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { publicEntriesOf } from '../../../platform/record/index.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()
const city = { city: 'kawaguchi' }
const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)
const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })
const inside = '運転する方の一人が入院したため'

describe('giving an agreement up', () => {
  test(
    'the form says, before anything is written, which of its words become public',
    inCity(async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
      const page = await c.as('secretary').get(urls.termination(at(agreement)))
      expect(page.says).toMatch(/理由[^。]*当事者と担当課だけが読みます。公開されません/)
      expect(page.says).toMatch(/公開のページに載せる理由[^。]*公開されます/)
    }),
  )

  test.each([
    ['in their own words for everyone', '安全に続けられなくなったため'],
    ['without any', ''],
  ])('the reason told among the parties stays among them; everyone reads the public one, %s', (_, public_reason) =>
    world.inCity('kawaguchi', async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
      await c.as('section').fill(urls.release(at(agreement)), { withheld: '' })
      const sent = await c
        .as('secretary')
        .fill(urls.termination(at(agreement)), { reason: inside, public_reason, ended_on: '令和8年12月20日' })
      expect([sent.status, sent.errors]).toEqual([303, {}])
      const waiting = await c.as('section').get(sent.location ?? '')
      expect(waiting.says).toMatch(/取りやめる日\s*令和8年12月20日/)
      expect(waiting.says).toContain(public_reason || 'なし（取りやめた日だけ載ります）')
      expect(waiting.says).not.toContain('2026-12-20')
      expect(waiting.says).toContain(inside)
      expect((await c.as('nobody').get(urls.show(at(agreement)))).says).not.toContain('取りやめました')
      await c.as('section').fill(sent.location ?? '', {})
      expect((await c.as('representative').get(urls.show(at(agreement)))).says).toContain(inside)
      const open = await c.as('nobody').get(urls.show(at(agreement)))
      expect(open.says).toContain('令和8年12月20日(日)をもって取りやめました')
      expect(open.text).not.toContain(inside)
      if (public_reason) expect(open.says).toContain(public_reason)
      const told = await c.doors.public.run((db) =>
        publicEntriesOf(db, c.cityId, [{ kind: 'agreement', id: agreement.id }]),
      )
      expect(told.map(({ kind }) => kind)).toContain('agreement.terminated')
      expect(JSON.stringify(told)).not.toContain(inside)
    }),
  )

  test(
    'what was never signed is never public, and is asked for no public words',
    inCity(async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'draft'))
      const page = await c.as('secretary').get(urls.termination(at(agreement)))
      expect(page.says).not.toContain('公開のページに載せる理由')
    }),
  )
})
