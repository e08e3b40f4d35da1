import { describe, expect, test } from 'vitest'
import {
  aDraft,
  agreedFrom,
  anAgreement,
  groupAndCity,
  groups,
  placeIn,
  type Side,
  signAs,
  signerAs,
} from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { agreementEvidence, findAgreement, findAgreementById } from '../queries/one.ts'
import { digestOf } from '../rules.ts'
import { type Agreement, refOf } from '../tables.ts'
import { offerAgreement, recallOffer } from './offer.ts'
import { enterPaperSignature, signAgreement } from './sign.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (work: (c: CityWorld, db: Db) => Promise<void>) => () =>
  w.inCity(city, (c) => c.run((db) => work(c, db)))
const again = async (db: Db, d: Agreement) => (await findAgreementById(db, d.id))!

/** Nothing was signed, nothing came into force. */
async function nothingSigned(db: Db, d: Agreement, version = d.offered!.version) {
  const signed = await db
    .selectFrom('signatures')
    .select('id')
    .where('agreement_id', '=', d.id)
    .where('version', '=', version)
    .execute()
  expect(signed).toEqual([])
  expect((await again(db, d)).state).not.toBe('in_force')
}

describe('nobody signs', () => {
  test(
    'for a party whose signatory they are not, were they its representative',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'offered')
      for (const person of ['representative', 'neighbour', 'section', 'administrator', 'stranger']) {
        const act = await c.act(db, person)
        const input = { party_id: c.parties.first!.id, digest: d.offered!.digest, agree: 'yes' as const }
        await expect(signAgreement(act, d, city, input), person).rejects.toThrow(Forbidden)
      }
      await nothingSigned(db, d)
    }),
  )

  test(
    'for a party that the text does not name',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'offered')
      const act = await c.act(db, 'neighbour')
      const input = { party_id: c.parties.second!.id, digest: d.offered!.digest, agree: 'yes' as const }
      await expect(signAgreement(act, d, city, input)).rejects.toThrow(Forbidden)
      await nothingSigned(db, d)
    }),
  )

  test(
    'another text than the one they were shown: one that changed meanwhile, or none at all',
    inCity(async (c, db) => {
      const sides = await groupAndCity(db, c)
      const shown = await anAgreement(c, db, 'offered', { sides })
      const section = await c.act(db, 'section')
      await recallOffer(section, shown, placeIn(c), { reason: '日付を直すため' })
      await expect(signAs(db, c, sides[0]!, shown)).rejects.toThrow(Conflict)
      const draft = aDraft(
        c,
        sides.map(({ party }) => party),
        { purpose: '別の目的にする。' },
      )
      const offered = await offerAgreement(section, await again(db, shown), placeIn(c), await agreedFrom(db, c, draft))
      expect(offered.offered!.version).toBe(2)
      await expect(signAs(db, c, sides[0]!, shown)).rejects.toThrow('文面が変わりました')
      await nothingSigned(db, offered)
    }),
  )

  test(
    'twice for the same party',
    inCity(async (c, db) => {
      const sides = await groupAndCity(db, c)
      const d = await anAgreement(c, db, 'offered', { sides })
      await signAs(db, c, sides[0]!, d)
      await expect(signAs(db, c, sides[0]!, d)).rejects.toThrow(Conflict)
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
      const d = await anAgreement(c, db, 'offered', { sides })
      await signAs(db, c, sides[0]!, d)
      await expect(signAs(db, c, sides[1]!, d)).rejects.toThrow('市と団体の両方')
      expect((await again(db, d)).offered!.signatures).toHaveLength(1)
    }),
  )

  test(
    'what is in force, over, or given up',
    inCity(async (c, db) => {
      for (const state of ['in_force', 'ended', 'terminated'] as const) {
        const sides = await groupAndCity(db, c)
        const d = await anAgreement(c, db, state, { sides })
        const input = {
          party_id: sides[0]!.party.id,
          digest: (d.current ?? d.offered)?.digest ?? '',
          agree: 'yes' as const,
        }
        await expect(signAgreement({ db, actor: sides[0]!.signer, now: c.now }, d, city, input), state).rejects.toThrow(
          Conflict,
        )
      }
    }),
  )
})

