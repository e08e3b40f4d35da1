import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, signAs } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { findAgreementById, listSignedVersions } from '../queries/one.ts'
import { listNameable } from '../queries/people.ts'
import type { Agreement } from '../tables.ts'
import { saveDraft } from '../writes/draft.ts'
import { beginAmendment } from './amend.ts'
import { dropAmendment } from './drop-amendment.ts'
import { offerAgreement } from './offer.ts'
import { recallOffer } from './recall.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const again = async (db: Db, agreement: { id: string }) => (await findAgreementById(db, agreement.id))!

describe('an amendment', () => {
  const amended = async (
    c: CityWorld,
    db: Db,
  ): Promise<{ agreement: Agreement; sides: Awaited<ReturnType<typeof groupAndCity>> }> => {
    const sides = await groupAndCity(db, c)
    const agreement = await anAgreement(c, db, 'in_force', { sides })
    const act = await c.act(db, 'section')
    await beginAmendment(act, agreement)
    const draft = {
      ...(await again(db, agreement)).draft!,
      purpose: '対岸にも花を広げる。',
      ends_on: '令和10年3月31日',
      note: '場所を広げるため',
    }
    await saveDraft(act, await again(db, agreement), draft, await listNameable(db, act.actor))
    await offerAgreement(act, await again(db, agreement))
    return { agreement: await again(db, agreement), sides }
  }

  test(
    'leaves the text in force until every party has signed again, and then takes its place',
    inCity(async (c, db) => {
      const { agreement, sides } = await amended(c, db)
      expect([agreement.state, agreement.version, agreement.offered_version, agreement.ends_on]).toEqual([
        'in_force',
        1,
        2,
        '2027-03-31',
      ])
      expect(agreement.current!.text.purpose).toBe('土手に咲く花を、歩く人みんなの楽しみにする。')
      await signAs(db, c, sides[0]!, agreement)
      expect((await again(db, agreement)).version).toBe(1)
      await signAs(db, c, sides[1]!, agreement)
      const after = await again(db, agreement)
      expect([after.state, after.version, after.offered_version, after.ends_on]).toEqual([
        'in_force',
        2,
        null,
        '2028-03-31',
      ])
      expect(after.current!.text.purpose).toBe('対岸にも花を広げる。')
      const [old] = await listSignedVersions(db, agreement.id, [1])
      expect(old!.signatures).toHaveLength(2)
    }),
  )

  test(
    'that is given up or taken back changes nothing of what is in force',
    inCity(async (c, db) => {
      const { agreement } = await amended(c, db)
      const act = await c.act(db, 'section')
      await recallOffer(act, agreement, { reason: 'もう一度話し合うため' })
      const back = await again(db, agreement)
      expect([back.state, back.version, back.draft?.purpose]).toEqual(['in_force', 1, '対岸にも花を広げる。'])
      await dropAmendment(act, back)
      const after = await again(db, agreement)
      expect([after.state, after.version, after.draft, after.draft_parties]).toEqual(['in_force', 1, null, []])
    }),
  )

  test(
    'is not begun twice, nor by somebody outside, nor when the term is over',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      await expect(beginAmendment(await c.act(db, 'neighbour'), agreement)).rejects.toThrow(Forbidden)
      const over = { ...(await c.act(db, 'section')), now: new Date('2027-04-01T01:00:00Z') }
      await expect(beginAmendment(over, agreement)).rejects.toThrow(Conflict)
      await beginAmendment(await c.act(db, 'section'), agreement)
      await expect(beginAmendment(await c.act(db, 'section'), agreement)).rejects.toThrow(Conflict)
    }),
  )
})
