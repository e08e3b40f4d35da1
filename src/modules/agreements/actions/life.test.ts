import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anAgreement, groups, type Side } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { system } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Refusal } from '../../../platform/refusals.ts'
import { digestOf } from '../../texts/index.ts'
import { findAgreementById, listSignedVersions } from '../queries/one.ts'
import type { Agreement } from '../tables.ts'
import { saveDraft } from '../writes/draft.ts'
import {
  beginAmendment,
  dropAmendment,
  endAgreement,
  offerAgreement,
  recallOffer,
  releaseAgreement,
  retractAgreement,
  signAgreement,
  terminateAgreement,
} from './index.ts'

const w = useWorld()

interface Walk {
  c: CityWorld
  db: Db
  sides: Side[]
  agreement: Agreement
}

/** Everything that can be tried on an agreement, whether or not it may be done just now. */
const deeds: Record<string, (walk: Walk) => Promise<unknown>> = {
  write: async ({ c, db, agreement }) =>
    saveDraft(
      await c.act(db, 'section'),
      agreement,
      { ...agreement.draft, purpose: `目的 ${agreement.revision}`, note: '直すため' },
      [],
    ),
  offer: async ({ c, db, agreement }) => {
    const act = await c.act(db, 'section')
    if (agreement.current && agreement.draft)
      await saveDraft(act, agreement, { ...agreement.draft, note: '直すため' }, [])
    return offerAgreement(act, (await findAgreementById(db, agreement.id))!)
  },
  recall: async ({ c, db, agreement }) => recallOffer(await c.act(db, 'section'), agreement, { reason: '直すため' }),
  'sign next': (walk) => sign(walk, walk.agreement.offered?.signatures.length ?? 0),
  'sign again': (walk) => sign(walk, 0),
  amend: async ({ c, db, agreement }) => beginAmendment(await c.act(db, 'section'), agreement),
  'drop the amendment': async ({ c, db, agreement }) => dropAmendment(await c.act(db, 'section'), agreement),
  release: async ({ c, db, agreement }) => releaseAgreement(await c.act(db, 'section'), agreement, { withheld: [] }),
  'retract the copy': async ({ c, db, agreement }) => retractAgreement(await c.act(db, 'section'), agreement),
  terminate: async ({ c, db, agreement }) =>
    terminateAgreement.byTwo(await c.act(db, 'section'), (await c.act(db, 'clerk')).actor, agreement, {
      reason: '終えるため',
      public_reason: '',
      ended_on: '2026-12-20',
    }),
  'see the term end': async ({ c, db, agreement }) => {
    const now = new Date('2027-04-02T00:00:00Z')
    await endAgreement({ db, actor: system(c.cityId), now }, agreement)
    c.at(now)
  },
}

function sign({ c, db, sides, agreement }: Walk, which: number) {
  const { party, signer } = sides[which]!
  const input = { party_id: party.id, digest: agreement.offered?.digest ?? '', agree: 'yes' as const }
  return signAgreement({ db, actor: signer, now: c.now }, agreement, input)
}

/** The agreement holds to this at every moment, whatever was tried. */
async function holds(db: Db, agreement: Agreement, before: Agreement): Promise<void> {
  const numbers = Array.from(
    { length: Math.max(agreement.version ?? 0, agreement.offered_version ?? 0) },
    (_, index) => index + 1,
  )
  const versions = await listSignedVersions(db, agreement.id, numbers)
  for (const version of versions) {
    expect(digestOf(version.text)).toBe(version.digest)
    for (const { digest, party_id } of version.signatures) {
      expect(digest).toBe(version.digest)
      expect(version.parties.map((one) => one.party_id)).toContain(party_id)
    }
  }
  if (agreement.current) expect(agreement.current.signatures).toHaveLength(agreement.current.parties.length)
  if (agreement.offered) expect(agreement.offered.signatures.length).toBeLessThan(agreement.offered.parties.length)
  expect(agreement.state === 'in_force' || agreement.state === 'ended' ? agreement.current : true).toBeTruthy()
  expect(agreement.version ?? 0).toBeGreaterThanOrEqual(before.version ?? 0)
  if (agreement.offered || agreement.current) expect([agreement.fiscal_year, agreement.number]).not.toContain(null)
  if (before.state === 'ended' || before.state === 'terminated') expect(agreement.state).toBe(before.state)
  if (before.number !== null) expect(agreement.number).toBe(before.number)
  if (agreement.published_at) expect(agreement.published_version).toBeLessThanOrEqual(agreement.version!)
}

test('whatever is tried in whatever order: every text in force was signed by all, and nothing else changes it', async () => {
  // Signing and offering come often, or most walks would never reach a text in force.
  const common = [...Array(4).fill('offer'), ...Array(12).fill('sign next')] as string[]
  const deed = fc.constantFrom(...Object.keys(deeds), ...common)
  let reached = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 20 }), (names) =>
      w.inCity('kawaguchi', (c) =>
        c.run(async (db) => {
          const sides = await groups(db, c, 3)
          let agreement = await anAgreement(c, db, 'draft', { sides, draft: { kind: 'mutual' } })
          for (const name of names) {
            const refused = await deeds[name]!({ c, db, sides, agreement }).then(
              () => false,
              (error) => expected(error),
            )
            const after = (await findAgreementById(db, agreement.id))!
            await holds(db, after, agreement)
            if (refused) expect(after.revision).toBe(agreement.revision)
            agreement = after
          }
          if (agreement.current) reached += 1
        }),
      ),
    ),
    { numRuns: 20, endOnFailure: true },
  )
  expect(reached, 'need walks that reach a text in force for this to mean anything').toBeGreaterThan(0)
}, 120_000)

/** A refusal is an answer; anything else is a bug. */
function expected(error: unknown): true {
  if (error instanceof Refusal) return true
  throw error
}
