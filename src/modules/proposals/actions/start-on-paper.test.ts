import { describe, expect, test } from 'vitest'
import { openFor, wayOf } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { findProposalById } from '../queries/one.ts'
import { saveDraft } from '../writes/draft.ts'
import { startPaperProposal } from './start-on-paper.ts'
import { submitProposal } from './submit.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

describe('on paper', () => {
  const paper = (c: CityWorld, change: object = {}) => ({
    to: wayOf(c).to,
    party_id: '',
    new_name: '東町の花の会',
    new_kana: 'ひがしちょうのはなのかい',
    new_kind: c.parties.first!.kind,
    new_purpose: '',
    new_representative: '青木 松枝',
    new_address: '東町1-1',
    new_phone: '',
    channel: 'paper' as const,
    received_on: '2026-12-25',
    scan: [{ sha256: 'c'.repeat(64), name: '提案書.pdf', type: 'application/pdf', bytes: 5 }],
    ...change,
  })

  test(
    'only the section enters it',
    inCity(async (c) => {
      await c.run(async (db) => {
        for (const person of ['secretary', 'officer', 'stranger'])
          await expect(startPaperProposal(await c.act(db, person), c, paper(c))).rejects.toThrow(Forbidden)
      })
    }),
  )

  test(
    'a group without e-mail is entered with its representative and scan; empty answers are accepted, and the day of arrival counts',
    inCity(async (c) => {
      const later = new Date('2026-12-28T02:00:00Z')
      const { row, entries } = await c
        .run(async (db) => {
          const section = { ...(await c.act(db, 'section')), now: later }
          const { made: draft } = await startPaperProposal(section, c, paper(c))
          await saveDraft(section, draft, {
            title: '',
            theme: '',
            answers: { idea_title: '駅前を花でかざる' },
            files: {},
            remove: [],
          })
          const { made: done } = await submitProposal(section, (await findProposalById(db, draft.id))!, {
            received_on: null,
          })
          const members = await db
            .selectFrom('memberships')
            .select('role')
            .where('party_id', '=', done.party_id)
            .orderBy('role')
            .execute()
          const scans = await db.selectFrom('files').select('purpose').where('subject_id', '=', done.id).execute()
          return { done, members, scans }
        })
        .then(async ({ done, members, scans }) => {
          expect(members.map(({ role }) => role)).toEqual(['representative', 'signatory'])
          expect(scans).toEqual([{ purpose: 'scan' }])
          return c.run(async (db) => ({
            row: (await findProposalById(db, done.id))!,
            entries: await entriesOf(db, [{ kind: 'proposal', id: done.id }]),
          }))
        })
      expect(row).toMatchObject({
        state: 'submitted',
        received_on: '2026-12-25',
        channel: 'paper',
        party_name: '東町の花の会',
        title: '駅前を花でかざる',
      })
      const submitted = entries.find((entry) => entry.kind === 'proposal.submitted')!
      expect(submitted).toMatchObject({ channel: 'paper', party_id: row.party_id })
      expect(submitted.names).toMatchObject({ entered_by: '髙橋 美咲' })
    }),
  )

  test(
    'a paper that came after the last day is refused, however late it is typed in',
    inCity(async (c) => {
      await c.run(async (db) => {
        const section = { ...(await c.act(db, 'section')), now: new Date('2026-12-28T02:00:00Z') }
        const { made: draft } = await startPaperProposal(section, c, paper(c, { received_on: '2026-12-26' }))
        await saveDraft(section, draft, {
          title: '',
          theme: '',
          answers: { idea_title: '駅前を花でかざる' },
          files: {},
          remove: [],
        })
        await expect(
          submitProposal(section, (await findProposalById(db, draft.id))!, { received_on: null }),
        ).rejects.toThrow('終わりました')
      })
    }),
  )

  test(
    'no day of receipt lies in the future',
    inCity(async (c) => {
      await c.run(async (db) => {
        const section = await c.act(db, 'section')
        await expect(startPaperProposal(section, c, paper(c, { received_on: '2026-11-26' }))).rejects.toThrow(Invalid)
      })
    }),
  )

  test(
    'a title is needed even on paper',
    inCity(async (c) => {
      await c.run(async (db) => {
        const section = await c.act(db, 'section')
        const { made: draft } = await startPaperProposal(section, c, paper(c, { received_on: '2026-11-25' }))
        await expect(
          submitProposal(section, (await findProposalById(db, draft.id))!, { received_on: null }),
        ).rejects.toThrow(Invalid)
      })
    }),
  )
})
