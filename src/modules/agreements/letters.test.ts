import { expect, test } from 'vitest'
import { anAgreement } from '../../../test/agreements.ts'
import { workFor } from '../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { recallOffer, terminateAgreement } from './actions/index.ts'
import { agreements } from './index.ts'
import { findAgreementById } from './queries/one.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

const world = useWorld()
const city = 'kawaguchi'

const mailsOf = (c: CityWorld) =>
  c.run((db) =>
    db
      .selectFrom('mails')
      .select(['to_address', 'subject', 'body'])
      .where('about_kind', '=', 'agreement')
      .orderBy('id')
      .execute(),
  )

test('signatories are written to with the way to the text, parties when all have signed; nobody without an address', () =>
  world.inCity(city, async (c) => {
    const offered = await c.run((db) => anAgreement(c, db, 'offered'))
    await workFor(c, agreements)
    const asked = (await mailsOf(c)).filter(({ subject }) => subject.startsWith('【署名のお願い】'))
    expect(asked.map(({ to_address }) => to_address).sort()).toEqual(
      [c.people.secretary!.email, c.people.signatory!.email].sort(),
    )
    expect(asked[0]!.body).toContain(urls.signature({ city, ref: refOf(offered) }))
    await c.run((db) => anAgreement(c, db, 'in_force'))
    await workFor(c, agreements)
    expect((await mailsOf(c)).some(({ subject }) => subject.includes('全員の署名がそろいました'))).toBe(true)
  }))

test('every party hears why a text was taken back, and why it was given up', () =>
  world.inCity(city, async (c) => {
    const offered = await c.run((db) => anAgreement(c, db, 'offered'))
    await c.run(async (db) => recallOffer(await c.act(db, 'section'), offered, { reason: '日付を直すため' }))
    await workFor(c, agreements)
    await c.run(async (db) =>
      terminateAgreement(await c.act(db, 'section'), (await findAgreementById(db, offered.id))!, {
        reason: '担い手がいなくなったため',
        public_reason: '',
        ended_on: '2026-11-25',
      }),
    )
    await workFor(c, agreements)
    const told = (subject: string) => mailsOf(c).then((mails) => mails.filter((mail) => mail.subject.endsWith(subject)))
    for (const [subject, reason] of [
      ['の文面を案に戻しました', '日付を直すため'],
      ['を取りやめました', '担い手がいなくなったため'],
    ] as const) {
      const mails = await told(subject)
      expect(mails.map(({ to_address }) => to_address)).toContain(c.people.secretary!.email)
      expect(new Set(mails.map(({ to_address }) => to_address)).size).toBe(mails.length)
      for (const { body } of mails) expect(body).toContain(reason)
    }
  }))
