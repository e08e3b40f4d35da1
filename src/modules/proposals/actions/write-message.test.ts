import { describe, expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { talksHeld } from '../queries/talks.ts'
import { listVersions } from '../queries/versions.ts'
import { reviseProposal } from './revise.ts'
import { writeMessage } from './write-message.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

describe('talks', () => {
  test(
    'count once both sides have written; each message keeps its writer, its side and its day',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'in_talks')
        expect(await talksHeld(db, row.id)).toBe(false)
        await writeMessage(await c.act(db, 'secretary'), row, {
          kind: 'meeting',
          text: '役割を決めました。',
          met_on: '2026-11-24',
          files: [],
        })
        expect(await talksHeld(db, row.id)).toBe(true)
        const messages = await db
          .selectFrom('messages')
          .selectAll()
          .where('subject_id', '=', row.id)
          .orderBy('id')
          .execute()
        expect(
          messages.map(({ side, stands_for, written_by, met_on }) => [side, stands_for, written_by, met_on]),
        ).toEqual([
          ['city', '環境部 みどり課', '山﨑 健太', null],
          ['proposer', 'NPO法人 みどりの架け橋', '佐藤 花子', '2026-11-24'],
        ])
      })
    }),
  )

  test(
    'nobody outside the two sides writes in them, and neither side in the name of the other',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'in_talks')
        const message = { kind: 'message' as const, text: 'やあ', met_on: null, files: [] }
        for (const person of ['stranger', 'neighbour', 'signatory'])
          await expect(writeMessage(await c.act(db, person), row, message), person).rejects.toThrow(Forbidden)
        const { made: id } = await writeMessage(await c.act(db, 'officer'), row, { ...message, side: 'proposer' })
        const written = await db.selectFrom('messages').select('side').where('id', '=', id).executeTakeFirstOrThrow()
        expect(written.side).toBe('city')
      })
    }),
  )

  test(
    'begin with the submission and end with the withdrawal; no meeting has a future day',
    inCity(async (c) => {
      await c.run(async (db) => {
        const secretary = await c.act(db, 'secretary')
        const message = { kind: 'message' as const, text: 'やあ', met_on: null, files: [] }
        for (const state of ['draft', 'withdrawn'] as const)
          await expect(writeMessage(secretary, await aProposal(c, db, state), message), state).rejects.toThrow(Conflict)
        const meeting = { ...message, kind: 'meeting' as const, met_on: '2026-11-26' }
        await expect(writeMessage(secretary, await aProposal(c, db, 'in_talks'), meeting)).rejects.toThrow(Invalid)
      })
    }),
  )

  test(
    'a jointly revised text replaces the old one, which is kept, and the record says what changed',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'in_talks'))
      await c.run(async (db) => {
        const answers = { ...row.contents, idea_content: '月に二度、三者で手入れをします。' }
        await reviseProposal(await c.act(db, 'secretary'), row, {
          title: '',
          theme: '',
          answers,
          files: {},
          remove: [],
        })
        expect(await listVersions(db, row.id)).toHaveLength(2)
      })
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'proposal', id: row.id }]))
      expect(entries.at(-1)).toMatchObject({ kind: 'proposal.revised', payload: { changed: ['すること'] } })
    }),
  )
})
