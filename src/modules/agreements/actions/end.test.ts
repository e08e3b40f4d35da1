import { expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { useWorld } from '../../../../test/world.ts'
import { nobody, system } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { findAgreementById } from '../queries/one.ts'
import { endAgreement } from './end.ts'

const w = useWorld()

const again = async (db: Db, agreement: { id: string }) => (await findAgreementById(db, agreement.id))!

test('the night ends what is over and leaves what lasts until today', () =>
  w.inCity('kawaguchi', (c) =>
    c.run(async (db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      const at = (moment: string) => ({ db, actor: system(c.cityId), now: new Date(moment) })
      await expect(endAgreement(at('2027-03-31T14:59:00Z'), agreement)).rejects.toThrow(Conflict)
      expect((await again(db, agreement)).state).toBe('in_force')
      await endAgreement(at('2027-03-31T15:05:00Z'), agreement)
      expect([(await again(db, agreement)).state, (await again(db, agreement)).ended_on]).toEqual([
        'ended',
        '2027-03-31',
      ])
    }),
  ))

test('no person ends a term, and nobody finds a page for it', () =>
  w.inCity('kawaguchi', (c) =>
    c.run(async (db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      const now = new Date('2027-04-02T00:00:00Z')
      for (const actor of [nobody(c.cityId), (await c.act(db, 'section')).actor])
        await expect(endAgreement({ db, actor, now }, agreement)).rejects.toThrow(Forbidden)
    }),
  ))