describe('every party signs', () => {
  test.each([2, 3, 12, 43, 50])('%i parties: the last signature, and no earlier one, brings it into force', (count) =>
    w.inCity(city, (c) =>
      c.run(async (db) => {
        const sides = await groups(db, c, count)
        const d = await anAgreement(c, db, 'offered', { sides, draft: { kind: 'mutual' } })
        expect(d.offered!.text.parties.map(({ name }) => name)).toEqual(sides.map(({ party }) => party.name))
        for (const side of sides.slice(1).reverse()) expect((await signAs(db, c, side, d)).complete).toBe(false)
        const before = await again(db, d)
        expect([before.state, before.version]).toEqual(['offered', null])
        expect((await agreementEvidence(db, d.id))!.allSigned).toBe(false)
        expect((await signAs(db, c, sides[0]!, d)).complete).toBe(true)
        const after = await again(db, d)
        expect([after.state, after.version, after.starts_on, after.ends_on]).toEqual([
          'in_force',
          1,
          '2026-12-01',
          '2027-03-31',
        ])
        const evidence = (await agreementEvidence(db, d.id))!
        expect([evidence.allSigned, evidence.sameText, evidence.rolesByParty.length]).toEqual([true, true, count])
        expect(evidence.rolesByParty.every(({ roles }) => roles.length === 1)).toBe(true)
      }),
    ),
  )

  test(
    'each signature holds the number of the text it stands under',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'in_force')
      const signatures = (await again(db, d)).current!.signatures
      expect(signatures.map(({ digest }) => digest)).toEqual([digestOf(d.current!.text), digestOf(d.current!.text)])
      expect(signatures.every(({ channel, entered_by }) => channel === 'web' && entered_by === null)).toBe(true)
    }),
  )

  test('the entries stand in the order of what happened', () =>
    w.inCity(city, async (c) => {
      const d = await c.run((db) => anAgreement(c, db, 'in_force'))
      const kinds = await c.run(async (db) =>
        (await entriesOf(db, [{ kind: 'agreement', id: d.id }])).map(({ kind, party_id }) => [kind, party_id]),
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

const scan = [{ sha256: 'a'.repeat(64), name: '署名.pdf', type: 'application/pdf', bytes: 1200 }]

describe('on paper', () => {
  const paper = async (c: CityWorld, db: Db, over: Record<string, string> = {}) => {
    const d = await anAgreement(c, db, 'offered', {
      sides: [
        { party: c.parties.third!, signer: (await c.act(db, 'stranger')).actor },
        (await groupAndCity(db, c))[1]!,
      ],
    })
    const input = {
      signer: `${c.parties.third!.id}:${c.people.elder!.id}`,
      signed_on: '2026-11-25',
      code: d.offered!.digest.slice(0, 8),
      scan,
      ...over,
    }
    return { d, input }
  }

  test(
    'staff enter the signature of a group without e-mail, with its scan, and the record says who entered it',
    inCity(async (c, db) => {
      const { d, input } = await paper(c, db)
      const act = await c.act(db, 'section')
      expect(await enterPaperSignature(act, d, city, input)).toEqual({ complete: false, party: c.parties.third!.name })
      const [signature] = (await again(db, d)).offered!.signatures
      expect(signature).toMatchObject({
        signer_name: '福田 義雄',
        channel: 'paper',
        entered_by: act.actor.account_id,
        signed_on: '2026-11-25',
      })
      const files = await db.selectFrom('files').select(['name', 'purpose']).where('subject_id', '=', d.id).execute()
      expect(files).toEqual([{ name: '署名.pdf', purpose: 'signature' }])
    }),
  )

  test(
    'nobody but the section enters one',
    inCity(async (c, db) => {
      const { d, input } = await paper(c, db)
      for (const person of ['officer', 'signatory', 'secretary', 'stranger'])
        await expect(enterPaperSignature(await c.act(db, person), d, city, input), person).rejects.toThrow(Forbidden)
      await nothingSigned(db, d)
    }),
  )

  test.each([
    ['of another text', 'code', 'deadbeef', '照合番号が'],
    ['of a day to come', 'signed_on', '2026-11-26', '今日まで'],
    ['of a day before the text was offered', 'signed_on', '2026-11-24', 'この文面が示された日より前'],
    ['of a person who is no signatory of the party', 'signer', 'representative', '署名者として登録されていた方'],
  ])('a paper %s is not taken', (_, field, value, sentence) =>
    w.inCity(city, (c) =>
      c.run(async (db) => {
        const signer = `${c.parties.third!.id}:${c.people.representative!.id}`
        const { d, input } = await paper(c, db, { [field]: field === 'signer' ? signer : value })
        const entering = enterPaperSignature(await c.act(db, 'section'), d, city, input)
        await expect(entering).rejects.toThrow(Invalid)
        await expect(entering).rejects.toThrow(sentence)
        await nothingSigned(db, d)
      }),
    ),
  )
})

test(
  'whoever is not named does not find it, by its number or its id',
  inCity(async (c, db) => {
    const d = await anAgreement(c, db, 'in_force')
    const { actor } = await c.act(db, 'stranger')
    for (const ref of [d.id, refOf(d), 'r8-agreement-9999', 'nonsense'])
      expect(await findAgreement(db, actor, ref)).toBeUndefined()
  }),
)
