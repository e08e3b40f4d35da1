import { describe, expect, test } from 'vitest'
import { aPaper } from '../../../../test/specimens.ts'
import { workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { actorFor, addPerson, parties } from '../index.ts'
import { urls } from '../urls.ts'
import { addMembership, linkAccount } from '../writes/people.ts'

const w = useWorld()

const numberOf = (c: CityWorld) => ({ city: 'kawaguchi', number: String(c.parties.first!.number) })

/** The role of a person of the cast in the first group. */
async function roleOf(c: CityWorld, person: string, role: string) {
  const found = await c.run((db) =>
    db
      .selectFrom('memberships')
      .selectAll()
      .where('person_id', '=', c.people[person]!.id)
      .where('role', '=', role as 'member')
      .executeTakeFirstOrThrow(),
  )
  return { ...found, at: { ...numberOf(c), member: found.id } }
}

async function mailsTo(c: CityWorld) {
  await workFor(c, parties)
  const mails = await c.run((db) => db.selectFrom('mails').select(['to_address', 'subject', 'body']).execute())
  return { mails, to: mails.map(({ to_address }) => to_address) }
}

const kinds = async (c: CityWorld) => {
  const entries = await c.run((db) => entriesOf(db, [{ kind: 'party', id: c.parties.first!.id }]))
  return entries.map(({ kind }) => kind)
}

const actor = (c: CityWorld, person: string) => c.run(async (db) => (await c.act(db, person)).actor)

describe('somebody who is entered into a group', () => {
  const added = { name: '黒川 影', email: 'shadow@example.jp', role: 'secretary', starts_on: '令和8年11月25日' }

  test('is told to the representative by mail, with who entered them, and stands in the record', () =>
    w.inCity('kawaguchi', async (c) => {
      const form = await c.as('section').get(urls.newMember(numberOf(c)))
      expect(form.says).toContain('団体の代表者の方に、メールでお知らせします')
      const sent = await c.as('section').fill(urls.newMember(numberOf(c)), { ...added, scan: aPaper() })
      expect(sent.status).toBe(303)
      const { mails, to } = await mailsTo(c)
      expect(to).toContain(c.people.representative!.email)
      expect(to).not.toContain(added.email)
      const [mail] = mails.filter(({ to_address }) => to_address === c.people.representative!.email)
      for (const words of ['黒川 影', '事務担当', `市の職員（${c.people.section!.name}）`, 'お心当たりのないときは'])
        expect(mail!.body).toContain(words)
      expect(await kinds(c)).toContain('party.member-entered')
    }))

  test('by the group itself is told without the city’s name', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.as('secretary').fill(urls.newMember(numberOf(c)), { ...added, role: 'member' })
      const { mails } = await mailsTo(c)
      const [mail] = mails.filter(({ to_address }) => to_address === c.people.representative!.email)
      expect(mail!.body).toContain(`登録した人　${c.people.secretary!.name}`)
      expect(mail!.body).not.toContain('市の職員')
    }))

  test('is no officer of the city, whatever the form says', () =>
    w.inCity('kawaguchi', async (c) => {
      const sent = await c.as('section').fill(urls.newMember(numberOf(c)), { ...added, role: 'officer' })
      expect([sent.status, Object.keys(sent.errors)]).toEqual([422, ['role']])
    }))
})

