import { describe, expect, test } from 'vitest'
import { aDraft, agreedFrom, anAgreement, groups } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { numberLabel } from '../agreement/agreement.ts'
import { findAgreementById } from '../queries/one.ts'
import { listNameable } from '../queries/people.ts'
import { saveDraft } from '../writes/draft.ts'
import { offerAgreement } from './offer.ts'
import { recallOffer } from './recall.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const again = async (db: Db, agreement: { id: string }) => (await findAgreementById(db, agreement.id))!

describe('to offer', () => {
  test(
    'is refused for parties that the charter does not know together, with its reason',
    inCity(async (c, db) => {
      const sides = await groups(db, c, 2)
      const draft = aDraft(
        c,
        sides.map(({ party }) => party),
      )
      await expect(agreedFrom(db, c, draft)).rejects.toThrow()
      const agreement = await anAgreement(c, db, 'draft')
      const section = await c.act(db, 'section')
      await saveDraft(section, agreement, draft, await listNameable(db, section.actor))
      await expect(offerAgreement(section, await again(db, agreement))).rejects.toThrow(Invalid)
      expect((await again(db, agreement)).state).toBe('draft')
    }, 'yoshikawa'),
  )

  test(
    'gives numbers one after the other, and keeps the number when it is offered again',
    inCity(async (c, db) => {
      const first = await anAgreement(c, db, 'offered')
      const second = await anAgreement(c, db, 'offered')
      expect([first, second].map((one) => numberLabel(c.charter, one))).toEqual(['令8-協定-0001', '令8-協定-0002'])
      const act = await c.act(db, 'section')
      await recallOffer(act, first, { reason: '直すため' })
      await offerAgreement(act, await again(db, first))
      const offered = await again(db, first)
      expect([offered.number, offered.offered!.version]).toEqual([1, 2])
      expect(offered.offered!.digest).not.toBe(first.offered!.digest)
      expect(offered.offered!.signatures).toEqual([])
    }),
  )

  test(
    'is refused to whoever began from an older draft',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'draft')
      const act = await c.act(db, 'section')
      await saveDraft(act, agreement, { ...agreement.draft!, purpose: '別の目的' }, [])
      await expect(offerAgreement(act, agreement)).rejects.toThrow(Conflict)
    }),
  )
})
