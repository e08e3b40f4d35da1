import { describe, expect, test } from 'vitest'
import { answerOfCity, halfway, SECRET } from '../../../../test/evaluations.ts'
import { addressOf, aRound, typedAnswer } from '../../../../test/projects.ts'
import { aPaper } from '../../../../test/specimens.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { addMembership, addPost, linkAccount } from '../../parties/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const here = { city: 'iruma' }

const tomorrow = new Date('2026-11-26T01:00:00Z')

/** The section enters somebody into the first group, as if they had been there for years, and the stranger is that person. */
async function addToGroup(c: CityWorld, role: string): Promise<void> {
  const page = parties.newMember({ ...here, number: String(c.parties.first!.number) })
  const values = { name: '黒川 影', email: 'shadow@example.jp', role, starts_on: '令和7年4月1日', scan: aPaper() }
  expect((await c.as('section').fill(page, values)).status).toBe(303)
  await c.run(async (db) => {
    const { id } = await db.selectFrom('people').select('id').where('name', '=', values.name).executeTakeFirstOrThrow()
    await linkAccount(db, id, c.people.stranger!.account_id!)
  })
}

/** An evaluation that began yesterday, and of which the group has sent its answer. */
async function sinceYesterday(c: CityWorld) {
  const found = await halfway(c, 'iruma')
  c.at(tomorrow)
  return found
}

describe('who joins a side after the evaluation began', () => {
  test.each(['representative', 'secretary'])(
    'and was added by the section as %s reads no word of the answer, whatever day the section wrote',
    (role) =>
      w.inCity('iruma', async (c) => {
        const { at } = await sinceYesterday(c)
        await addToGroup(c, role)
        const late = c.as('stranger')
        const form = await late.get(urls.answer(at))
        expect([form.status, form.text.includes(SECRET)]).toEqual([403, false])
        expect(form.says).toContain('評価が始まったあとに')
        for (const page of [urls.show(at), inbox.mine(here), urls.list(here), urls.sheet(at)])
          expect((await late.get(page)).text, page).not.toContain(SECRET)
        expect((await late.get(inbox.mine(here))).says).not.toContain('評価に回答する')
        expect((await c.as('secretary').get(urls.answer(at))).text).toContain(SECRET)
      }),
  )

  test('writes nothing in the group’s name either, neither a draft nor an answer', () =>
    w.inCity('iruma', async (c) => {
      const { project, round } = await c.run((db) => aRound(c, db))
      const at = addressOf('iruma', project)
      const values = typedAnswer(c.charter, round.seats[0]!.side, 0, '影の者のことば')
      c.at(tomorrow)
      await addToGroup(c, 'representative')
      const late = c.as('stranger')
      const { formValues } = await late.get('/me')
      for (const button of ['save', 'send']) {
        const sent = await late.post(urls.answer(at), { ...values, _csrf: formValues._csrf!, _act: button })
        expect([sent.status, sent.says.includes('評価が始まったあとに')]).toEqual([403, true])
      }
      const written = await c.run((db) => db.selectFrom('evaluation_seats').select('answered_by').execute())
      expect(written.every(({ answered_by }) => answered_by === null)).toBe(true)
    }))

  test('reads it with everyone else once it is open', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await sinceYesterday(c)
      await addToGroup(c, 'secretary')
      await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'send')
      const page = await c.as('stranger').get(urls.show(at))
      expect([page.status, page.text.includes(SECRET)]).toEqual([200, true])
    }))

  test('joins when the role begins, though it was entered long before', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      await c.run((db) =>
        addMembership(db, {
          party_id: c.parties.first!.id,
          person_id: c.people.stranger!.id,
          role: 'secretary',
          starts_on: '2026-11-26',
          entered_at: new Date('2026-01-01T00:00:00Z'),
        }),
      )
      c.at(tomorrow)
      const form = await c.as('stranger').get(urls.answer(at))
      expect([form.status, form.text.includes(SECRET)]).toEqual([403, false])
    }))
})

describe('an officer who comes to the department while the evaluation is open', () => {
  const asOfficer = (c: CityWorld) =>
    c.run((db) =>
      addPost(db, {
        person_id: c.people.stranger!.id,
        role: 'department',
        department_id: c.parties['department-office']!.id,
        starts_on: '2026-04-01',
        entered_at: c.now,
        entered_by: c.people.administrator!.account_id,
      }),
    )

  test('reads no draft of a colleague and writes none over it', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => aRound(c, db))
      const at = addressOf('iruma', project)
      expect((await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'save')).status).toBe(303)
      c.at(tomorrow)
      await asOfficer(c)
      const form = await c.as('stranger').get(urls.answer(at))
      expect([form.status, form.text.includes('市のことば')]).toEqual([403, false])
    }))

  test('may answer for the city where no colleague has begun to', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await sinceYesterday(c)
      await asOfficer(c)
      const sent = await c.as('stranger').fill(urls.answer(at), answerOfCity(c), 'send')
      expect(sent.status, sent.says).toBe(303)
      expect((await c.as('secretary').get(urls.show(at))).says).toContain('市のことば')
    }))
})

describe('a person of the city’s staff who is also the secretary of the group', () => {
  const asBoth = (c: CityWorld, person: string) =>
    c.run((db) =>
      addMembership(db, {
        party_id: c.parties.first!.id,
        person_id: c.people[person]!.id,
        role: 'secretary',
        starts_on: '2025-04-01',
        entered_at: new Date('2025-04-01T00:00:00Z'),
      }),
    )

  test.each(['section', 'clerk', 'officer', 'administrator'])(
    'reads and writes nothing for the group before it opens: %s',
    (person) =>
      w.inCity('iruma', async (c) => {
        await asBoth(c, person)
        const { at } = await halfway(c, 'iruma')
        const form = await c.as(person).get(urls.answer(at))
        expect(form.text).not.toContain(SECRET)
        expect((await c.as(person).get(inbox.mine(here))).says).not.toContain(c.parties.first!.name)
        expect((await c.as('secretary').get(urls.answer(at))).text).toContain(SECRET)
      }),
  )

  test('answers for the city neither: who speaks for one side stands aside on the other', () =>
    w.inCity('iruma', async (c) => {
      await asBoth(c, 'officer')
      const { at } = await halfway(c, 'iruma')
      const form = await c.as('officer').get(urls.answer(at))
      expect([form.status, form.says.includes('のために書く方は')]).toEqual([403, true])
    }))
})