describe('the end of a role', () => {
  test('is for nobody of another group, and for no stranger', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'secretary', 'secretary')
      for (const page of [urls.endOfMember(at), urls.correctionOfMember(at), urls.succession(at)])
        for (const person of ['neighbour', 'stranger', 'officer', 'administrator'])
          expect([page, person, (await c.as(person).get(page)).status]).toEqual([page, person, 403])
    }))

  test('is entered on its own page, is told and recorded, and takes the authority away on the day after', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'secretary', 'secretary')
      const page = await c.as('representative').get(urls.members(numberOf(c)))
      expect(page.links.map(({ href }) => href)).toContain(urls.endOfMember(at))
      const sent = await c.as('representative').fill(urls.endOfMember(at), { ends_on: '令和8年11月25日' })
      expect([sent.status, sent.location]).toEqual([303, urls.members(numberOf(c))])
      expect((await actor(c, 'secretary')).parties[0]!.roles).toContain('secretary')
      const { to } = await mailsTo(c)
      expect(to).toContain(c.people.representative!.email)
      expect(to).toContain(c.people.secretary!.email)
      expect(await kinds(c)).toContain('party.member-left')
      c.at(new Date('2026-11-26T01:00:00Z'))
      expect((await actor(c, 'secretary')).parties[0]!.roles).toEqual(['signatory'])
      expect((await c.as('representative').get(urls.members(numberOf(c)))).says).toContain('（終わりました）')
      expect((await c.as('representative').get(urls.succession(at))).status).toBe(409)
    }))

  test('a day before its beginning takes back what was entered by mistake, at once; an earlier one is refused', () =>
    w.inCity('kawaguchi', async (c) => {
      const id = await c.run((db) =>
        addMembership(db, {
          party_id: c.parties.first!.id,
          person_id: c.people.stranger!.id,
          role: 'representative',
          starts_on: '2026-11-25',
          entered_at: c.now,
        }),
      )
      const at = { ...numberOf(c), member: id }
      const end = (ends_on: string) => c.as('secretary').fill(urls.endOfMember(at), { ends_on })
      expect((await end('令和8年11月23日')).errors.ends_on).toContain('始まる日より後')
      expect((await actor(c, 'stranger')).parties).toHaveLength(1)
      expect((await end('令和8年11月24日')).status).toBe(303)
      expect((await actor(c, 'stranger')).parties).toEqual([])
    }))

  test('of an officer is the end of a post, which an administrator enters', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'officer', 'officer')
      const there = { ...at, number: String(c.parties['department-office']!.number) }
      const answer = await c.as('section').get(urls.endOfMember(there))
      expect([answer.status, answer.says.includes('システム管理者が改めます')]).toEqual([403, true])
    }))
})

