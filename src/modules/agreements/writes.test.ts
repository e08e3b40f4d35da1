import { describe, expect, test } from 'vitest'
import { aDraft, anAgreement, placeIn } from '../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import type { Db } from '../../platform/db/index.ts'
import { Conflict } from '../../platform/refusals.ts'
import { startAgreement } from './actions/start.ts'
import { groundOf } from './queries/ground.ts'
import { findAgreementById } from './queries/one.ts'
import { listNameable } from './queries/people.ts'
import { saveDraft } from './writes/draft.ts'

const w = useWorld()

const city = 'kawaguchi'

const inCity =
  (work: (c: CityWorld, db: Db) => Promise<void>, slug = city) =>
  () =>
    w.inCity(slug, (c) => c.run((db) => work(c, db)))

const again = async (db: Db, agreement: { id: string }) => (await findAgreementById(db, agreement.id))!

const freely = { title: '見守り', kind: 'mutual', acting_for: '', proposal: '' }

describe('the draft', () => {
  test(
    'is seen by whoever is named in it, from the moment they are',
    inCity(async (c, db) => {
      const act = await c.act(db, 'section')
      const known = await listNameable(db, act.actor)
      const { made: begun } = await startAgreement(act, await groundOf(act, placeIn(c)), freely)
      expect((await again(db, begun)).draft_parties.map(({ party_id }) => party_id)).toEqual([c.parties.city!.id])
      const draft = aDraft(c, [c.parties.second!, c.parties.third!])
      await saveDraft(act, await again(db, begun), draft, known)
      // The city stays in sight of the section that writes for it.
      expect((await again(db, begun)).draft_parties.map(({ party_id }) => party_id)).toEqual([
        c.parties.second!.id,
        c.parties.third!.id,
        c.parties.city!.id,
      ])
    }),
  )

  test(
    'keeps the writing party in sight while its name is being written anew',
    inCity(async (c, db) => {
      const act = await c.act(db, 'neighbour')
      const known = await listNameable(db, act.actor)
      const second = known.find(({ party_id }) => party_id === c.parties.second!.id)!
      const own = { ...freely, acting_for: second.party_id }
      const { made: begun } = await startAgreement(act, await groundOf(act, placeIn(c)), own)
      await saveDraft(act, await again(db, begun), { title: '見守り', parties: [{ party: '芝' }] }, known)
      expect((await again(db, begun)).draft_parties.map(({ party_id }) => party_id)).toEqual([second.party_id])
    }),
  )

  test(
    'saved twice from one beginning: the second is told',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'draft')
      const act = await c.act(db, 'section')
      await saveDraft(act, agreement, agreement.draft!, [])
      await expect(saveDraft(act, agreement, agreement.draft!, [])).rejects.toThrow(Conflict)
    }),
  )

  test(
    'of an offered text is not written on',
    inCity(async (c, db) => {
      const agreement = await anAgreement(c, db, 'offered')
      await expect(saveDraft(await c.act(db, 'section'), agreement, {}, [])).rejects.toThrow(Conflict)
    }),
  )
})
