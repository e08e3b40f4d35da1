import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, signAs } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { findAgreementById } from '../queries/one.ts'
import { saveDraft } from '../writes/draft.ts'
import { beginAmendment } from './amend.ts'
import { offerAgreement } from './offer.ts'
import { releaseAgreement } from './release.ts'
import { retractAgreement } from './retract.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const again = async (db: Db, agreement: { id: string }) => (await findAgreementById(db, agreement.id))!

describe('the released copy', () => {
  test(
    'is the section’s to make, and only of what is signed',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      for (const person of ['secretary', 'officer', 'stranger'])
        await expect(releaseAgreement(await c.act(db, person), agreement, { withheld: [] }), person).rejects.toThrow(
          Forbidden,
        )
      await expect(
        releaseAgreement(await c.act(db, 'section'), await anAgreement(c, db, 'offered'), { withheld: [] }),
      ).rejects.toThrow(Conflict)
    }),
  )

  test('holds no private word and no signer, anywhere in what everyone can read; withdrawn, it is gone', () =>
    w.inCity(city, async (c) => {
      const agreement = await c.run(async (db) => {
        const made = await anAgreement(c, db, 'in_force', {
          draft: { title: '佐藤さんの花壇', purpose: '佐藤さんの土手に花を咲かせる。' },
        })
        await releaseAgreement(await c.act(db, 'section'), made, { withheld: ['佐藤さん'] })
        return made
      })
      const open = () =>
        c.doors.public.run(async (db) => ({
          rows: await db
            .selectFrom('published.agreements')
            .selectAll()
            .where('city_id', '=', c.cityId)
            .where('id', '=', agreement.id)
            .execute(),
          found: await db
            .selectFrom('published.search')
            .selectAll()
            .where('city_id', '=', c.cityId)
            .where('kind', '=', 'agreement')
            .where('id', '=', agreement.id)
            .execute(),
        }))
      const { rows, found } = await open()
      expect([rows.length, found.length]).toEqual([1, 1])
      const all = JSON.stringify([rows, found])
      for (const secret of ['佐藤', c.people.signatory!.name, c.people.signatory!.id]) expect(all).not.toContain(secret)
      expect(rows[0]!.title).toBe('■■■の花壇')
      await c.run(async (db) => retractAgreement(await c.act(db, 'section'), await again(db, agreement)))
      expect(await open()).toEqual({ rows: [], found: [] })
    }))

  test(
    'stays the old one when an amendment comes into force, until the section has looked at the new text',
    inCity(async (c, db) => {
      const sides = await groupAndCity(db, c)
      const agreement = await anAgreement(c, db, 'in_force', { sides })
      const act = await c.act(db, 'section')
      await releaseAgreement(act, agreement, { withheld: [] })
      await beginAmendment(act, agreement)
      const draft = { ...(await again(db, agreement)).draft!, purpose: '山田さんの畑にも広げる。', note: '広げるため' }
      await saveDraft(act, await again(db, agreement), draft, [])
      await offerAgreement(act, await again(db, agreement))
      for (const side of sides) await signAs(db, c, side, await again(db, agreement))
      const after = await again(db, agreement)
      expect([after.version, after.published_version]).toEqual([2, 1])
      expect(JSON.stringify(after.published_text)).not.toContain('山田')
    }),
  )
})