describe('a correction', () => {
  test('puts the days, the role and the name right, and keeps what was wrong with its reason', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at, id } = await roleOf(c, 'secretary', 'secretary')
      const wrong = await c.as('representative').fill(urls.correctionOfMember(at), { starts_on: '令和8年4月1日' })
      expect(Object.keys(wrong.errors)).toEqual(['reason'])
      const right = { name: '田中 正', starts_on: '令和8年4月1日', reason: '始まる日とお名前の誤り' }
      const sent = await c.as('representative').fill(urls.correctionOfMember(at), right)
      expect([sent.status, sent.location]).toEqual([303, urls.members(numberOf(c))])
      const row = await c.run((db) => db.selectFrom('memberships').selectAll().where('id', '=', id).executeTakeFirst())
      expect(row).toMatchObject({ starts_on: '2026-04-01', role: 'secretary' })
      expect((await c.as('representative').get(urls.members(numberOf(c)))).says).toContain('田中 正')
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'party', id: c.parties.first!.id }]))
      const act = JSON.stringify(entries.find(({ kind }) => kind === 'party.member-corrected')!.act)
      for (const words of [c.people.secretary!.name, '田中 正', '始まる日とお名前の誤り']) expect(act).toContain(words)
      expect((await mailsTo(c)).to).toContain(c.people.representative!.email)
    }))

  test('a group does not rename, or take the mail of, somebody who has a part elsewhere; the section may', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'secretary', 'secretary')
      await c.run((db) =>
        addMembership(db, {
          party_id: c.parties.second!.id,
          person_id: c.people.secretary!.id,
          role: 'representative',
          starts_on: '2025-04-01',
          entered_at: c.now,
        }),
      )
      const values = { email: 'taken@example.jp', reason: '誤り' }
      const refused = await c.as('representative').fill(urls.correctionOfMember(at), values)
      expect([refused.status, refused.errors.name]).toEqual([422, expect.stringContaining('ほかの団体や市でも')])
      const onPaper = { ...values, scan: aPaper() }
      expect((await c.as('section').fill(urls.correctionOfMember(at), onPaper)).status).toBe(303)
    }))

  test('of the mail address of somebody who has never come in counts as a new entry, and invites them', () =>
    w.inCity('kawaguchi', async (c) => {
      const { member, person } = await c.run(async (db) => {
        const person = await addPerson(db, { name: '紙だけの人', email: null }, c.now)
        const entered_at = new Date('2025-04-01T00:00:00Z')
        const role = {
          party_id: c.parties.first!.id,
          person_id: person,
          role: 'secretary',
          starts_on: '2025-04-01',
        } as const
        return { person, member: await addMembership(db, { ...role, entered_at }) }
      })
      const at = { ...numberOf(c), member }
      const sent = await c
        .as('section')
        .fill(urls.correctionOfMember(at), { email: 'new@example.jp', reason: '登録もれ', scan: aPaper() })
      expect(sent.status).toBe(303)
      const row = await c.run((db) =>
        db.selectFrom('memberships').selectAll().where('id', '=', member).executeTakeFirst(),
      )
      expect(row!.joined_at).toEqual(c.now)
      const jobs = await c.run((db) =>
        db.selectFrom('outbox').select('payload').where('job', '=', 'account.invite').execute(),
      )
      expect(jobs.map(({ payload }) => payload)).toEqual([{ person }])
    }))

  test('of the representative’s own address is written to the address until then, not to the new one alone', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'representative', 'representative')
      const before = c.people.representative!.email
      await c.run((db) => db.updateTable('parties').set({ email: '' }).where('id', '=', c.parties.first!.id).execute())
      const values = { email: 'taken@example.jp', reason: '変更届のとおり', scan: aPaper() }
      expect((await c.as('section').fill(urls.correctionOfMember(at), values)).status).toBe(303)
      expect((await mailsTo(c)).to).toContain(before)
    }))

  test('that makes a member the secretary gives the right from then on, not from the day in the form', () =>
    w.inCity('kawaguchi', async (c) => {
      const member = await c.run((db) =>
        addMembership(db, {
          party_id: c.parties.first!.id,
          person_id: c.people.stranger!.id,
          role: 'member',
          starts_on: '2025-04-01',
          entered_at: new Date('2025-04-01T00:00:00Z'),
        }),
      )
      const at = { ...numberOf(c), member }
      const right = { role: 'secretary', reason: '役割の誤り', scan: aPaper() }
      await c.as('section').fill(urls.correctionOfMember(at), right)
      expect((await actor(c, 'stranger')).parties[0]!.joined.secretary).toEqual(c.now)
    }))
})

describe('a handing over', () => {
  test('ends the one role as the other begins, is told to whom it concerns, and stands in the record', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'representative', 'representative')
      const page = await c.as('representative').get(urls.succession(at))
      expect(page.says).toContain('前の方は、引き継ぐ日から')
      const sent = await c
        .as('representative')
        .fill(urls.succession(at), { starts_on: '令和8年12月1日', successor: c.people.secretary!.id })
      expect([sent.status, sent.location]).toEqual([303, urls.members(numberOf(c))])
      expect(await kinds(c)).toContain('party.member-succeeded')
      const { to } = await mailsTo(c)
      expect(to).toContain(c.people.representative!.email)
      expect((await actor(c, 'representative')).parties[0]!.roles).toEqual(['representative'])
      expect((await actor(c, 'secretary')).parties[0]!.roles).not.toContain('representative')
      c.at(new Date('2026-11-30T15:00:00Z'))
      expect((await actor(c, 'representative')).parties).toEqual([])
      expect((await actor(c, 'secretary')).parties[0]!.roles).toContain('representative')
    }))

  test('to somebody new invites them, and says so before', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'representative', 'representative')
      const scan = aPaper()
      const nobody = await c.as('section').fill(urls.succession(at), { starts_on: '令和8年12月1日', scan })
      expect(nobody.errors.name).toContain('引き継ぐ方を選ぶか')
      const values = { starts_on: '令和8年12月1日', name: '後任 新', email: 'next@example.jp', scan }
      expect((await c.as('section').fill(urls.succession(at), values)).status).toBe(303)
      const jobs = await c.run((db) =>
        db.selectFrom('outbox').select('id').where('job', '=', 'account.invite').execute(),
      )
      expect(jobs).toHaveLength(1)
    }))

  test('is refused before the role began, and to whoever is of another group', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'representative', 'representative')
      const scan = aPaper()
      const early = { starts_on: '令和7年4月1日', successor: c.people.secretary!.id, scan }
      expect((await c.as('section').fill(urls.succession(at), early)).errors.starts_on).toContain('より後の日')
      const other = { starts_on: '令和8年12月1日', successor: c.people.neighbour!.id, scan }
      expect((await c.as('section').fill(urls.succession(at), other)).errors.successor).toContain('一覧から')
    }))
})

