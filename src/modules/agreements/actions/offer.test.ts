import { describe, expect, test } from 'vitest'
import { aDraft, agreedFrom, anAgreement, groups, placeIn } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { findAgreementById } from '../queries/one.ts'
import { numberLabel } from '../rules.ts'
import { saveDraft } from './draft.ts'
import { offerAgreement, recallOffer } from './offer.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const again = async (db: Db, d: { id: string }) => (await findAgreementById(db, d.id))!

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
      const d = await anAgreement(c, db, 'draft')
      const agreed = await agreedFrom(db, c, aDraft(c, [c.parties.first!, c.parties.city!]))
      const without = { ...agreed, parties: agreed.parties.filter(({ is_city }) => !is_city) }
      await expect(offerAgreement(await c.act(db, 'section'), d, placeIn(c), without)).rejects.toThrow(Invalid)
      expect((await again(db, d)).state).toBe('draft')
    }, 'yoshikawa'),
  )

  test(
    'gives numbers one after the other, and keeps the number when it is offered again',
    inCity(async (c, db) => {
      const first = await anAgreement(c, db, 'offered')
      const second = await anAgreement(c, db, 'offered')
      expect([first, second].map((one) => numberLabel(c.charter, one))).toEqual(['令8-協定-0001', '令8-協定-0002'])
      const act = await c.act(db, 'section')
      await recallOffer(act, first, placeIn(c), { reason: '直すため' })
      const offered = await offerAgreement(
        act,
        await again(db, first),
        placeIn(c),
        await agreedFrom(db, c, (await again(db, first)).draft!),
      )
      expect([offered.number, offered.offered!.version]).toEqual([1, 2])
      expect(offered.offered!.digest).not.toBe(first.offered!.digest)
      expect(offered.offered!.signatures).toEqual([])
    }),
  )

  test(
    'is refused to whoever began from an older draft',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'draft')
      const act = await c.act(db, 'section')
      const agreed = await agreedFrom(db, c, d.draft!)
      await saveDraft(act, d, placeIn(c), { ...d.draft!, purpose: '別の目的' }, [])
      await expect(offerAgreement(act, d, placeIn(c), agreed)).rejects.toThrow(Conflict)
    }),
  )
})
