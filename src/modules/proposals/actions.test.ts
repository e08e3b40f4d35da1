import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aDraft, answersTo, aProposal, openFor, wayOf } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/index.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { Conflict, Forbidden, Invalid, Refusal } from '../../platform/refusals.ts'
import { decideProposal, declineProposal, resumeReview, withdrawProposal } from './actions/deciding.ts'
import { saveDraft, startProposal } from './actions/drafts.ts'
import { acceptProposal, openTalks, returnProposal, sendToReview, writeMessage } from './actions/handling.ts'
import { startPaperProposal } from './actions/paper.ts'
import { releaseProposal, withholdProposal } from './actions/publishing.ts'
import { reviseProposal, submitProposal } from './actions/submitting.ts'
import { lifecycle, type ProposalVerb } from './lifecycle.ts'
import { findProposalById, type ProposalRow } from './queries/one.ts'
import { listVersions, talksHeld } from './queries/talks.ts'
import { waitingFor } from './queries/waiting.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

const kinds = async (db: Db, id: string) => (await entriesOf(db, [{ kind: 'proposal', id }])).map((entry) => entry.kind)
const decision = {
  decision: 'adopted' as const,
  reasons: '地域の課題に合うため。',
  conditions: '',
  decided_on: '2026-11-25',
  released_on: null,
}

/** Every verb as an action, for whoever tries. */
const verbs: Record<
  ProposalVerb,
  (c: CityWorld, act: { db: Db; actor: Actor; now: Date }, row: ProposalRow) => Promise<unknown>
> = {
  submit: (c, act, row) => submitProposal(act, row, c),
  return: (_, act, row) => returnProposal(act, row, { correction: '収支を確かめてください。', correct_by: null }),
  accept: (_, act, row) => acceptProposal(act, row, { department_id: '' }),
  openTalks: (_, act, row) => openTalks(act, row, { text: '' }),
  revise: (c, act, row) =>
    reviseProposal(act, row, c, { title: row.title, theme: '', answers: row.contents, files: {}, remove: [] }),
  review: (_, act, row) => sendToReview(act, row),
  decide: (c, act, row) => decideProposal(act, row, c.charter, decision),
  resume: (_, act, row) => resumeReview(act, row),
  withdraw: (_, act, row) => withdrawProposal(act, row, { reason: '' }),
  decline: (c, act, row) => declineProposal(act, row, c.charter, { reason: '都合により' }),
}

describe('who may not', () => {
  const refused: Record<string, ProposalVerb[]> = {
    stranger: Object.keys(verbs) as ProposalVerb[],
    neighbour: Object.keys(verbs) as ProposalVerb[],
    secretary: ['return', 'accept', 'openTalks', 'review', 'decide', 'resume'],
    section: ['submit', 'revise', 'withdraw', 'decline'],
    officer: ['submit', 'return', 'accept', 'revise', 'decide', 'resume', 'withdraw', 'decline'],
  }
  for (const [person, list] of Object.entries(refused)) {
    test(
      `${person} is refused ${list.join(', ')} and leaves nothing behind`,
      inCity(async (c) => {
        await c.run(async (db) => {
          const row = await aProposal(c, db, 'in_talks')
          const before = await kinds(db, row.id)
          for (const verb of list)
            await expect(verbs[verb](c, await c.act(db, person), row), verb).rejects.toThrow(Forbidden)
          expect(await findProposalById(db, row.id)).toEqual(row)
          expect(await kinds(db, row.id)).toEqual(before)
        })
      }),
    )
  }
})

