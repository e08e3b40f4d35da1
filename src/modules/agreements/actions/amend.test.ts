import { describe, expect, test } from 'vitest'
import { agreedFrom, anAgreement, groupAndCity, placeIn, signAs } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { agreementEvidence, findAgreementById, listSignedVersions } from '../queries/one.ts'
import { listNameable } from '../queries/people.ts'
import type { Agreement } from '../tables.ts'
import { beginAmendment, dropAmendment } from './amend.ts'
import { saveDraft } from './draft.ts'
import { offerAgreement, recallOffer } from './offer.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const again = async (db: Db, d: { id: string }) => (await findAgreementById(db, d.id))!

describe('an amendment', () => {
  const amended = async (
    c: CityWorld,
    db: Db,
  ): Promise<{ d: Agreement; sides: Awaited<ReturnType<typeof groupAndCity>> }> => {
    const sides = await groupAndCity(db, c)
    const d = await anAgreement(c, db, 'in_force', { sides })
    const act = await c.act(db, 'section')
    await beginAmendment(act, d, '2026-12-02')
    const draft = {
      ...(await again(db, d)).draft!,
      purpose: '対岸にも花を広げる。',
      ends_on: '令和10年3月31日',
      note: '場所を広げるため',
    }
    await saveDraft(act, await again(db, d), placeIn(c), draft, await listNameable(db, act.actor))
    const offered = await offerAgreement(act, await again(db, d), placeIn(c), await agreedFrom(db, c, draft, true))
    return { d: offered, sides }
  }

  test(
    'leaves the text in force until every party has signed again, and then takes its place',
    inCity(async (c, db) => {
      const { d, sides } = await amended(c, db)
      expect([d.state, d.version, d.offered_version, d.ends_on]).toEqual(['in_force', 1, 2, '2027-03-31'])
      expect((await agreementEvidence(db, d.id))!.purpose).toBe('土手に咲く花を、歩く人みんなの楽しみにする。')
      await signAs(db, c, sides[0]!, d)
      expect((await again(db, d)).version).toBe(1)
      await signAs(db, c, sides[1]!, d)
      const after = await again(db, d)
      expect([after.state, after.version, after.offered_version, after.ends_on]).toEqual([
        'in_force',
        2,
        null,
        '2028-03-31',
      ])
      expect((await agreementEvidence(db, d.id))!.purpose).toBe('対岸にも花を広げる。')
      const [old] = await listSignedVersions(db, d.id, [1])
      expect(old!.signatures).toHaveLength(2)
    }),
  )

  test(
    'that is given up or taken back changes nothing of what is in force',
    inCity(async (c, db) => {
      const { d } = await amended(c, db)
      const act = await c.act(db, 'section')
      await recallOffer(act, d, placeIn(c), { reason: 'もう一度話し合うため' })
      const back = await again(db, d)
      expect([back.state, back.version, back.draft?.purpose]).toEqual(['in_force', 1, '対岸にも花を広げる。'])
      await dropAmendment(act, back)
      const after = await again(db, d)
      expect([after.state, after.version, after.draft, after.draft_parties]).toEqual(['in_force', 1, null, []])
    }),
  )

  test(
    'is not begun twice, nor by somebody outside, nor when the term is over',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'in_force')
      await expect(beginAmendment(await c.act(db, 'neighbour'), d, '2026-12-02')).rejects.toThrow(Forbidden)
      await expect(beginAmendment(await c.act(db, 'section'), d, '2027-04-01')).rejects.toThrow(Forbidden)
      await beginAmendment(await c.act(db, 'section'), d, '2026-12-02')
      await expect(beginAmendment(await c.act(db, 'section'), d, '2026-12-02')).rejects.toThrow(Forbidden)
    }),
  )
})
