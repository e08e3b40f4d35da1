import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreedFrom, anAgreement, groups, placeIn, type Side } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Refusal } from '../../../platform/refusals.ts'
import { findAgreementById, listSignedVersions } from '../queries/one.ts'
import { digestOf } from '../rules.ts'
import type { Agreement } from '../tables.ts'
import { beginAmendment, dropAmendment } from './amend.ts'
import { saveDraft } from './draft.ts'
import { endAgreement, terminateAgreement } from './end.ts'
import { offerAgreement, recallOffer } from './offer.ts'
import { releaseAgreement, withdrawRelease } from './release.ts'
import { signAgreement } from './sign.ts'

const w = useWorld()

interface Walk {
  c: CityWorld
  db: Db
  sides: Side[]
  d: Agreement
}

/** Everything that can be tried on an agreement, whether or not it may be done just now. */
const deeds: Record<string, (walk: Walk) => Promise<unknown>> = {
  write: async ({ c, db, d }) =>
    saveDraft(
      await c.act(db, 'section'),
      d,
      placeIn(c),
      { ...d.draft, purpose: `目的 ${d.revision}`, note: '直すため' },
      [],
    ),
  offer: async ({ c, db, d }) => {
    const typed = (d.draft ?? d.offered?.typed ?? d.current?.typed)!
    const agreed = await agreedFrom(db, c, { ...typed, note: '直すため' }, d.version !== null)
    return offerAgreement(await c.act(db, 'section'), d, placeIn(c), agreed)
  },
  recall: async ({ c, db, d }) => recallOffer(await c.act(db, 'section'), d, placeIn(c), { reason: '直すため' }),
  'sign next': (walk) => sign(walk, walk.d.offered?.signatures.length ?? 0),
  'sign again': (walk) => sign(walk, 0),
  amend: async ({ c, db, d }) => beginAmendment(await c.act(db, 'section'), d, '2026-12-02'),
  'drop the amendment': async ({ c, db, d }) => dropAmendment(await c.act(db, 'section'), d),
  release: async ({ c, db, d }) => releaseAgreement(await c.act(db, 'section'), d, []),
  'withdraw the release': async ({ c, db, d }) => withdrawRelease(await c.act(db, 'section'), d),
  terminate: async ({ c, db, d }) =>
    terminateAgreement(await c.act(db, 'section'), d, c.slug, {
      reason: '終えるため',
      public_reason: '',
      ended_on: '2026-12-20',
    }),
  'see the term end': async ({ c, db, d }) =>
    endAgreement({ ...(await c.act(db, 'section')), now: new Date('2027-04-02T00:00:00Z') }, d.id),
}

function sign({ c, db, sides, d }: Walk, which: number) {
  const { party, signer } = sides[which]!
  const input = { party_id: party.id, digest: d.offered?.digest ?? '', agree: 'yes' as const }
  return signAgreement({ db, actor: signer, now: c.now }, d, c.slug, input)
}

/** What must hold at every moment, whatever was tried. */
async function holds(db: Db, d: Agreement, before: Agreement): Promise<void> {
  const numbers = Array.from({ length: Math.max(d.version ?? 0, d.offered_version ?? 0) }, (_, index) => index + 1)
  const versions = await listSignedVersions(db, d.id, numbers)
  for (const version of versions) {
    expect(digestOf(version.text)).toBe(version.digest)
    for (const { digest, party_id } of version.signatures) {
      expect(digest).toBe(version.digest)
      expect(version.parties.map((one) => one.party_id)).toContain(party_id)
    }
  }
  if (d.current) expect(d.current.signatures).toHaveLength(d.current.parties.length)
  if (d.offered) expect(d.offered.signatures.length).toBeLessThan(d.offered.parties.length)
  expect(d.state === 'in_force' || d.state === 'ended' ? d.current : true).toBeTruthy()
  expect(d.version ?? 0).toBeGreaterThanOrEqual(before.version ?? 0)
  if (d.offered || d.current) expect([d.fiscal_year, d.number]).not.toContain(null)
  if (before.state === 'ended' || before.state === 'terminated') expect(d.state).toBe(before.state)
  if (before.number !== null) expect(d.number).toBe(before.number)
  if (d.published_at) expect(d.published_version).toBeLessThanOrEqual(d.version!)
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
          let d = await anAgreement(c, db, 'draft', { sides, draft: { kind: 'mutual' } })
          for (const name of names) {
            const refused = await deeds[name]!({ c, db, sides, d }).then(
              () => false,
              (error) => expected(error),
            )
            const after = (await findAgreementById(db, d.id))!
            await holds(db, after, d)
            if (refused) expect(after.revision).toBe(d.revision)
            d = after
          }
          if (d.current) reached += 1
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
