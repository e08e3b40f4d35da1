import { describe, expect, test } from 'vitest'
import { aRound } from '../../../test/projects.ts'
import { aProposal, openFor } from '../../../test/proposals.ts'
import { useWorld } from '../../../test/world.ts'
import { urls as account } from '../accounts/urls.ts'
import { urls } from './urls.ts'

const w = useWorld()
const city = 'kawaguchi'

describe('where signing in leads', () => {
  test('to the inbox of their city for staff and for a group; to the start page for who belongs to none', () =>
    w.inCity(city, async (c) => {
      for (const person of ['section', 'officer', 'secretary'])
        expect([person, (await c.as(person).get(urls.home())).location]).toEqual([person, urls.mine({ city })])
      expect((await c.as('stranger').get(urls.home())).location).toBe('/')
    }))

  test('who belongs to two cities chooses between them', () =>
    w.inCity(city, async (c) => {
      const account_id = c.people.secretary!.account_id!
      const cities = await c.doors.house.run((db) => db.selectFrom('house.cities').select(['id', 'slug']).execute())
      const other = cities.find(({ slug }) => slug === 'iruma')!.id
      await c.doors.city(other).run(async (db) => {
        const members = db.selectFrom('memberships as m').select('m.person_id').where('m.city_id', '=', other)
        const person = await db
          .selectFrom('people')
          .select('id')
          .where('account_id', 'is', null)
          .where('id', 'in', members)
          .executeTakeFirstOrThrow()
        await db.updateTable('people').set({ account_id }).where('id', '=', person.id).execute()
      })
      expect((await c.as('secretary').get(urls.home())).location).toBe('/')
    }))

  test('nobody is asked to sign in, and comes back', () =>
    w.inCity(city, async (c) => {
      expect((await c.as('nobody').get(urls.home())).location).toBe(account.signIn({ next: urls.home() }))
    }))

  test('who came to read something is led back to it, and who came for nothing to their inbox', () =>
    w.inCity(city, async (c) => {
      const nobody = c.as('nobody')
      expect((await nobody.get(account.signIn())).formValues.next).toBe(urls.home())
      expect((await nobody.get(account.signIn({ next: '/kawaguchi/proposals' }))).formValues.next).toBe(
        '/kawaguchi/proposals',
      )
    }))
})

describe('the addresses that stand in older letters', () => {
  test.each([
    ['/me/desk', '/me/inbox'],
    ['/kawaguchi/desk', '/kawaguchi/inbox'],
    ['/kawaguchi/desk?lang=easy', '/kawaguchi/inbox?lang=easy'],
  ])('%s leads for good to %s', (before, after) =>
    w.inCity(city, async (c) => {
      const page = await c.as('section').get(before)
      expect([page.status, page.location]).toEqual([301, after])
    }),
  )
})

describe('the inbox', () => {
  test('says how much waits, how much of it presses, and whose it is', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const empty = await c.as('section').get(urls.mine({ city }))
      expect(empty.says).toContain('いま、あなたを待っていることはありません。')
      await c.run((db) => aProposal(c, db, 'submitted'))
      const page = await c.as('section').get(urls.mine({ city }))
      expect(page.says).toContain('あなたを待っていることが、1件あります。')
      expect(page.says).toContain(c.parties.first!.name)
      expect(page.links.map(({ text }) => text)).toContain('受理するか、補正を求める')
    }))

  test('a thing that is overdue stands first, marked in words', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const back = await c.run((db) => aProposal(c, db, 'returned'))
      await c.run((db) =>
        db.updateTable('proposals').set({ return_by: '2026-11-20' }).where('id', '=', back.id).execute(),
      )
      const draft = await c.run((db) => aProposal(c, db, 'draft'))
      await c.run((db) =>
        db
          .updateTable('proposals')
          .set({ saved_at: new Date('2026-04-01') })
          .where('id', '=', draft.id)
          .execute(),
      )
      const page = await c.as('secretary').get(urls.mine({ city }))
      expect(page.says).toContain('うち1件は、期限を過ぎています。')
      const todo = page.links.map(({ text }) => text).filter((text) => /補正する|下書きの続き/.test(text))
      expect(todo).toEqual(['補正する', '下書きの続きを書く'])
      expect(page.says).toContain('5日過ぎています')
    }))

  test('what the section types in for a group is the section’s to do', () =>
    w.inCity('iruma', async (c) => {
      const aParty = (key: string) => ({
        party_id: c.parties[key]!.id,
        role: '',
        does: 'する',
        brings: '',
        money_yen: null,
      })
      await c.run((db) => aRound(c, db, { parties: [aParty('third'), aParty('department-office')] }))
      const page = await c.as('section').get(urls.mine({ city: 'iruma' }))
      expect(page.says).toContain(`${c.parties.third!.name}の評価票協働の担当課`)
    }))

  test('a stranger has none, and is told whom to ask', () =>
    w.inCity(city, async (c) => {
      const page = await c.as('stranger').get(urls.mine({ city }))
      expect([page.status, page.says.includes('まだ団体や職員としての登録がありません')]).toEqual([403, true])
    }))
})
