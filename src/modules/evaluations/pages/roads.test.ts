import { describe, expect, test } from 'vitest'
import { addressesIn, wordsOf } from '../../../../test/attacks/scene.ts'
import { answerOfCity, halfway, SECRET } from '../../../../test/evaluations.ts'
import { addressOf, aRound } from '../../../../test/projects.ts'
import { aPaper } from '../../../../test/specimens.ts'
import { workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { urls as admin } from '../../admin/urls.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { addMembership, addPerson, appoint, linkAccount, parties } from '../../parties/index.ts'
import { urls as groups } from '../../parties/urls.ts'
import { projects } from '../../projects/index.ts'
import { urls as register } from '../../register/urls.ts'
import { evaluations } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const here = { city: 'iruma' }
const tomorrow = new Date('2026-11-26T01:00:00Z')
const longAgo = new Date('2020-04-01T00:00:00Z')
const OF_CITY = '市のことば'

type At = ReturnType<typeof addressOf>
type Role = 'representative' | 'secretary' | 'member'

const groupOf = (c: CityWorld) => ({ ...here, number: String(c.parties.first!.number) })

/** A role that was entered long ago in the first group, as the stranger's or as a new person's. */
const roleOf = (c: CityWorld, role: Role, more: { person_id?: string; starts_on?: string; ends_on?: string } = {}) =>
  c.run((db) =>
    addMembership(db, {
      party_id: c.parties.first!.id,
      person_id: c.people.stranger!.id,
      role,
      starts_on: '2020-04-01',
      entered_at: longAgo,
      ...more,
    }),
  )

/** The section types a correction in, from the group's paper. */
async function corrected(c: CityWorld, member: string, values: Record<string, string>): Promise<void> {
  const page = groups.correctionOfMember({ ...groupOf(c), member })
  const sent = await c.as('section').fill(page, { ...values, reason: '登録の誤り', scan: aPaper() })
  expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
}

const becomeStranger = (c: CityWorld, person: string) =>
  c.run((db) => linkAccount(db, person, c.people.stranger!.account_id!))

const personCalled = (c: CityWorld, name: string) =>
  c.run(
    async (db) => (await db.selectFrom('people').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id,
  )

const entered = { name: '黒川 影', email: 'shadow@example.jp' }

/** Every way by which the stranger comes to write for the group while answers are awaited; the first part is before it began. */
const ways: Record<
  string,
  { before?: (c: CityWorld) => Promise<string>; after: (c: CityWorld, id: string) => Promise<void> }
> = {
  'was entered by the section, with a day years ago': {
    after: async (c) => {
      const values = { ...entered, role: 'secretary', starts_on: '令和7年4月1日', scan: aPaper() }
      expect((await c.as('section').fill(groups.newMember(groupOf(c)), values)).status).toBe(303)
      await becomeStranger(c, await personCalled(c, entered.name))
    },
  },
  'was a plain member until the role was corrected': {
    before: (c) => roleOf(c, 'member'),
    after: (c, id) => corrected(c, id, { role: 'secretary', starts_on: '平成30年4月1日' }),
  },
  'was to begin later, until the day was corrected backwards': {
    before: (c) => roleOf(c, 'secretary', { starts_on: '2027-04-01' }),
    after: (c, id) => corrected(c, id, { starts_on: '平成30年4月1日' }),
  },
  'had left, until the end was corrected away': {
    before: (c) => roleOf(c, 'representative', { ends_on: '2026-03-31' }),
    after: (c, id) => corrected(c, id, { ends_on: '' }),
  },
  'took a role over': {
    before: async (c) => {
      await c.run((db) =>
        db.updateTable('people').set({ email: 'mine@example.jp' }).where('id', '=', c.people.stranger!.id).execute(),
      )
      return roleOf(c, 'member')
    },
    after: async (c) => {
      const { id } = await c.run((db) =>
        db
          .selectFrom('memberships')
          .select('id')
          .where('person_id', '=', c.people.secretary!.id)
          .where('role', '=', 'secretary')
          .executeTakeFirstOrThrow(),
      )
      const values = { starts_on: '令和8年11月26日', successor: c.people.stranger!.id, scan: aPaper() }
      const sent = await c.as('section').fill(groups.succession({ ...groupOf(c), member: id }), values)
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
    },
  },
  'came in by an address that was put in place of another’s, who had never come in': {
    before: async (c) => {
      const person_id = await c.run((db) => addPerson(db, { name: '紙だけの人', email: 'paper@example.jp' }, longAgo))
      return roleOf(c, 'representative', { person_id })
    },
    after: async (c, id) => {
      await corrected(c, id, { email: 'stranger@iruma.example.jp' })
      await becomeStranger(c, await personCalled(c, '紙だけの人'))
    },
  },
  'is two people in the books, of whom the later one was joined to the account that was a plain member': {
    before: (c) => roleOf(c, 'member'),
    after: async (c) => {
      const values = { ...entered, role: 'representative', starts_on: '平成30年4月1日', scan: aPaper() }
      expect((await c.as('section').fill(groups.newMember(groupOf(c)), values)).status).toBe(303)
      await becomeStranger(c, await personCalled(c, entered.name))
    },
  },
}

/** The pages on which a word of an answer could stand. */
const roads = (at: At) => [
  urls.answer(at),
  urls.show(at),
  urls.consent(at),
  urls.jointTalk(at),
  urls.decision(at),
  urls.list(here),
  urls.sheet(at),
  inbox.mine(here),
  admin.record(here),
  register.projects(here, { q: SECRET }),
  register.projectsCsv(here),
  register.projectsJson(here),
]

/** The page repeats the term of a search in its field; it may stand nowhere else. */
async function told(c: CityWorld, pages: readonly string[], words: string): Promise<string[]> {
  const found: string[] = []
  for (const page of pages) {
    const answer = await c.as('stranger').get(page)
    const text = (await wordsOf(answer)).replaceAll(`value="${words}"`, '')
    if (answer.status >= 500 || text.includes(words)) found.push(`${answer.status} ${page}`)
  }
  return found
}

describe('who comes to write for a group while the answers are awaited', () => {
  test.each(Object.keys(ways))('and %s reads no word of its answer, and writes none', (name) =>
    w.inCity('iruma', async (c) => {
      const { before, after } = ways[name]!
      const id = (await before?.(c)) ?? ''
      const { at } = await halfway(c, 'iruma')
      c.at(tomorrow)
      await after(c, id)
      expect((await c.as('stranger').get(groups.members(groupOf(c)))).status, 'is in the group by now').toBe(200)
      expect(await told(c, roads(at), SECRET)).toEqual([])
      expect((await c.as('stranger').get(urls.answer(at))).says).toContain('評価が始まったあとに')
    }),
  )

  test('while somebody who wrote for it before reads it, by the same roads', () =>
    w.inCity('iruma', async (c) => {
      await roleOf(c, 'secretary')
      const { at } = await halfway(c, 'iruma')
      c.at(tomorrow)
      expect(await told(c, roads(at), SECRET)).toEqual([`200 ${urls.answer(at)}`])
    }))

  test(
    'reads it at no address that there is, and in no mail',
    () =>
      w.inCity('iruma', async (c) => {
        const { at } = await halfway(c, 'iruma')
        c.at(tomorrow)
        await ways['was entered by the section, with a day years ago']!.after(c, '')
        const refs = { projects: { ref: [at.ref], year: [at.year] }, groups: { number: [groupOf(c).number] } }
        const addresses = addressesIn(c, { refs })
        expect(addresses.length).toBeGreaterThan(100)
        expect(await told(c, addresses, SECRET)).toEqual([])
        for (const one of [parties, evaluations]) await workFor(c, one)
        const mails = await c.run((db) => db.selectFrom('mails').selectAll().execute())
        expect(mails.length).toBeGreaterThan(0)
        expect(JSON.stringify(mails)).not.toContain(SECRET)
      }),
    60_000,
  )
})

/** A draft of the city's, of which nobody but its officers may read. */
async function draftOfCity(c: CityWorld): Promise<At> {
  const { project } = await c.run((db) => aRound(c, db))
  const at = addressOf('iruma', project)
  expect((await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'save')).status).toBe(303)
  c.at(tomorrow)
  return at
}

/** The stranger's post in a department, given long ago. */
async function postOf(c: CityWorld, department: string, more: { starts_on?: string; ends_on?: string } = {}) {
  const term = { starts_on: '2020-04-01', ends_on: null, ...more }
  const department_id = c.parties[department]!.id
  return c.run(async (db) => {
    const given = { role: 'department' as const, department_id, entered_at: longAgo, entered_by: null, ...term }
    await appoint(db, { ...given, person_id: c.people.stranger!.id })
    const post = db.selectFrom('posts').select('id').where('person_id', '=', c.people.stranger!.id)
    return { ...here, post: (await post.executeTakeFirstOrThrow()).id }
  })
}

describe('an officer who comes to the department while the answers are awaited', () => {
  const reason = '登録の誤り'
  const readsNothing = async (c: CityWorld, at: At) => {
    expect(await told(c, roads(at), OF_CITY)).toEqual([])
    const form = await c.as('stranger').get(urls.answer(at))
    expect([form.status, form.says.includes('評価が始まったあとに担当になった方')]).toEqual([403, true])
    expect((await c.as('officer').get(urls.answer(at))).text).toContain(OF_CITY)
  }

  test('by a transfer of the post reads no draft of it', () =>
    w.inCity('iruma', async (c) => {
      const post = await postOf(c, 'section-office')
      const at = await draftOfCity(c)
      const department = c.parties['department-office']!.id
      const sent = await c.as('administrator').fill(admin.correctionOfPost(post), { department, reason })
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      await readsNothing(c, at)
    }))

  test.each([
    ['that was to begin later, corrected backwards,', { starts_on: '2027-04-01' }, { starts_on: '平成30年4月1日' }],
    ['that had ended, whose end was corrected away,', { ends_on: '2026-03-31' }, { ends_on: '' }],
  ] as const)('by a post %s reads no draft of it', (_, term, values) =>
    w.inCity('iruma', async (c) => {
      const post = await postOf(c, 'department-office', term)
      const at = await draftOfCity(c)
      const sent = await c.as('administrator').fill(admin.correctionOfPost(post), { ...values, reason })
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      await readsNothing(c, at)
    }),
  )

  test('by the merging of departments reads no draft of it; who wrote it goes on', () =>
    w.inCity('iruma', async (c) => {
      await postOf(c, 'section-office')
      const at = await draftOfCity(c)
      const page = `${groups.show({ ...here, number: String(c.parties['department-office']!.number) })}/end`
      const values = { ends_on: '令和8年11月25日', to: c.parties['section-office']!.id }
      const sent = await c.as('section').fill(page, values)
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      await workFor(c, parties, projects, evaluations)
      await readsNothing(c, at)
    }))
})
