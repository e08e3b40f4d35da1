import { expect, test } from 'vitest'
import { Invalid } from '../../src/platform/refusals.ts'
import { anAgreement } from '../agreements.ts'
import { anEntry, enterOne } from '../projects.ts'
import { useWorld } from '../world.ts'

const w = useWorld({ alone: true })

test('twenty people who register a project of one agreement make one', () =>
  w.onRealConnections('kawaguchi', async (c) => {
    const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
    const enter = () =>
      c.run(async (db) => enterOne(await c.act(db, 'section'), anEntry(c, { agreement_id: agreement.id })))
    const results = await Promise.allSettled(Array.from({ length: 20 }, enter))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Invalid)
  }))
