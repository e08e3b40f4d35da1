import { describe, expect, test } from 'vitest'
import { aDraft, aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { findProposalById } from '../queries/one.ts'
import { listVersions } from '../queries/versions.ts'
import { submitProposal } from './submit.ts'

const w = useWorld()
const city = 'kawaguchi'
/** Online, nobody types the day of receipt. */
const never = { received_on: null }
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

describe('submitting', () => {
  test(
    'an unfinished proposal is refused with a sentence for each field and stays a draft without a number',
    inCity(async (c) => {
      await c.run(async (db) => {
        const draft = await aDraft(c, db, { complete: false })
        const error = await submitProposal(await c.act(db, 'secretary'), draft, never).catch(
          (refusal) => refusal as Invalid,
        )
        expect(error).toBeInstanceOf(Invalid)
        expect((error as Invalid).fields['answers.idea_issue']).toBe('「解決したいこと」を入力してください。')
        expect((await findProposalById(db, draft.id))!).toMatchObject({ state: 'draft', number: null })
      })
    }),
  )

  test(
    'numbers run 1, 2, 3 without a gap though one between was refused',
    inCity(async (c) => {
      await c.run(async (db) => {
        const secretary = await c.act(db, 'secretary')
        const { made: first } = await submitProposal(secretary, await aDraft(c, db), never)
        await expect(submitProposal(secretary, await aDraft(c, db, { complete: false }), never)).rejects.toThrow(
          Invalid,
        )
        const { made: second } = await submitProposal(secretary, await aDraft(c, db), never)
        expect([first, second].map(({ fiscal_year, number }) => [fiscal_year, number])).toEqual([
          [2026, 1],
          [2026, 2],
        ])
      })
    }),
  )

  test(
    'a second after the last day it is too late: refused with the day, kept as a draft; a second before it is in time',
    inCity(async (c) => {
      const closing = new Date('2026-12-25T15:00:00Z')
      await c.run(async (db) => {
        const [late, early] = [await aDraft(c, db), await aDraft(c, db)]
        const secretary = await c.act(db, 'secretary')
        await expect(submitProposal({ ...secretary, now: closing }, late, never)).rejects.toThrow(
          '令和8年12月25日で終わりました',
        )
        expect((await findProposalById(db, late.id))!).toMatchObject({
          state: 'draft',
          number: null,
          title: late.title,
        })
        const { made: done } = await submitProposal(
          { ...secretary, now: new Date(closing.getTime() - 1000) },
          early,
          never,
        )
        expect(done).toMatchObject({ state: 'submitted', received_on: '2026-12-25' })
      })
    }),
  )

  test(
    'numbers, days and amounts are settled, the text is kept as a version, the charter is fixed',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'submitted')
        expect((row.contents.plan_budget as { yen: string }[])[0]!.yen).toBe('120000')
        expect(await listVersions(db, row.id)).toMatchObject([
          { title: row.title, contents: row.contents, written_by: '佐藤 花子' },
        ])
        expect(row.charter_id).toBe(c.charter_id)
      })
    }),
  )

  test(
    'a returned proposal keeps its number and may come after the call has closed',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'returned')
        const secretary = { ...(await c.act(db, 'secretary')), now: new Date('2027-02-01T00:00:00Z') }
        const { made: again } = await submitProposal(secretary, row, never)
        expect(again).toMatchObject({
          state: 'submitted',
          number: row.number,
          received_on: row.received_on,
          return_note: '',
        })
        expect(await listVersions(db, row.id)).toHaveLength(2)
      })
    }),
  )
})
