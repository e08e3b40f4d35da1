import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { findAgreementById } from '../queries/one.ts'
import type { Agreement } from '../tables.ts'
import { enterSignature } from './enter-signature.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (work: (c: CityWorld, db: Db) => Promise<void>) => () =>
  w.inCity(city, (c) => c.run((db) => work(c, db)))
const again = async (db: Db, agreement: Agreement) => (await findAgreementById(db, agreement.id))!

/** Nothing was signed, nothing came into force. */
async function nothingSigned(db: Db, agreement: Agreement, version = agreement.offered!.version) {
  const signed = await db
    .selectFrom('signatures')
    .select('id')
    .where('agreement_id', '=', agreement.id)
    .where('version', '=', version)
    .execute()
  expect(signed).toEqual([])
  expect((await again(db, agreement)).state).not.toBe('in_force')
}

const scan = [{ sha256: 'a'.repeat(64), name: '署名.pdf', type: 'application/pdf', bytes: 1200 }]

describe('on paper', () => {
  const paper = async (c: CityWorld, db: Db, over: Record<string, string> = {}) => {
    const agreement = await anAgreement(c, db, 'offered', {
      sides: [
        { party: c.parties.third!, signer: (await c.act(db, 'stranger')).actor },
        (await groupAndCity(db, c))[1]!,
      ],
    })
    const input = {
      signer: `${c.parties.third!.id}:${c.people.elder!.id}`,
      signed_on: '2026-11-25',
      code: agreement.offered!.digest.slice(0, 8),
      scan,
      ...over,
    }
    return { agreement, input }
  }

  test(
    'staff enter the signature of a group without e-mail, with its scan, and the record says who entered it',
    inCity(async (c, db) => {
      const { agreement, input } = await paper(c, db)
      const act = await c.act(db, 'section')
      const { made: done } = await enterSignature(act, agreement, input)
      expect([done.complete, done.party.name]).toEqual([undefined, c.parties.third!.name])
      const [signature] = (await again(db, agreement)).offered!.signatures
      expect(signature).toMatchObject({
        signer_name: '福田 義雄',
        channel: 'paper',
        entered_by: act.actor.account_id,
        signed_on: '2026-11-25',
      })
      const files = await db
        .selectFrom('files')
        .select(['name', 'purpose'])
        .where('subject_id', '=', agreement.id)
        .execute()
      expect(files).toEqual([{ name: '署名.pdf', purpose: 'signature' }])
    }),
  )

  test(
    'nobody but the section enters one',
    inCity(async (c, db) => {
      const { agreement, input } = await paper(c, db)
      for (const person of ['officer', 'signatory', 'secretary', 'stranger'])
        await expect(enterSignature(await c.act(db, person), agreement, input), person).rejects.toThrow(Forbidden)
      await nothingSigned(db, agreement)
    }),
  )

  test.each([
    ['of another text', 'code', 'deadbeef', '照合番号が'],
    ['of a day to come', 'signed_on', '2026-11-26', '今日まで'],
    ['of a day before the text was offered', 'signed_on', '2026-11-24', 'この文面が示された日より前'],
    ['of a person who is no signatory of the party', 'signer', 'representative', '署名者として登録されていた方'],
  ])('a paper %s is not taken', (_, field, value, sentence) =>
    w.inCity(city, (c) =>
      c.run(async (db) => {
        const signer = `${c.parties.third!.id}:${c.people.representative!.id}`
        const { agreement, input } = await paper(c, db, { [field]: field === 'signer' ? signer : value })
        const entering = enterSignature(await c.act(db, 'section'), agreement, input)
        await expect(entering).rejects.toThrow(Invalid)
        await expect(entering).rejects.toThrow(sentence)
        await nothingSigned(db, agreement)
      }),
    ),
  )
})
