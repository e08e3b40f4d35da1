import { describe, expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { findAgreement, findAgreementById } from '../queries/one.ts'
import { saveDraft } from '../writes/draft.ts'
import { terminateAgreement } from './terminate.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const again = async (db: Db, agreement: { id: string }) => (await findAgreementById(db, agreement.id))!

describe('the end', () => {
  const give = { reason: '担い手がいなくなったため', public_reason: '', ended_on: '2026-12-20' }

  test(
    'nobody outside gives it up; a day outside the term is refused',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      for (const person of ['neighbour', 'stranger'])
        await expect(terminateAgreement(await c.act(db, person), agreement, give), person).rejects.toThrow(Forbidden)
      await expect(
        terminateAgreement.prepare(await c.act(db, 'secretary'), agreement, { ...give, ended_on: '2027-04-01' }),
      ).rejects.toThrow(Invalid)
    }),
  )

  test(
    'an officer gives it up by two, since what the office decides is under four eyes',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      const act = await c.act(db, 'section')
      await expect(terminateAgreement(act, agreement, give)).rejects.toThrow('別の職員が確認して行います')
      const { actor } = await c.act(db, 'clerk')
      await terminateAgreement.byTwo(act, actor, agreement, give)
      expect((await again(db, agreement)).state).toBe('terminated')
    }),
  )

  test(
    'a party gives it up for itself with its reasons, once; what an officer had prepared is void, signatures are waited for no more',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      const section = await c.act(db, 'section')
      await terminateAgreement.prepare(section, agreement, give)
      const act = await c.act(db, 'secretary')
      const prepared = await db.selectFrom('prepared_acts').selectAll().executeTakeFirstOrThrow()
      await expect(terminateAgreement.confirmPrepared(act, agreement, prepared)).rejects.toThrow(Forbidden)
      await terminateAgreement(act, agreement, give)
      const after = await again(db, agreement)
      const settled = await db.selectFrom('prepared_acts').select('settled').execute()
      expect(settled).toEqual([{ settled: 'void' }])
      expect([after.state, after.ended_on, after.termination, after.offered]).toEqual([
        'terminated',
        '2026-12-20',
        give.reason,
        undefined,
      ])
      await expect(terminateAgreement(act, agreement, give)).rejects.toThrow(Conflict)
    }),
  )

  test(
    'given up before it was signed, it stays there to be read by those it named, and is written on no more',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'terminated')
      expect(agreement.draft!.purpose).toBe('土手に咲く花を、歩く人みんなの楽しみにする。')
      const act = await c.act(db, 'representative')
      expect(await findAgreement(db, act.actor, agreement.id)).toBeDefined()
      await expect(saveDraft(act, agreement, agreement.draft!, [])).rejects.toThrow(Conflict)
    }),
  )
})
