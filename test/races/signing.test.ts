import { describe, expect, test } from 'vitest'
import { recallOffer } from '../../src/modules/agreements/actions/recall.ts'
import { findAgreementById } from '../../src/modules/agreements/queries/one.ts'
import type { Agreement } from '../../src/modules/agreements/tables.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { entriesOf } from '../../src/platform/record/index.ts'
import { Conflict } from '../../src/platform/refusals.ts'
import { anAgreement, groups, signAs } from '../agreements.ts'
import { useWorld } from '../world.ts'

const w = useWorld({ alone: true })
const city = 'kawaguchi'
const again = async (db: Db, d: Agreement) => (await findAgreementById(db, d.id))!

describe('fifty at once on real connections', () => {
  test('fifty parties sign in the same moment: all are counted, and it comes into force once', () =>
    w.onRealConnections(city, async (c) => {
      const { d, sides } = await c.run(async (db) => {
        const sides = await groups(db, c, 50)
        return { sides, d: await anAgreement(c, db, 'offered', { sides, draft: { kind: 'mutual' } }) }
      })
      const results = await Promise.all(sides.map((side) => c.run((db) => signAs(db, c, side, d))))
      expect(results.filter(({ made }) => made.complete)).toHaveLength(1)
      const [after, entries] = await c.run(
        async (db) => [await again(db, d), await entriesOf(db, [{ kind: 'agreement', id: d.id }])] as const,
      )
      expect([after.state, after.current!.signatures.length]).toEqual(['in_force', 50])
      expect(entries.filter(({ kind }) => kind === 'agreement.in-force')).toHaveLength(1)
      expect(entries.filter(({ kind }) => kind === 'agreement.signed')).toHaveLength(50)
    }))

  test('a text that is taken back while fifty sign leaves no signature that counts', () =>
    w.onRealConnections(city, async (c) => {
      const { d, sides } = await c.run(async (db) => {
        const sides = await groups(db, c, 50)
        return { sides, d: await anAgreement(c, db, 'offered', { sides, draft: { kind: 'mutual' } }) }
      })
      const recall = c.run(async (db) => recallOffer(await c.act(db, 'section'), d, { reason: '直すため' }))
      const signing = sides.slice(1).map((side) => c.run((db) => signAs(db, c, side, d)))
      const results = await Promise.allSettled([recall, ...signing])
      expect(results[0]!.status).toBe('fulfilled')
      for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict)
      const after = await c.run((db) => again(db, d))
      expect([after.state, after.offered]).toEqual(['draft', undefined])
    }))

  test('one signatory who presses fifty times signs once', () =>
    w.onRealConnections(city, async (c) => {
      const { d, sides } = await c.run(async (db) => {
        const sides = await groups(db, c, 2)
        return { sides, d: await anAgreement(c, db, 'offered', { sides, draft: { kind: 'mutual' } }) }
      })
      const results = await Promise.allSettled(
        Array.from({ length: 50 }, () => c.run((db) => signAs(db, c, sides[0]!, d))),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect((await c.run((db) => again(db, d))).offered!.signatures).toHaveLength(1)
    }))
})
