import { describe, expect, test } from 'vitest'
import { aPaper } from '../../../../test/specimens.ts'
import { workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { actorFor, findPartyById, linkAccount, parties } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const here = { city: 'kawaguchi' }

const typed = {
  kind: 'citizen',
  name: '白石 めぐみ',
  kana: 'しらいし めぐみ',
  address: '川口市芝1-2-3',
  phone: '048-000-1234',
  email: 'yuri@example.jp',
}

const findPerson = (c: CityWorld, name = typed.name) =>
  c.run((db) => db.selectFrom('parties').selectAll().where('name', '=', name).executeTakeFirstOrThrow())

/** A person whom the section has registered, and who has come in as the stranger of the cast. */
async function registered(c: CityWorld) {
  const sent = await c.as('section').fill(urls.newPerson({ city: c.slug }), typed)
  expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
  const party = await findPerson(c)
  await c.run(async (db) => {
    const { id } = await db.selectFrom('people').select('id').where('email', '=', typed.email).executeTakeFirstOrThrow()
    await linkAccount(db, id, c.people.stranger!.account_id!)
  })
  return { party, at: { city: c.slug, number: String(party.number) } }
}

/** The first track of a programme, as the form names it. */
const wayIn = ({ charter }: CityWorld, key: string) =>
  `${key}/${charter.programmes.find((one) => one.key === key)!.tracks[0]!.key}`

describe('who registers a person', () => {
  test('is the section alone, and whoever else asks is told where to go, before typing', () =>
    w.inCity('kawaguchi', async (c) => {
      for (const person of ['stranger', 'secretary', 'officer', 'administrator'])
        for (const page of [urls.newPerson(here), urls.persons(here)]) {
          const answer = await c.as(person).get(page)
          expect([person, page, answer.status, answer.says.includes('窓口かお電話で')]).toEqual([
            person,
            page,
            403,
            true,
          ])
        }
    }))

  test('does not in a city whose charter names no persons, and is told why', () =>
    w.inCity('kawaguchi', async (c) => {
      const actor = await c.run(async (db) => (await c.act(db, 'section')).actor)
      const charter = structuredClone(c.charter)
      for (const one of charter.actors) if (one.as === 'person') one.as = 'organization'
      const { mayRegisterPerson } = await import('../may.ts')
      expect(mayRegisterPerson.why(actor, charter)).toMatchObject({
        because: expect.stringContaining('個人は協働の主体に挙げられていません'),
      })
    }))

  test('chooses a kind of person, not of group', () =>
    w.inCity('kawaguchi', async (c) => {
      const page = await c.as('section').get(urls.newPerson(here))
      expect(page.says).toContain('お名前も連絡先も公開しません')
      const sent = await c.as('section').fill(urls.newPerson(here), { ...typed, kind: 'civic-group' })
      expect([sent.status, Object.keys(sent.errors)]).toEqual([422, ['kind']])
    }))
})

describe('a registered person', () => {
  test('acts and signs for themselves, is invited, and is on no public page, list or search', () =>
    w.inCity('kawaguchi', async (c) => {
      const { party, at } = await registered(c)
      const jobs = await c.run((db) =>
        db.selectFrom('outbox').select('job').where('job', '=', 'account.invite').execute(),
      )
      expect(jobs).toHaveLength(1)
      const actor = await c.run((db) => actorFor(db, c.people.stranger!.account_id!, c.now))
      expect(actor.parties.map(({ party_id, roles }) => [party_id, [...roles].sort()])).toEqual([
        [party.id, ['representative', 'signatory']],
      ])
      const own = await c.as('stranger').get(urls.show(at))
      expect([own.status, own.says.includes('個人の登録は公開しません')]).toEqual([200, true])
      expect(own.says).not.toContain('構成員')
      for (const person of ['nobody', 'secretary', 'officer'])
        expect([person, (await c.as(person).get(urls.show(at))).status]).toEqual([person, 404])
      for (const page of [urls.list(here), `/kawaguchi/search?q=${encodeURIComponent('白石')}`])
        expect((await c.as('nobody').get(page)).says).not.toContain('白石')
      expect((await c.as('section').get(urls.persons(here))).links.map(({ href }) => href)).toContain(urls.show(at))
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'party', id: party.id }]))
      expect(JSON.stringify(entries.map(({ payload }) => payload))).not.toContain('白石')
    }))

  test('has no members, and nobody can be given a role in them', () =>
    w.inCity('kawaguchi', async (c) => {
      const { party, at } = await registered(c)
      const member = await c.run((db) =>
        db.selectFrom('memberships').select('id').where('party_id', '=', party.id).executeTakeFirstOrThrow(),
      )
      const role = { ...at, member: member.id }
      for (const page of [
        urls.newMember(at),
        urls.succession(role),
        urls.endOfMember(role),
        urls.correctionOfMember(role),
      ])
        for (const person of ['stranger', 'section'])
          expect([page, person, (await c.as(person).get(page)).status]).toEqual([page, person, 403])
      expect((await c.as('stranger').get(urls.edit(at))).status).toBe(403)
    }))

  test('proposes as themselves where the programme is open to citizens, and nowhere else', () =>
    w.inCity('kawaguchi', async (c) => {
      const { party } = await registered(c)
      const form = await c.as('stranger').get(proposals.new(here))
      expect(form.says).toContain(typed.name)
      const refused = await c
        .as('stranger')
        .fill(proposals.new(here), { to: wayIn(c, 'civic-activity-grant'), acting_for: party.id })
      expect([refused.status, refused.says.includes('地縁団体')]).toEqual([403, true])
      const sent = await c
        .as('stranger')
        .fill(proposals.new(here), { to: wayIn(c, 'proposal-scheme'), acting_for: party.id })
      expect(sent.status, JSON.stringify([sent.errors, sent.says.slice(0, 300)])).toBe(303)
      const row = await c.run((db) =>
        db.selectFrom('proposals').select(['party_name', 'public_party']).executeTakeFirstOrThrow(),
      )
      expect(row).toEqual({ party_name: typed.name, public_party: '市民' })
    }))

  test('comes on paper too, registered with the proposal that they brought to the counter', () =>
    w.inCity('kawaguchi', async (c) => {
      const sent = await c.as('section').fill(proposals.newFromPaper(here), {
        to: wayIn(c, 'proposal-scheme'),
        new_name: '大野 まさる',
        new_kana: 'おおの まさる',
        new_kind: 'citizen',
        new_phone: '048-000-9999',
        channel: 'counter',
        received_on: '令和8年11月20日',
        scan: aPaper(),
      })
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      expect(await findPerson(c, '大野 まさる')).toMatchObject({
        unit: 'person',
        name: '大野 まさる',
        published_at: null,
        channel: 'counter',
      })
    }))

  test('changes their name themselves; the section only from their paper; others never', () =>
    w.inCity('kawaguchi', async (c) => {
      const { party, at } = await registered(c)
      expect((await c.as('neighbour').get(urls.editPerson(at))).status).toBe(403)
      const alone = await c.as('section').fill(urls.editPerson(at), { name: '白石 恵' })
      expect([alone.status, Object.keys(alone.errors)]).toEqual([422, ['scan']])
      expect((await c.as('section').fill(urls.editPerson(at), { name: '白石 恵', scan: aPaper() })).status).toBe(303)
      expect((await c.as('stranger').fill(urls.editPerson(at), { phone: '048-111-2222' })).status).toBe(303)
      expect(await c.run((db) => findPartyById(db, party.id))).toMatchObject({
        name: '白石 恵',
        phone: '048-111-2222',
      })
      const people = await c.run((db) =>
        db.selectFrom('people').select('name').where('account_id', '=', c.people.stranger!.account_id!).execute(),
      )
      expect(people).toEqual([{ name: '白石 恵' }])
    }))

  test('leaves: the contacts are forgotten at once, the authority too, and the proposal stays', () =>
    w.inCity('kawaguchi', async (c) => {
      const { party, at } = await registered(c)
      await c.as('stranger').fill(proposals.new(here), { to: wayIn(c, 'proposal-scheme'), acting_for: party.id })
      const page = await c.as('stranger').get(urls.endOfPerson(at))
      expect(page.says).toContain('進んでいる提案や取り決めは、そのまま残ります')
      expect((await c.as('stranger').fill(urls.endOfPerson(at))).status).toBe(303)
      const after = await c.run((db) => findPartyById(db, party.id))
      expect(after).toMatchObject({ name: typed.name, address: '', phone: '', email: '', ends_on: '2026-11-25' })
      expect((await c.run((db) => actorFor(db, c.people.stranger!.account_id!, c.now))).parties).toEqual([])
      expect((await c.as('section').get(urls.editPerson(at))).status).toBe(409)
      await workFor(c, parties)
      const rows = await c.run((db) => db.selectFrom('proposals').select('id').execute())
      expect(rows).toHaveLength(1)
    }))

  test('who is on the staff of the city does nothing for themselves on these pages', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.as('section').fill(urls.newPerson(here), typed)
      const { id } = await findPerson(c)
      const officer = await c.run(async (db) => {
        const person = await db
          .selectFrom('people')
          .select('id')
          .where('email', '=', typed.email)
          .executeTakeFirstOrThrow()
        await linkAccount(db, person.id, c.people.officer!.account_id!)
        return actorFor(db, c.people.officer!.account_id!, c.now)
      })
      expect(officer.parties.map(({ party_id }) => party_id)).not.toContain(id)
      expect(officer.ties.map(({ party_id }) => party_id)).toContain(id)
    }))
})
