import { describe, expect, test } from 'vitest'
import { aDraft, agreedFrom, anAgreement, groupAndCity, groups, placeIn, signAs } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { agreementEvidence, findAgreement, findAgreementById, listSignedVersions } from '../queries/one.ts'
import { listNameable } from '../queries/people.ts'
import { numberLabel } from '../rules.ts'
import type { Dossier } from '../tables.ts'
import { beginAmendment, dropAmendment } from './amend.ts'
import { startAgreement } from './begin.ts'
import { saveDraft } from './draft.ts'
import { endAgreement, terminateAgreement } from './end.ts'
import { offerAgreement, recallOffer } from './offer.ts'
import { releaseAgreement, withdrawRelease } from './release.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))
const again = async (db: Db, d: { id: string }) => (await findAgreementById(db, d.id))!
const freely = { title: '見守り', kind: 'mutual', parties: [], acting_for: null }

describe('to begin', () => {
  test(
    'a stranger cannot, nor somebody who only signs',
    inCity(async (c, db) => {
      for (const person of ['stranger'])
        await expect(startAgreement(await c.act(db, person), placeIn(c), freely)).rejects.toThrow(Forbidden)
    }),
  )

  test(
    'a group cannot begin by itself where the charter knows no collaboration without the city',
    inCity(async (c, db) => {
      await expect(startAgreement(await c.act(db, 'secretary'), placeIn(c), freely)).rejects.toThrow(
        '市の加わる取り決め',
      )
    }, 'yoshikawa'),
  )

  test(
    'a group begins by itself where the charter lets groups collaborate, and writes only for itself',
    inCity(async (c, db) => {
      const act = await c.act(db, 'neighbour')
      const own = { ...freely, acting_for: c.parties.second!.id }
      expect((await startAgreement(act, placeIn(c), own)).state).toBe('draft')
      await expect(startAgreement(act, placeIn(c), { ...own, acting_for: c.parties.first!.id })).rejects.toThrow(
        Forbidden,
      )
    }),
  )
})

describe('the draft', () => {
  test(
    'is seen by whoever is named in it, from the moment they are',
    inCity(async (c, db) => {
      const act = await c.act(db, 'section')
      const known = await listNameable(db, act.actor)
      const begun = await startAgreement(act, placeIn(c), freely)
      expect((await again(db, begun)).draft_parties).toEqual([])
      const draft = aDraft(c, [c.parties.second!, c.parties.third!])
      await saveDraft(act, await again(db, begun), placeIn(c), draft, known)
      expect((await again(db, begun)).draft_parties.map(({ party_id }) => party_id)).toEqual([
        c.parties.second!.id,
        c.parties.third!.id,
      ])
    }),
  )

  test(
    'keeps the writing party in sight while its name is being written anew',
    inCity(async (c, db) => {
      const act = await c.act(db, 'neighbour')
      const known = await listNameable(db, act.actor)
      const second = known.find(({ party_id }) => party_id === c.parties.second!.id)!
      const begun = await startAgreement(act, placeIn(c), { ...freely, parties: [second], acting_for: second.party_id })
      await saveDraft(act, await again(db, begun), placeIn(c), { title: '見守り', parties: [{ party: '芝' }] }, known)
      expect((await again(db, begun)).draft_parties.map(({ party_id }) => party_id)).toEqual([second.party_id])
    }),
  )

  test(
    'saved twice from one beginning: the second is told',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'draft')
      const act = await c.act(db, 'section')
      await saveDraft(act, d, placeIn(c), d.draft!, [])
      await expect(saveDraft(act, d, placeIn(c), d.draft!, [])).rejects.toThrow(Conflict)
    }),
  )

  test(
    'of an offered text is not written on',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'offered')
      await expect(saveDraft(await c.act(db, 'section'), d, placeIn(c), {}, [])).rejects.toThrow(Forbidden)
    }),
  )
})

describe('to offer', () => {
  test(
    'is refused for parties that the charter does not know together, with its reason',
    inCity(async (c, db) => {
      const sides = await groups(db, c, 2)
      const draft = aDraft(
        c,
        sides.map(({ party }) => party),
      )
      await expect(agreedFrom(db, c, draft)).rejects.toThrow()
      const d = await anAgreement(c, db, 'draft')
      const agreed = await agreedFrom(db, c, aDraft(c, [c.parties.first!, c.parties.city!]))
      const without = { ...agreed, parties: agreed.parties.filter(({ is_city }) => !is_city) }
      await expect(offerAgreement(await c.act(db, 'section'), d, placeIn(c), without)).rejects.toThrow(Invalid)
      expect((await again(db, d)).state).toBe('draft')
    }, 'yoshikawa'),
  )

  test(
    'gives numbers one after the other, and keeps the number when it is offered again',
    inCity(async (c, db) => {
      const first = await anAgreement(c, db, 'offered')
      const second = await anAgreement(c, db, 'offered')
      expect([first, second].map((one) => numberLabel(c.charter, one))).toEqual(['令8-協定-0001', '令8-協定-0002'])
      const act = await c.act(db, 'section')
      await recallOffer(act, first, placeIn(c), { reason: '直すため' })
      const offered = await offerAgreement(
        act,
        await again(db, first),
        placeIn(c),
        await agreedFrom(db, c, (await again(db, first)).draft!),
      )
      expect([offered.number, offered.offered!.version]).toEqual([1, 2])
      expect(offered.offered!.digest).not.toBe(first.offered!.digest)
      expect(offered.offered!.signatures).toEqual([])
    }),
  )

  test(
    'is refused to whoever began from an older draft',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'draft')
      const act = await c.act(db, 'section')
      const agreed = await agreedFrom(db, c, d.draft!)
      await saveDraft(act, d, placeIn(c), { ...d.draft!, purpose: '別の目的' }, [])
      await expect(offerAgreement(act, d, placeIn(c), agreed)).rejects.toThrow(Conflict)
    }),
  )
})

