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
        .as('section')
        .fill(urls.termination(at(agreement)), { reason: inside, public_reason, ended_on: '令和8年12月20日' })
      expect([sent.status, sent.errors]).toEqual([303, {}])
      const waiting = await c.as('clerk').get(sent.location ?? '')
      expect(waiting.says).toMatch(/取りやめる日\s*令和8年12月20日/)
      expect(waiting.says).toContain(public_reason || 'なし（取りやめた日だけ載ります）')
      expect(waiting.says).not.toContain('2026-12-20')
      expect(waiting.says).toContain(inside)
      expect((await c.as('nobody').get(urls.show(at(agreement)))).says).not.toContain('取りやめました')
      await c.as('clerk').fill(sent.location ?? '', {})
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
    'a group does it at once, by a button that says so; what the office prepares is none of its business',
    inCity(async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
      const [group, officer] = [c.as('secretary'), c.as('section')]
      const pressed = async (browser: typeof group) => {
        const { buttons, says } = await browser.get(urls.termination(at(agreement)))
        return [buttons.at(-1), says.includes('起案のあと、別の方が確認した時点で行われます')]
      }
      expect([await pressed(group), await pressed(officer)]).toEqual([
        ['取りやめる', false],
        ['起案する', true],
      ])
      await officer.fill(urls.termination(at(agreement)), { reason: inside, ended_on: '令和8年12月20日' })
      expect((await group.get(`${urls.termination(at(agreement))}/confirmation`)).status).toBe(403)
      const page = await group.get(urls.show(at(agreement)))
      expect([page.says.includes('起案'), page.links.map(({ href }) => href)]).toEqual([
        false,
        expect.arrayContaining([urls.termination(at(agreement))]),
      ])
      const sent = await group.fill(urls.termination(at(agreement)), { reason: inside, ended_on: '令和8年12月20日' })
      expect([sent.status, sent.location]).toEqual([303, urls.show(at(agreement))])
      expect((await group.get(urls.show(at(agreement)))).says).toContain('令和8年12月20日(日)をもって取りやめました')
    }),
  )

  test(
    'while it is prepared, officers find the preparation in place of the button',
    inCity(async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
      await c.as('section').fill(urls.termination(at(agreement)), { reason: inside, ended_on: '令和8年12月20日' })
      const { section } = c.people
      for (const [person, sentence] of [
        ['section', '「取りやめる」は、あなたが起案し、別の職員の確認を待っています。'],
        ['clerk', `「取りやめる」は、${section!.name}さんが起案し、別の職員の確認を待っています。`],
      ] as const) {
        const page = await c.as(person).get(urls.show(at(agreement)))
        expect(page.says).toContain(sentence)
        const hrefs = page.links.map(({ href }) => href)
        expect(hrefs).toContain(`${urls.termination(at(agreement))}/confirmation`)
        expect(hrefs).not.toContain(urls.termination(at(agreement)))
      }
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