describe('when no one may', () => {
  test(
    'every verb that does not begin where the proposal is, is a conflict that names the state',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'submitted')
        const [secretary, section] = [await c.act(db, 'secretary'), await c.act(db, 'section')]
        for (const verb of ['submit', 'revise', 'decline'] as const)
          await expect(verbs[verb](c, secretary, row), verb).rejects.toThrow(Conflict)
        for (const verb of ['openTalks', 'review', 'decide', 'resume'] as const)
          await expect(verbs[verb](c, section, row), verb).rejects.toThrow('提出済み')
      })
    }),
  )

  test(
    'of two officers at once the second is told, and nothing happens twice',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'submitted')
        const section = await c.act(db, 'section')
        await acceptProposal(section, row, { department_id: '' })
        await expect(returnProposal(section, row, { correction: 'x', correct_by: null })).rejects.toThrow(
          'ほかの方が先に',
        )
        expect((await findProposalById(db, row.id))!.state).toBe('accepted')
      })
    }),
  )

  test(
    'whatever is tried in whatever order, state, number and record agree with the table',
    inCity(async (c) => {
      const tries = fc.array(fc.constantFrom(...(Object.keys(verbs) as ProposalVerb[])), {
        minLength: 1,
        maxLength: 14,
      })
      await fc.assert(
        fc.asyncProperty(tries, async (list) => {
          await c.run(async (db) => {
            const draft = await aDraft(c, db)
            for (const verb of list) {
              const row = (await findProposalById(db, draft.id))!
              const who = ['submit', 'revise', 'withdraw', 'decline'].includes(verb) ? 'secretary' : 'section'
              const done = await verbs[verb](c, await c.act(db, who), row).then(
                () => true,
                (error) => {
                  if (!(error instanceof Refusal)) throw error
                  return false
                },
              )
              const after = (await findProposalById(db, draft.id))!
              expect(done ? lifecycle.moves[verb].to : row.state).toBe(after.state)
              if (done) expect(lifecycle.canMove(row.state, verb)).toBe(true)
              expect(after.number !== null).toBe(after.submitted_at !== null)
              if (row.number !== null) expect(after.number).toBe(row.number)
            }
          })
        }),
        { numRuns: 12 },
      )
    }),
    60_000,
  )
})

