import { describe, expect, test } from 'vitest'
import { aProposal, openFor, second } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { listLetters } from '../../../platform/letters/index.ts'
import { publicEntriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { proposals } from '../index.ts'
import { listDecisions } from '../queries/decisions.ts'
import { findProposalById } from '../queries/one.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { leadOn } from '../writes/proposal.ts'
import { annulDecision } from './annul.ts'
import { decideProposal } from './decide.ts'
import { releaseProposal } from './release.ts'
import { withdrawProposal } from './withdraw.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld, db: Db) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await c.run((db) => run(c, db))
  })

const reason = '審査会の結果を取り違えて決定したため。'
const at = (one: Pick<Proposal, 'id' | 'fiscal_year' | 'number'>) => ({ city, ref: refOf(one) })
const again = async (db: Db, { id }: { id: string }) => (await findProposalById(db, id))!
const annul = async (c: CityWorld, db: Db, one: Proposal) => {
  await annulDecision.byTwo(await c.act(db, 'section'), await second(c, db), one, { reason })
  return again(db, one)
}

describe('who may not, and when no one may', () => {
  test(
    'nobody outside the section and no officer alone annuls a decision; an undecided proposal has none to annul',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      for (const person of ['secretary', 'officer', 'stranger'])
        await expect(annulDecision.prepare(await c.act(db, person), one, { reason }), person).rejects.toThrow(Forbidden)
      const section = await c.act(db, 'section')
      await expect(annulDecision(section, one, { reason })).rejects.toThrow('起案')
      for (const state of ['under_review', 'declined'] as const)
        await expect(annulDecision.prepare(section, await aProposal(c, db, state), { reason })).rejects.toThrow(
          Conflict,
        )
    }),
  )

  test(
    'a decision from which an agreement or a project began is not annulled',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      const section = await c.act(db, 'section')
      await leadOn(db, section, one, { project: 'r8-project-0001' })
      await expect(annulDecision.prepare(section, await again(db, one), { reason })).rejects.toThrow('取りやめの手続き')
    }),
  )
})

describe('an annulled decision', () => {
  test(
    'returns the proposal to review: its letter names the first one, and both decisions are kept with what followed',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      const annulled = await annul(c, db, one)
      expect([annulled.state, annulled.decision, annulled.reasons]).toEqual(['under_review', null, ''])
      const [letter, first] = await listLetters(db, { kind: 'proposal', id: one.id })
      expect([letter?.kind, letter?.corrects, first?.kind]).toEqual([
        'proposal.annulment',
        first?.id,
        'proposal.decision',
      ])
      const input = { decision: 'not_adopted' as const, reasons: '市の計画と重なるため。', conditions: '' }
      const days = { decided_on: '2026-11-25', released_on: null }
      await decideProposal.byTwo(await c.act(db, 'section'), await second(c, db), annulled, { ...input, ...days })
      const history = await listDecisions(db, one.id)
      expect(history.map(({ decision, annulment }) => [decision, annulment])).toEqual([
        ['adopted', reason],
        ['not_adopted', null],
      ])
    }),
  )

  test('stays on its public page as annulled, with the day and the reason, until another one is released', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided', { released: true }))
      const annulled = await c.run((db) => annul(c, db, one))
      const open = () => c.as('nobody').get(urls.show(at(one)))
      const search = () =>
        c.doors.public.run((db) =>
          db.selectFrom('published.search').select(['facets', 'shown']).where('id', '=', one.id).executeTakeFirst(),
        )
      const says = (await open()).says
      for (const part of ['この決定は取り消されました', '令和8年11月25日', reason, 'あらためて審査しています'])
        expect(says).toContain(part)
      expect((await c.as('nobody').get(urls.list({ city }))).says).toContain('決定を取消し、審査中')
      expect((await c.as('nobody').get(urls.list({ city }, { decision: 'adopted' }))).says).not.toContain(
        '三者で育てます',
      )
      expect((await search())?.facets).toContain('state:annulled')

      const input = { decision: 'not_adopted' as const, reasons: '市の計画と重なるため。', conditions: '' }
      const days = { decided_on: '2026-11-25', released_on: null }
      const decided = await c.run(async (db) => {
        await decideProposal.byTwo(await c.act(db, 'section'), await second(c, db), annulled, { ...input, ...days })
        return again(db, one)
      })
      const before = (await open()).says
      expect([before.includes('この決定は取り消されました'), before.includes('市の計画と重なる')]).toEqual([
        true,
        false,
      ])
      const told = await c.doors.public.run((db) => publicEntriesOf(db, c.cityId, [{ kind: 'proposal', id: one.id }]))
      expect(told.map((entry) => entry.told.decision).filter(Boolean)).toEqual(['adopted'])
      const waiting = await c.run(async (db) => proposals.inbox!(await c.act(db, 'section'), city))
      expect(waiting.map(({ kind }) => kind)).toContain('公表する')

      await c.run(async (db) =>
        releaseProposal.byTwo(await c.act(db, 'section'), await second(c, db), decided, {
          summary: '花壇。',
          keys: [],
        }),
      )
      const after = (await open()).says
      expect([after.includes('取り消されました'), after.includes('市の計画と重なる')]).toEqual([false, true])
      expect((await search())?.facets).toContain('state:not_adopted')
    }))

  test('lets the group withdraw its proposal, and the public page says so', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided', { released: true }))
      const annulled = await c.run((db) => annul(c, db, one))
      await c.run(async (db) => withdrawProposal(await c.act(db, 'secretary'), annulled, { reason: '' }))
      const page = await c.as('nobody').get(urls.show(at(one)))
      expect(page.says).toContain('この提案は、提案者が取り下げました。')
      expect(page.says).not.toContain('あらためて審査しています')
    }))

  test('reaches the group by a mail that does not reveal it', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const page = await c.as('section').get(urls.annulment(at(one)))
      for (const sentence of ['状態が「審査中」に戻り', '団体に、決定を取り消したことが伝わります。'])
        expect(page.says).toContain(sentence)
    }))

  test('is shown to its group and the staff as annulled, released or not', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      for (const released of [false, true]) {
        const one = await c.run((db) => aProposal(c, db, 'decided', { released }))
        await c.run((db) => annul(c, db, one))
        for (const person of ['secretary', 'section', 'officer']) {
          const { says } = await c.as(person).get(urls.show(at(one)))
          expect([person, says.includes('この決定は取り消されました')]).toEqual([person, true])
          expect(says).toContain(`理由 ${reason}`)
          expect(says).toContain('決まりましたら、このページでお知らせします。')
        }
      }
    }))
})
