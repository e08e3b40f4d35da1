import { describe, expect, test } from 'vitest'
import { remindSeats } from '../src/modules/evaluations/jobs.ts'
import {
  actorFor,
  addMembership,
  addPerson,
  addPost,
  linkAccount,
  mailAddressesOf,
} from '../src/modules/parties/index.ts'
import { modules } from '../src/modules.ts'
import { type Actor, nobody } from '../src/platform/actor.ts'
import { type Db, newId } from '../src/platform/db/index.ts'
import type { EventMails } from '../src/platform/jobs/index.ts'
import type { Entry } from '../src/platform/record/index.ts'
import type { Reading } from '../src/platform/web/index.ts'
import { anAgreement } from './agreements.ts'
import { aRound, decidedProject } from './projects.ts'
import { aProposal, openFor } from './proposals.ts'
import { runTimedFor } from './work.ts'
import { type CityWorld, useWorld } from './world.ts'

const w = useWorld()

const gone = '@gone.example.jp'
const roles = ['representative', 'secretary', 'signatory', 'member', 'officer'] as const
const posts = ['section', 'department', 'administrator', 'coordinator', 'reviewer'] as const

/** Somebody who left yesterday, and somebody who begins tomorrow, in each role of each party and in each post. */
const absent = {
  left: { starts_on: '2020-04-01', ends_on: '2026-11-24' },
  coming: { starts_on: '2099-04-01', ends_on: null },
}

async function bringIn(c: CityWorld, db: Db): Promise<string[]> {
  const entered_at = new Date('2020-04-01T00:00:00Z')
  const accounts: string[] = []
  for (const [name, term] of Object.entries(absent)) {
    const account_id = newId()
    const person_id = await addPerson(db, { name, email: `${name}${gone}`, account_id }, c.now)
    for (const { id, is_city } of Object.values(c.parties)) {
      for (const role of roles) await addMembership(db, { party_id: id, person_id, role, entered_at, ...term })
      const department_id = is_city ? id : null
      for (const role of posts)
        await addPost(db, { person_id, role, department_id, entered_at, entered_by: null, ...term })
    }
    accounts.push(account_id)
  }
  return accounts
}

/** Things of every kind that mails are about, in the states in which they are. */
async function thingsIn(c: CityWorld): Promise<Record<string, string[]>> {
  await openFor(c)
  const proposal: string[] = []
  for (const state of ['submitted', 'returned', 'in_talks', 'decided'] as const)
    proposal.push((await c.run((db) => aProposal(c, db, state))).id)
  const agreement: string[] = []
  for (const state of ['offered', 'in_force', 'terminated'] as const)
    agreement.push((await c.run((db) => anAgreement(c, db, state))).id)
  const { project } = await decidedProject(c)
  const { round } = await c.run((db) => aRound(c, db))
  return { proposal, agreement, party: [c.parties.first!.id], project: [project.id], evaluation: [round.id] }
}

const letters = modules.flatMap(({ on = [] }) => on).filter((one): one is EventMails => 'announcement' in one)

const entryOf = (kind: string, subject_id: string, payload: object): Entry => ({
  id: newId(),
  seq: 1,
  at: new Date(),
  kind,
  subject_kind: kind.slice(0, kind.indexOf('.')),
  subject_id,
  party_id: null,
  channel: 'web',
  names: null,
  payload: { ...payload },
  act: null,
})

const mailsOf = (c: CityWorld) => c.run((db) => db.selectFrom('mails').select(['to_address', 'subject']).execute())

