import { describe, expect, test } from 'vitest'
import { aDraft, anAgreement, groupAndCity, groups, type Side, signAs, signerAs } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { digestOf, rolesIn } from '../../texts/index.ts'
import { findAgreement, findAgreementById } from '../queries/one.ts'
import { listNameable } from '../queries/people.ts'
import { type Agreement, refOf } from '../tables.ts'
import { saveDraft } from '../writes/draft.ts'
import { offerAgreement } from './offer.ts'
import { recallOffer } from './recall.ts'
import { signAgreement } from './sign.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (work: (c: CityWorld, db: Db) => Promise<void>) => () =>
  w.inCity(city, (c) => c.run((db) => work(c, db)))
const again = async (db: Db, agreement: Agreement) => (await findAgreementById(db, agreement.id))!

/** Nothing was signed, nothing came into force. */
async function nothingSigned(db: Db, agreement: Agreement, version = agreement.offered!.version) {
  const signed = await db
    .selectFrom('signatures')
    .select('id')
    .where('agreement_id', '=', agreement.id)
    .where('version', '=', version)
    .execute()
  expect(signed).toEqual([])
  expect((await again(db, agreement)).state).not.toBe('in_force')
}

describe('nobody signs', () => {
  test(
    'for a party whose signatory they are not, were they its representative',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'offered')
      for (const person of ['representative', 'neighbour', 'section', 'administrator', 'stranger']) {
        const act = await c.act(db, person)
        const input = { party_id: c.parties.first!.id, digest: agreement.offered!.digest, agree: 'yes' as const }
        await expect(signAgreement(act, agreement, input), person).rejects.toThrow(Forbidden)
      }
      await nothingSigned(db, agreement)
    }),
  )

  test(
    'for a party that the text does not name',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'offered')
      const act = await c.act(db, 'neighbour')
      const input = { party_id: c.parties.second!.id, digest: agreement.offered!.digest, agree: 'yes' as const }
      await expect(signAgreement(act, agreement, input)).rejects.toThrow(Forbidden)
      await nothingSigned(db, agreement)
    }),
  )

  test(
    'another text than the one they were shown: one that changed meanwhile, or none at all',
    inCity(async (c, db) => {
      const sides = await groupAndCity(db, c)
      const shown = await anAgreement(c, db, 'offered', { sides })
      const section = await c.act(db, 'section')
      await recallOffer(section, shown, { reason: '日付を直すため' })
      await expect(signAs(db, c, sides[0]!, shown)).rejects.toThrow(Conflict)
      const draft = aDraft(
        c,
        sides.map(({ party }) => party),
        { purpose: '別の目的にする。' },
      )
      await saveDraft(section, await again(db, shown), draft, await listNameable(db, section.actor))
      await offerAgreement(section, await again(db, shown))
      const offered = await again(db, shown)
      expect(offered.offered!.version).toBe(2)
      await expect(signAs(db, c, sides[0]!, shown)).rejects.toThrow('文面が変わりました')
      await nothingSigned(db, offered)
    }),
  )

  test(
    'twice for the same party',
    inCity(async (c, db) => {
      const sides = await groupAndCity(db, c)
      const agreement = await anAgreement(c, db, 'offered', { sides })
      await signAs(db, c, sides[0]!, agreement)
      await expect(signAs(db, c, sides[0]!, agreement)).rejects.toThrow(Conflict)
    }),
  )

  test(
    'for the city and for a group',
    inCity(async (c, db) => {
      const [group, town] = (await groupAndCity(db, c)) as [Side, Side]
      const both = signerAs(c, group.signer.person_id!, group.signer.account_id!, '佐藤', [group.party, town.party])
      const sides = [
        { ...group, signer: both },
        { ...town, signer: both },
      ]
      const agreement = await anAgreement(c, db, 'offered', { sides })
      await signAs(db, c, sides[0]!, agreement)
      await expect(signAs(db, c, sides[1]!, agreement)).rejects.toThrow('市と団体の両方')
      expect((await again(db, agreement)).offered!.signatures).toHaveLength(1)
    }),
  )

  test(
    'what is in force, over, or given up',
    inCity(async (c, db) => {
      for (const state of ['in_force', 'terminated', 'ended'] as const) {
        const sides = await groupAndCity(db, c)
        const agreement = await anAgreement(c, db, state, { sides })
        const input = {
          party_id: sides[0]!.party.id,
          digest: (agreement.current ?? agreement.offered)?.digest ?? '',
          agree: 'yes' as const,
        }
        await expect(
          signAgreement({ db, actor: sides[0]!.signer, now: c.now }, agreement, input),
          state,
        ).rejects.toThrow(Conflict)
      }
    }),
  )
})

describe('every party signs', () => {
  test.each([2, 3, 12, 43, 50])('%i parties: the last signature, and no earlier one, brings it into force', (count) =>
    w.inCity(city, (c) =>
      c.run(async (db) => {
        const sides = await groups(db, c, count)
        const agreement = await anAgreement(c, db, 'offered', { sides, draft: { kind: 'mutual' } })
        expect(agreement.offered!.text.parties.map(({ name }) => name)).toEqual(sides.map(({ party }) => party.name))
        for (const side of sides.slice(1).reverse())
          expect((await signAs(db, c, side, agreement)).made.complete).toBeUndefined()
        const before = await again(db, agreement)
        expect([before.state, before.version]).toEqual(['offered', null])
        expect((await signAs(db, c, sides[0]!, agreement)).made.complete).toBeDefined()
        const after = await again(db, agreement)
        expect([after.state, after.version, after.starts_on, after.ends_on]).toEqual([
          'in_force',
          1,
          '2026-12-01',
          '2027-03-31',
        ])
        const { text, digest, signatures } = after.current!
        expect(digestOf(text)).toBe(digest)
        expect(signatures.map((one) => one.digest)).toEqual(sides.map(() => digest))
        expect(sides.map(({ party }) => rolesIn(text, party.id).length)).toEqual(sides.map(() => 1))
      }),
    ),
  )

  test(
    'each signature holds the number of the text it stands under',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'in_force')
      const signatures = (await again(db, agreement)).current!.signatures
      expect(signatures.map(({ digest }) => digest)).toEqual([
        digestOf(agreement.current!.text),
        digestOf(agreement.current!.text),
      ])
      expect(signatures.every(({ channel, entered_by }) => channel === 'web' && entered_by === null)).toBe(true)
    }),
  )

  test('the entries stand in the order of what happened', () =>
    w.inCity(city, async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
      const kinds = await c.run(async (db) =>
        (await entriesOf(db, [{ kind: 'agreement', id: agreement.id }])).map(({ kind, party_id }) => [kind, party_id]),
      )
      expect(kinds).toEqual([
        ['agreement.started', null],
        ['agreement.offered', null],
        ['agreement.signed', c.parties.first!.id],
        ['agreement.signed', c.parties.city!.id],
        ['agreement.in-force', c.parties.city!.id],
      ])
    }))
})

test(
  'whoever is not named does not find it, by its number or its id',
  inCity(async (c, db) => {
    const agreement = await anAgreement(c, db, 'in_force')
    const { actor } = await c.act(db, 'stranger')
    for (const ref of [agreement.id, refOf(agreement), 'r8-agreement-9999', 'nonsense'])
      expect(await findAgreement(db, actor, ref)).toBeUndefined()
  }),
)
