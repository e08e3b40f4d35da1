import { describe, expect, test } from 'vitest'
import { aDraft, answersTo, openFor, wayOf } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { startProposal } from '../actions/start.ts'
import { submitProposal } from '../actions/submit.ts'
import { findProposalById } from '../queries/one.ts'
import { saveDraft } from './draft.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

const kinds = async (db: Db, id: string) => (await entriesOf(db, [{ kind: 'proposal', id }])).map((entry) => entry.kind)

describe('beginning and writing', () => {
  test(
    'a person outside the group begins nothing for it, and a kind of group that may not propose is told which kinds may',
    inCity(async (c) => {
      await c.run(async (db) => {
        const { to } = wayOf(c)
        const first = c.parties.first!.id
        await expect(startProposal(await c.act(db, 'stranger'), c, { to, acting_for: first })).rejects.toThrow(
          Forbidden,
        )
        await expect(startProposal(await c.act(db, 'neighbour'), c, { to, acting_for: first })).rejects.toThrow(
          Forbidden,
        )
        await expect(
          startProposal(await c.act(db, 'secretary'), c, { to: 'no/such', acting_for: first }),
        ).rejects.toThrow(Invalid)
        const charter = structuredClone(c.charter)
        const track = charter.programmes.find(({ key }) => to.startsWith(`${key}/`))!.tracks[0]!
        track.proposers = [charter.actors.find((kind) => kind.as === 'city')!.key]
        await expect(
          startProposal(await c.act(db, 'secretary'), { ...c, charter }, { to, acting_for: first }),
        ).rejects.toThrow('できるのは')
      })
    }),
  )

  test(
    'a draft keeps what was typed to the letter, unfinished as it is, and makes no entry in the record',
    inCity(async (c) => {
      await c.run(async (db) => {
        const draft = await aDraft(c, db, { complete: false })
        const { sheet } = wayOf(c)
        const answers = {
          ...answersTo(sheet),
          idea_issue: '書きかけ',
          plan_budget: [{ side: '', item: '苗', yen: 'いくらか', note: '' }],
        }
        await saveDraft(await c.act(db, 'secretary'), draft, {
          title: '',
          theme: '',
          answers,
          files: {},
          remove: [],
        })
        const saved = (await findProposalById(db, draft.id))!
        expect(saved.contents.idea_issue).toBe('書きかけ')
        expect(saved.contents.plan_budget).toEqual([{ side: '', item: '苗', yen: 'いくらか', note: '' }])
        expect(saved.revision).toBe(draft.revision + 1)
        expect(await kinds(db, draft.id)).toEqual([])
      })
      const draft = await c.run(async (db) => aDraft(c, db))
      expect(await c.run((db) => kinds(db, draft.id))).toEqual(['proposal.started'])
    }),
  )

  test(
    'two people who write at once: the second save is refused and changes nothing',
    inCity(async (c) => {
      await c.run(async (db) => {
        const draft = await aDraft(c, db)
        const save = async (person: string, text: string) =>
          saveDraft(await c.act(db, person), draft, {
            title: '',
            theme: '',
            answers: { ...draft.contents, idea_issue: text },
            files: {},
            remove: [],
          })
        await save('secretary', '佐藤が書いた')
        await expect(save('representative', '小川が書いた')).rejects.toThrow(Conflict)
        expect((await findProposalById(db, draft.id))!.contents.idea_issue).toBe('佐藤が書いた')
      })
    }),
  )

  test(
    'when the form changes, what was written under the old one stays; at submission only what is asked counts',
    inCity(async (c) => {
      await c.run(async (db) => {
        const draft = await aDraft(c, db)
        await db
          .updateTable('proposals')
          .set({ contents: JSON.stringify({ ...draft.contents, old_question: '前の様式の答え' }) })
          .where('id', '=', draft.id)
          .execute()
        const secretary = await c.act(db, 'secretary')
        const input = { title: '', theme: '', answers: draft.contents, files: {}, remove: [] }
        const saved = await saveDraft(secretary, (await findProposalById(db, draft.id))!, input)
        expect(saved.contents.old_question).toBe('前の様式の答え')
        const { made: done } = await submitProposal(secretary, saved, { received_on: null })
        expect(done.contents.old_question).toBeUndefined()
      })
    }),
  )

  test(
    'the same file saved twice is attached once, and is removed on request',
    inCity(async (c) => {
      const file = { sha256: 'b'.repeat(64), name: '予算.pdf', type: 'application/pdf', bytes: 10 }
      await c.run(async (db) => {
        const draft = await aDraft(c, db, { complete: false })
        const files = () => db.selectFrom('files').select('id').where('subject_id', '=', draft.id).execute()
        const secretary = await c.act(db, 'secretary')
        const save = async (change: object) =>
          saveDraft(secretary, (await findProposalById(db, draft.id))!, {
            title: '',
            theme: '',
            answers: {},
            files: { plan_papers: [file] },
            remove: [],
            ...change,
          })
        await save({})
        await save({})
        const there = await files()
        expect(there).toHaveLength(1)
        await save({ files: {}, remove: there[0]!.id })
        expect(await files()).toHaveLength(0)
      })
    }),
  )
})
