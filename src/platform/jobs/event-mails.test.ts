import { expect, test } from 'vitest'
import { workFor } from '../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { newId } from '../db/index.ts'
import type { Module } from '../module.ts'
import { event, write } from '../record/event.ts'
import { eventMails } from './index.ts'

const rung = event<{ by: string }>('bell.rung', { audience: 'staff', says: () => '鳴りました' })

/** A module that writes one mail to each address for every bell. */
const bells = (addresses: string[]): Module => ({
  name: 'bells',
  events: [rung],
  on: [
    eventMails(rung, {
      announcement: '近所の方にお知らせします。',
      mails: async ({ entry, payload }) =>
        addresses.map((to) => ({
          to,
          subject: '鐘が鳴りました',
          body: payload.by ?? '…',
          about: { kind: 'bell', id: entry.subject_id },
        })),
    }),
  ],
})

const world = useWorld({ madeUp: bells([]) })

const ring = (c: CityWorld) =>
  c.run(async (db) => write(db, await c.act(db, 'section'), rung({ by: '佐藤' }), { id: newId() }))
const mailsOf = (c: CityWorld) =>
  c.run((db) => db.selectFrom('mails').select(['to_address', 'body']).where('about_kind', '=', 'bell').execute())

test('mails are written once the event stands in the record, and once only', () =>
  world.inCity('kawaguchi', async (c) => {
    await ring(c)
    expect(await mailsOf(c)).toEqual([])
    await workFor(c, bells(['a@example.jp', 'b@example.jp']))
    await workFor(c, bells(['a@example.jp', 'b@example.jp']))
    expect((await mailsOf(c)).map(({ to_address }) => to_address).sort()).toEqual(['a@example.jp', 'b@example.jp'])
    expect((await mailsOf(c))[0]!.body).toBe('佐藤')
  }))

test('an address that several people have gets the mail once, and nobody without one gets any', () =>
  world.inCity('kawaguchi', async (c) => {
    await ring(c)
    await workFor(c, bells(['a@example.jp', 'a@example.jp', ' ']))
    expect((await mailsOf(c)).map(({ to_address }) => to_address)).toEqual(['a@example.jp'])
  }))

test('it says to whom it goes, for the page of the verb', () => {
  expect(eventMails(rung, { announcement: '近所の方にお知らせします。', mails: async () => [] })).toMatchObject({
    kind: 'bell.rung',
    announcement: '近所の方にお知らせします。',
  })
})