describe('an amendment', () => {
  const amended = async (
    c: CityWorld,
    db: Db,
  ): Promise<{ d: Dossier; sides: Awaited<ReturnType<typeof groupAndCity>> }> => {
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

describe('the end', () => {
  const give = { reason: '担い手がいなくなったため', public_reason: '', ended_on: '2026-12-20' }

  test(
    'nobody outside gives it up; a day outside the term is refused',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'in_force')
      for (const person of ['neighbour', 'stranger'])
        await expect(terminateAgreement(await c.act(db, person), d, city, give), person).rejects.toThrow(Forbidden)
      await expect(
        terminateAgreement(await c.act(db, 'secretary'), d, city, { ...give, ended_on: '2027-04-01' }),
      ).rejects.toThrow(Invalid)
    }),
  )

  test(
    'a party gives it up with its reasons, once; signatures are waited for no more',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'in_force')
      const act = await c.act(db, 'secretary')
      await terminateAgreement(act, d, city, give)
      const after = await again(db, d)
      expect([after.state, after.ended_on, after.termination, after.offered]).toEqual([
        'terminated',
        '2026-12-20',
        give.reason,
        undefined,
      ])
      await expect(terminateAgreement(act, d, city, give)).rejects.toThrow(Forbidden)
    }),
  )

  test(
    'given up before it was signed, it stays there to be read by those it named, and is written on no more',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'terminated')
      expect(d.draft!.purpose).toBe('土手に咲く花を、歩く人みんなの楽しみにする。')
      const act = await c.act(db, 'representative')
      expect(await findAgreement(db, act.actor, d.id)).toBeDefined()
      await expect(saveDraft(act, d, placeIn(c), d.draft!, [])).rejects.toThrow(Forbidden)
    }),
  )

  test(
    'the night ends what is over and leaves what lasts until today',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'in_force')
      const at = async (moment: string) => ({ ...(await c.act(db, 'section')), now: new Date(moment) })
      await endAgreement(await at('2027-03-31T14:59:00Z'), d.id)
      expect((await again(db, d)).state).toBe('in_force')
      await endAgreement(await at('2027-03-31T15:05:00Z'), d.id)
      expect([(await again(db, d)).state, (await again(db, d)).ended_on]).toEqual(['ended', '2027-03-31'])
    }),
  )
})

describe('the released copy', () => {
  test(
    'is the section’s to make, and only of what is signed',
    inCity(async (c, db) => {
      const d = await anAgreement(c, db, 'in_force')
      for (const person of ['secretary', 'officer', 'stranger'])
        await expect(releaseAgreement(await c.act(db, person), d, []), person).rejects.toThrow(Forbidden)
      await expect(
        releaseAgreement(await c.act(db, 'section'), await anAgreement(c, db, 'offered'), []),
      ).rejects.toThrow(Forbidden)
    }),
  )

  test('holds no private word and no signer, anywhere in what everyone can read; withdrawn, it is gone', () =>
    w.inCity(city, async (c) => {
      const d = await c.run(async (db) => {
        const made = await anAgreement(c, db, 'in_force', {
          draft: { title: '佐藤さんの花壇', purpose: '佐藤さんの土手に花を咲かせる。' },
        })
        await releaseAgreement(await c.act(db, 'section'), made, ['佐藤さん'])
        return made
      })
      const open = () =>
        c.doors.public.run(async (db) => ({
          rows: await db
            .selectFrom('published.agreements')
            .selectAll()
            .where('city_id', '=', c.cityId)
            .where('id', '=', d.id)
            .execute(),
          found: await db
            .selectFrom('published.search')
            .selectAll()
            .where('city_id', '=', c.cityId)
            .where('kind', '=', 'agreement')
            .where('id', '=', d.id)
            .execute(),
        }))
      const { rows, found } = await open()
      expect([rows.length, found.length]).toEqual([1, 1])
      const all = JSON.stringify([rows, found])
      for (const secret of ['佐藤', c.people.signatory!.name, c.people.signatory!.id]) expect(all).not.toContain(secret)
      expect(rows[0]!.title).toBe('■■■の花壇')
      await c.run(async (db) => withdrawRelease(await c.act(db, 'section'), await again(db, d)))
      expect(await open()).toEqual({ rows: [], found: [] })
    }))

  test(
    'stays the old one when an amendment comes into force, until the section has looked at the new text',
    inCity(async (c, db) => {
      const sides = await groupAndCity(db, c)
      const d = await anAgreement(c, db, 'in_force', { sides })
      const act = await c.act(db, 'section')
      await releaseAgreement(act, d, [])
      await beginAmendment(act, d, '2026-12-02')
      const draft = { ...(await again(db, d)).draft!, purpose: '山田さんの畑にも広げる。', note: '広げるため' }
      const offered = await offerAgreement(act, await again(db, d), placeIn(c), await agreedFrom(db, c, draft, true))
      for (const side of sides) await signAs(db, c, side, offered)
      const after = await again(db, d)
      expect([after.version, after.published_version]).toEqual([2, 1])
      expect(JSON.stringify(after.published_text)).not.toContain('山田')
    }),
  )
})