describe('who has which role in a group is the group’s to say', () => {
  test('so the section types it in from the group’s paper alone, in every verb, and the paper is kept', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await roleOf(c, 'secretary', 'secretary')
      const verbs: [page: string, values: Record<string, string>][] = [
        [urls.newMember(numberOf(c)), { name: '黒川 影', role: 'secretary', starts_on: '令和8年11月25日' }],
        [urls.correctionOfMember(at), { name: '黒川 影', reason: '誤り' }],
        [urls.succession(at), { starts_on: '令和8年12月1日', name: '黒川 影' }],
        [urls.endOfMember(at), { ends_on: '令和9年3月31日' }],
      ]
      for (const [page, values] of verbs) {
        const refused = await c.as('section').fill(page, values)
        expect([page, refused.status, refused.errors.scan]).toEqual([
          page,
          422,
          expect.stringContaining('その団体の方が書きます'),
        ])
        expect(await kinds(c)).not.toContain('party.member-left')
      }
    }))

  test.each(['entering', 'correction', 'succession', 'end'] as const)(
    'by %s on its paper, which is kept; it stands in the record as done for the group, and is mailed to its representative',
    (verb) =>
      w.inCity('kawaguchi', async (c) => {
        const { at } = await roleOf(c, 'secretary', 'secretary')
        const verbs: Record<typeof verb, [page: string, values: Record<string, string>]> = {
          entering: [urls.newMember(numberOf(c)), { name: '黒川 影', role: 'secretary', starts_on: '令和8年11月25日' }],
          correction: [urls.correctionOfMember(at), { name: '黒川 影', reason: '誤り' }],
          succession: [urls.succession(at), { starts_on: '令和8年12月1日', name: '黒川 影' }],
          end: [urls.endOfMember(at), { ends_on: '令和9年3月31日' }],
        }
        const [page, values] = verbs[verb]
        expect((await c.as('section').fill(page, { ...values, scan: aPaper() })).status).toBe(303)
        const kept = await c.run((db) => db.selectFrom('files').select(['subject_id', 'purpose']).execute())
        expect(kept).toEqual([{ subject_id: c.parties.first!.id, purpose: 'notice' }])
        const entries = await c.run((db) => entriesOf(db, [{ kind: 'party', id: c.parties.first!.id }]))
        expect(entries.find(({ kind }) => kind.startsWith('party.member-'))).toMatchObject({
          party_id: c.parties.first!.id,
          channel: 'paper',
          payload: { by_city: true },
        })
        const { to } = await mailsTo(c)
        expect(to).toContain(c.people.representative!.email)
      }),
  )

  test('while the city’s own people are the section’s to enter, without a paper', () =>
    w.inCity('kawaguchi', async (c) => {
      const office = { city: 'kawaguchi', number: String(c.parties['department-office']!.number) }
      const values = { name: '黒川 影', role: 'signatory', starts_on: '令和8年11月25日' }
      expect((await c.as('section').fill(urls.newMember(office), values)).status).toBe(303)
    }))
})

test('whose account is linked to a person who was here already keeps the instants at which they joined', () =>
  w.inCity('kawaguchi', async (c) => {
    const joined = await c.run(async (db) => {
      const person_id = await addPerson(db, { name: '中村 さくら' }, c.now)
      const role = { party_id: c.parties.first!.id, person_id, role: 'secretary', starts_on: '2025-04-01' } as const
      await addMembership(db, { ...role, entered_at: c.now })
      await linkAccount(db, person_id, c.people.stranger!.account_id!)
      return (await actorFor(db, c.people.stranger!.account_id!, c.now)).parties[0]!.joined
    })
    expect(joined).toEqual({ secretary: c.now })
  }))
