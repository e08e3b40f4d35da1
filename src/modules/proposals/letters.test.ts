import { describe, expect, test } from 'vitest'
import { aProposal, openFor } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import type { Db } from '../../platform/db/index.ts'
import { eventOf } from '../../platform/record/event.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { events } from './events.ts'
import { letters } from './letters.ts'
import type { ProposalState } from './lifecycle.ts'

const w = useWorld()
const city = 'kawaguchi'

/** Every mail about a proposal at this point, as the worker would have written it. */
async function told(c: CityWorld, state: ProposalState, options = {}) {
  await openFor(c)
  const row = await c.run((db) => aProposal(c, db, state, options))
  return c.run(async (db) => {
    for (const entry of await entriesOf(db, [{ kind: 'proposal', id: row.id }])) {
      for (const { kind, run } of letters) if (kind === entry.kind) await run({ db, now: c.now, entry })
    }
    return mailsOf(db)
  })
}

const mailsOf = (db: Db) => db.selectFrom('mails').select(['to_address', 'subject', 'body']).orderBy('id').execute()

describe('who hears of a proposal', () => {
  test('nobody hears of a draft', () =>
    w.inCity(city, async (c) => {
      expect(await told(c, 'draft')).toEqual([])
    }))

  test('its group hears that it arrived and the section what to do, each with a link', () =>
    w.inCity(city, async (c) => {
      const mails = await told(c, 'submitted')
      const to = (subject: string) => mails.filter((mail) => mail.subject === subject).map((mail) => mail.to_address)
      expect(to('提案を受け付けました')).toEqual(
        expect.arrayContaining(['secretary@kawaguchi.example.jp', 'representative@kawaguchi.example.jp']),
      )
      expect(to('提案が届きました')).toContain('section@kawaguchi.example.jp')
      expect(to('提案が届きました')).not.toContain('officer@kawaguchi.example.jp')
      for (const mail of mails) {
        expect(mail.body).toContain('令8-協働の提案-0001')
        expect(mail.body.split('\n')).toContain(`/${city}/proposals/r8-proposal-0001`)
      }
    }))

  test('a message in the talks is announced to the other side alone, and its mail never repeats it', () =>
    w.inCity(city, async (c) => {
      const mails = (await told(c, 'in_talks')).filter((mail) => mail.subject.includes('メッセージ'))
      expect(mails.length).toBeGreaterThan(0)
      for (const mail of mails) {
        expect(mail.to_address).not.toContain('officer')
        expect(mail.body).not.toContain('お話を聞かせてください')
      }
    }))

  test('the mail about the decision reveals it neither in the subject nor in the text', () =>
    w.inCity(city, async (c) => {
      const mails = await told(c, 'decided', { decision: 'not_adopted' })
      const last = mails.filter((mail) => mail.subject === '提案の審査の結果をお知らせします')
      expect(last.length).toBeGreaterThan(0)
      for (const mail of last) expect(mail.subject + mail.body).not.toContain('不採択')
    }))

  test('a group without e-mail is written no mail', () =>
    w.inCity(city, async (c) => {
      await c.run((db) => db.updateTable('parties').set({ email: '' }).where('id', '=', c.parties.first!.id).execute())
      await c.run((db) =>
        db
          .updateTable('people')
          .set({ email: null })
          .where('name', 'in', [c.people.secretary!.name, c.people.representative!.name])
          .execute(),
      )
      expect((await told(c, 'submitted')).map((mail) => mail.subject)).not.toContain('提案を受け付けました')
    }))
})

test('every event that has a mail is declared by the door', () => {
  expect(letters.filter(({ kind }) => !eventOf([{ events }], kind))).toEqual([])
})