describe('beginning and writing', () => {
  test(
    'a person without a part in the group begins nothing for it, and a kind that the charter does not welcome is told who is',
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
    'a draft keeps what was typed to the letter, unfinished as it is, and is no entry of the record',
    inCity(async (c) => {
      await c.run(async (db) => {
        const draft = await aDraft(c, db, { complete: false })
        const { sheet } = wayOf(c)
        const answers = {
          ...answersTo(sheet),
          idea_issue: '書きかけ',
          plan_budget: [{ side: '', item: '苗', yen: 'いくらか', note: '' }],
        }
        await saveDraft(await c.act(db, 'secretary'), draft, c, {
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
          saveDraft(await c.act(db, person), draft, c, {
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
        const saved = await saveDraft(secretary, (await findProposalById(db, draft.id))!, c, input)
        expect(saved.contents.old_question).toBe('前の様式の答え')
        const done = await submitProposal(secretary, (await findProposalById(db, draft.id))!, c)
        expect(done.contents.old_question).toBeUndefined()
      })
    }),
  )

  test(
    'the same file saved twice hangs there once, and is taken away when asked',
    inCity(async (c) => {
      const file = { sha256: 'b'.repeat(64), name: '予算.pdf', type: 'application/pdf', bytes: 10 }
      await c.run(async (db) => {
        const draft = await aDraft(c, db, { complete: false })
        const files = () => db.selectFrom('files').select('id').where('subject_id', '=', draft.id).execute()
        const secretary = await c.act(db, 'secretary')
        const save = async (change: object) =>
          saveDraft(secretary, (await findProposalById(db, draft.id))!, c, {
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

describe('submitting', () => {
  test(
    'an unfinished proposal is refused with a sentence for each field and stays a draft without a number',
    inCity(async (c) => {
      await c.run(async (db) => {
        const draft = await aDraft(c, db, { complete: false })
        const error = await submitProposal(await c.act(db, 'secretary'), draft, c).catch(
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
        const first = await submitProposal(secretary, await aDraft(c, db), c)
        await expect(submitProposal(secretary, await aDraft(c, db, { complete: false }), c)).rejects.toThrow(Invalid)
        const second = await submitProposal(secretary, await aDraft(c, db), c)
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
        await expect(submitProposal({ ...secretary, now: closing }, late, c)).rejects.toThrow(
          '令和8年12月25日で終わりました',
        )
        expect((await findProposalById(db, late.id))!).toMatchObject({
          state: 'draft',
          number: null,
          title: late.title,
        })
        const done = await submitProposal({ ...secretary, now: new Date(closing.getTime() - 1000) }, early, c)
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
    'a corrected one keeps its number and may come after the call has closed',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'returned')
        const secretary = { ...(await c.act(db, 'secretary')), now: new Date('2027-02-01T00:00:00Z') }
        const again = await submitProposal(secretary, row, c)
        expect(again).toMatchObject({
          state: 'submitted',
          number: row.number,
          received_on: row.received_on,
          correction: '',
        })
        expect(await listVersions(db, row.id)).toHaveLength(2)
      })
    }),
  )
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
    'a group without e-mail is entered with its representative and scan; empty boxes do not stand in the way; the day it came counts',
    inCity(async (c) => {
      const later = new Date('2026-12-28T02:00:00Z')
      const { row, entries } = await c
        .run(async (db) => {
          const section = { ...(await c.act(db, 'section')), now: later }
          const draft = await startPaperProposal(section, c, paper(c))
          await saveDraft(section, draft, c, {
            title: '',
            theme: '',
            answers: { idea_title: '駅前を花でかざる' },
            files: {},
            remove: [],
          })
          const done = await submitProposal(section, (await findProposalById(db, draft.id))!, c)
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
    'what came after the last day is refused by that day, though it is typed in later',
    inCity(async (c) => {
      await c.run(async (db) => {
        const section = { ...(await c.act(db, 'section')), now: new Date('2026-12-28T02:00:00Z') }
        const draft = await startPaperProposal(section, c, paper(c, { received_on: '2026-12-26' }))
        await saveDraft(section, draft, c, {
          title: '',
          theme: '',
          answers: { idea_title: '駅前を花でかざる' },
          files: {},
          remove: [],
        })
        await expect(submitProposal(section, (await findProposalById(db, draft.id))!, c)).rejects.toThrow(
          '終わりました',
        )
      })
    }),
  )

  test(
    'without a title there is nothing to call it by',
    inCity(async (c) => {
      await c.run(async (db) => {
        const section = await c.act(db, 'section')
        const draft = await startPaperProposal(section, c, paper(c, { received_on: '2026-11-25' }))
        await expect(submitProposal(section, (await findProposalById(db, draft.id))!, c)).rejects.toThrow(Invalid)
      })
    }),
  )
})

describe('talks', () => {
  test(
    'are had once both sides have spoken; each word keeps who said it, for whom and when',
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
          .selectFrom('proposal_messages')
          .selectAll()
          .where('proposal_id', '=', row.id)
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
    'nobody outside the two sides writes in them, and never in the name of the other',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'in_talks')
        const message = { kind: 'message' as const, text: 'やあ', met_on: null, files: [] }
        for (const person of ['stranger', 'neighbour', 'signatory'])
          await expect(writeMessage(await c.act(db, person), row, message), person).rejects.toThrow(Forbidden)
        const id = await writeMessage(await c.act(db, 'officer'), row, { ...message, side: 'proposer' })
        const written = await db
          .selectFrom('proposal_messages')
          .select('side')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        expect(written.side).toBe('city')
      })
    }),
  )

  test(
    'a jointly revised text replaces the old one, which is kept, and the record says what changed',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'in_talks'))
      await c.run(async (db) => {
        const answers = { ...row.contents, idea_content: '月に二度、三者で手入れをします。' }
        await reviseProposal(await c.act(db, 'secretary'), row, c, {
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

describe('deciding and releasing', () => {
  test(
    'the decision must be one that the programme knows, and not of a day to come',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'under_review')
        const section = await c.act(db, 'section')
        await expect(decideProposal(section, row, c.charter, { ...decision, decision: 'deferred' })).rejects.toThrow(
          '示された中から',
        )
        await expect(
          decideProposal(section, row, c.charter, { ...decision, decided_on: '2026-11-26' }),
        ).rejects.toThrow('今日までの日')
      })
    }),
  )

  test(
    'letters are numbered without gaps; a deferred proposal can be decided again and both decisions are kept',
    inCity(async (c) => {
      await c.run(async (db) => {
        const charter = { ...c.charter, programmes: c.charter.programmes.map((one) => ({ ...one, decisions: [] })) }
        const section = await c.act(db, 'section')
        const row = await aProposal(c, db, 'under_review')
        await decideProposal(section, row, charter, { ...decision, decision: 'deferred' })
        const deferred = (await findProposalById(db, row.id))!
        await expect(releaseProposal(section, deferred, c.charter, { summary: 'x', keys: [] })).rejects.toThrow(
          Forbidden,
        )
        await resumeReview(section, deferred)
        await decideProposal(section, (await findProposalById(db, row.id))!, charter, decision)
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
        await decideProposal(await c.act(db, 'section'), under, c.charter, { ...decision, released_on: '2026-12-01' })
        return (await findProposalById(db, under.id))!
      })
      const release = (now: string) =>
        c.run(async (db) =>
          releaseProposal({ ...(await c.act(db, 'section')), now: new Date(now) }, row, c.charter, {
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
    'released, it is found by search; withheld, it is gone everywhere',
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
        withholdProposal(await c.act(db, 'section'), row, { reason: '個人の名前が入っていたため。' }),
      )
      expect(await found()).toEqual([])
      expect(await c.doors.public.run((db) => db.selectFrom('published.proposals').select('id').execute())).toEqual([])
    }),
  )
})

describe('the record', () => {
  test(
    'tells the whole way, each act once, with who and for whom; and never a word of the talks',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'decided', { released: true }))
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'proposal', id: row.id }]))
      expect(entries.map((entry) => entry.kind)).toEqual(
        [
          'started',
          'submitted',
          'accepted',
          'talks-opened',
          'message-written',
          'review-began',
          'decided',
          'released',
        ].map((kind) => `proposal.${kind}`),
      )
      expect(entries[1]).toMatchObject({
        party_id: c.parties.first!.id,
        names: { actor: '佐藤 花子', party: 'NPO法人 みどりの架け橋' },
        payload: { number: 1, again: false },
      })
      expect(JSON.stringify(entries)).not.toContain('一度お会いして')
    }),
  )
})

describe('what waits', () => {
  test(
    'for each person is what they can do next, and for nobody else',
    inCity(async (c) => {
      const waiting = (person: string) =>
        c.run(async (db) => (await waitingFor(await c.act(db, person), city)).map(({ kind }) => kind))
      const expected: [Parameters<typeof aProposal>[2], Record<string, string[]>][] = [
        ['draft', { secretary: ['下書きの続きを書く'], section: [], officer: [] }],
        ['submitted', { secretary: [], section: ['受理するか、補正を求める'], officer: [] }],
        ['returned', { secretary: ['補正する'], section: [] }],
        ['accepted', { section: ['話し合いを始める'], officer: ['話し合いを始める'] }],
        ['in_talks', { secretary: ['市からのメッセージに答える'], officer: [] }],
        ['under_review', { section: ['決定する'], officer: [], secretary: [] }],
        ['decided', { section: ['公表する'], secretary: [] }],
      ]
      for (const [state, people] of expected) {
        const row = await c.run((db) => aProposal(c, db, state))
        for (const [person, kinds] of Object.entries(people))
          expect([state, person, await waiting(person)]).toEqual([state, person, kinds])
        await c.run((db) =>
          db
            .updateTable('proposals')
            .set({ state: 'withdrawn', published_at: null })
            .where('id', '=', row.id)
            .execute(),
        )
      }
      expect(await waiting('stranger')).toEqual([])
    }),
  )

  test(
    'as whom each does it is their own party or office; whose proposal it is stands beside',
    inCity(async (c) => {
      const first = c.parties.first!.name
      const office = c.parties['department-office']!.name
      const of = async (person: string) =>
        (await c.run(async (db) => waitingFor(await c.act(db, person), city))).map((one) => [one.who, one.of])
      const row = await c.run((db) => aProposal(c, db, 'accepted'))
      expect(await of('officer')).toEqual([[office, first]])
      expect(await of('section')).toEqual([['協働の担当課', first]])
      await c.run((db) => db.updateTable('proposals').set({ state: 'returned' }).where('id', '=', row.id).execute())
      expect(await of('secretary')).toEqual([[first, undefined]])
      await c.run((db) => db.updateTable('proposals').set({ channel: 'paper' }).where('id', '=', row.id).execute())
      expect(await of('section')).toEqual([['協働の担当課', `${first}に代わって入力`]])
    }),
  )
})