describe('who has left, and who has not begun,', () => {
  test('gets none of all the mails there are', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.run((db) => bringIn(c, db))
      const things = await thingsIn(c)
      const member = await c.run((db) =>
        db
          .selectFrom('memberships')
          .select('id')
          .where('person_id', '=', c.people.secretary!.id)
          .executeTakeFirstOrThrow(),
      )
      const payloads = (['proposer', 'city'] as const).map((side) => ({
        side,
        version: 1,
        member: member.id,
        public: {},
      }))
      expect(letters.length).toBeGreaterThan(25)
      for (const letter of letters) {
        const before = (await mailsOf(c)).length
        for (const id of things[letter.kind.slice(0, letter.kind.indexOf('.'))] ?? [])
          for (const payload of payloads)
            await c.run((db) => letter.run({ db, now: c.now, entry: entryOf(letter.kind, id, payload) }))
        const written = (await mailsOf(c)).slice(before)
        expect(written.length, letter.kind).toBeGreaterThan(0)
        expect(
          written.filter(({ to_address }) => to_address.endsWith(gone)),
          letter.kind,
        ).toEqual([])
      }
    }))

  test('is not reminded of an answer', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.run((db) => bringIn(c, db))
      const { round } = await c.run((db) => aRound(c, db))
      c.at(new Date(`${round.due_on}T00:00:00Z`))
      const before = (await mailsOf(c)).length
      await runTimedFor(c, remindSeats)
      const written = (await mailsOf(c)).slice(before)
      expect(written.length).toBeGreaterThan(0)
      expect(written.filter(({ to_address }) => to_address.endsWith(gone))).toEqual([])
    }))

  test('may do nothing that a person without any part in the city may not, with any thing there is', () =>
    w.inCity('kawaguchi', async (c) => {
      const accounts = await c.run((db) => bringIn(c, db))
      await thingsIn(c)
      const stranger = (account_id: string): Actor => ({ ...nobody(c.cityId), account_id })
      await c.run(async (db) => {
        let asked = 0
        for (const account of accounts) {
          const actor = await actorFor(db, account, c.now)
          expect([actor.parties, actor.posts, actor.ties]).toEqual([[], [], []])
          for (const { actions = [] } of modules)
            for (const verb of actions) {
              const reading = {
                db,
                charter: c.charter,
                charter_id: c.charter_id,
                actor,
                now: c.now,
              } as Partial<Reading>
              for (const thing of (await verb.noun.every?.(reading as Reading)) ?? []) {
                asked += 1
                const may = verb.may(actor, thing, c.now)
                expect([verb.name, may]).toEqual([verb.name, verb.may(stranger(account), thing, c.now)])
              }
            }
        }
        expect(asked).toBeGreaterThan(500)
      })
    }))

  test('is named in no letter and asked for no signature', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.run((db) => bringIn(c, db))
      const { agreement = [], proposal = [], ...things } = await thingsIn(c)
      expect(Object.keys(things)).toContain('evaluation')
      const said = await c.run(async (db) => JSON.stringify(await db.selectFrom('letters').selectAll().execute()))
      expect([agreement.length, proposal.length]).toEqual([3, 4])
      expect(said.length).toBeGreaterThan(1000)
      for (const name of Object.keys(absent)) expect(said).not.toContain(`${name}　様`)
      expect(said).toContain(`${c.people.representative!.name}　様`)
    }))
})

test('who belongs to the city’s staff gets no mail for a group, which they could not act upon', () =>
  w.inCity('kawaguchi', async (c) => {
    const email = c.people.officer!.email
    await c.run((db) =>
      addMembership(db, {
        party_id: c.parties.second!.id,
        person_id: c.people.officer!.id,
        role: 'representative',
        starts_on: '2020-04-01',
        entered_at: new Date('2020-04-01T00:00:00Z'),
      }),
    )
    const to = await c.run((db) => mailAddressesOf(db, c.parties.second!.id, c.now))
    expect(to.length).toBeGreaterThan(0)
    expect(to).not.toContain(email)
  }))

test('nor do they under a second entry with the same address, before or after it is joined to their account', () =>
  w.inCity('kawaguchi', async (c) => {
    const { email, account_id } = c.people.officer!
    const group = c.parties.second!.id
    const person_id = await c.run((db) => addPerson(db, { name: '別の名前', email: email!.toUpperCase() }, c.now))
    await c.run((db) =>
      addMembership(db, {
        party_id: group,
        person_id,
        role: 'representative',
        starts_on: '2020-04-01',
        entered_at: new Date('2020-04-01T00:00:00Z'),
      }),
    )
    const addresses = async () => {
      const to = await c.run((db) => mailAddressesOf(db, group, c.now))
      return to.map((one) => one.toLowerCase())
    }
    expect(await addresses()).not.toContain(email)
    await c.run((db) => linkAccount(db, person_id, account_id!))
    expect(await addresses()).not.toContain(email)
    const { parties, ties } = await c.run((db) => actorFor(db, account_id!, c.now))
    expect([parties.every(({ is_city }) => is_city), ties.map((one) => one.party_id)]).toEqual([true, [group]])
  }))
