import { describe, expect, test } from 'vitest'
import { aProposal, openFor, second } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { findProposalById } from '../queries/one.ts'
import { decideProposal } from './decide.ts'
import { releaseProposal } from './release.ts'
import { resumeReview } from './resume.ts'
import { retractProposal } from './retract.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

const decision = {
  decision: 'adopted' as const,
  reasons: '地域の課題に合うため。',
  conditions: '',
  decided_on: '2026-11-25',
  released_on: null,
}

describe('deciding and releasing', () => {
  test(
    'the decision must be one that the programme knows, and of a day between the receipt and today',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'under_review')
        const section = await c.act(db, 'section')
        for (const [wrong, sentence] of [
          [{ decision: 'deferred' }, '示された中から'],
          [{ decided_on: '2026-11-26' }, '今日までの日'],
          [{ decided_on: '2026-11-24' }, '受け付けた日（令和8年11月25日）か、それより後の日'],
        ] as const)
          await expect(decideProposal.prepare(section, row, { ...decision, ...wrong })).rejects.toThrow(sentence)
      })
    }),
  )

  test(
    'letters are numbered without gaps; a deferred proposal can be decided again and both decisions are kept',
    inCity(async (c) => {
      await c.run(async (db) => {
        const charter = { ...c.charter, programmes: c.charter.programmes.map((one) => ({ ...one, decisions: [] })) }
        const [section, other] = [await c.act(db, 'section'), await second(c, db)]
        const row = await aProposal(c, db, 'under_review')
        await decideProposal.byTwo(section, other, { ...row, charter }, { ...decision, decision: 'deferred' })
        const deferred = (await findProposalById(db, row.id))!
        await expect(releaseProposal.prepare(section, deferred, { summary: 'x', keys: [] })).rejects.toThrow(Conflict)
        await resumeReview(section, deferred)
        await decideProposal.byTwo(section, other, { ...(await findProposalById(db, row.id))!, charter }, decision)
        const all = await db
          .selectFrom('proposal_decisions')
          .select(['decision', 'letter_number'])
          .where('proposal_id', '=', row.id)
          .orderBy('at')
          .orderBy('id')
          .execute()
        expect(all).toEqual([
          { decision: 'deferred', letter_number: 1 },
          { decision: 'adopted', letter_number: 2 },
        ])
      })
    }),
  )

  test(
    'nothing is public before the day of release; then what was chosen is, and nothing else',
    inCity(async (c) => {
      const row = await c.run(async (db) => {
        const under = await aProposal(c, db, 'under_review')
        await decideProposal.byTwo(await c.act(db, 'section'), await second(c, db), under, {
          ...decision,
          released_on: '2026-12-01',
        })
        return (await findProposalById(db, under.id))!
      })
      const release = (now: string) =>
        c.run(async (db) =>
          releaseProposal.byTwo({ ...(await c.act(db, 'section')), now: new Date(now) }, await second(c, db), row, {
            summary: '花壇を育てます。',
            keys: ['idea_issue'],
          }),
        )
      await expect(release('2026-11-30T14:59:59Z')).rejects.toThrow('令和8年12月1日からできます')
      await release('2026-11-30T15:00:00Z')
      const open = await c.doors.public.run((db) =>
        db.selectFrom('published.proposals').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow(),
      )
      expect(open.public_contents).toEqual([
        {
          heading: 'どんなことをしたいか',
          items: [{ label: '解決したいこと', lines: ['誰が、いつ、どこで、何をするかを書きました。'] }],
        },
      ])
      expect(Object.keys(open)).not.toContain('contents')
    }),
  )

  test(
    'released, it is found by search; retracted, it is gone everywhere',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'decided', { released: true }))
      const found = () =>
        c.doors.public.run((db) =>
          db.selectFrom('published.search').select(['ref', 'facets']).where('id', '=', row.id).execute(),
        )
      expect(await found()).toMatchObject([
        { ref: 'r8-proposal-0001', facets: expect.arrayContaining(['year:2026', 'state:adopted']) },
      ])
      await c.run(async (db) =>
        retractProposal(await c.act(db, 'section'), row, { reason: '個人の名前が入っていたため。' }),
      )
      expect(await found()).toEqual([])
      expect(await c.doors.public.run((db) => db.selectFrom('published.proposals').select('id').execute())).toEqual([])
    }),
  )
})
