import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aDraft, aProposal, openFor, second } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import type { Act, Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/index.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { Conflict, Forbidden, Refusal } from '../../platform/refusals.ts'
import {
  acceptProposal,
  annulDecision,
  decideProposal,
  declineProposal,
  openTalks,
  resumeReview,
  returnProposal,
  reviseProposal,
  sendToReview,
  submitProposal,
  withdrawProposal,
} from './actions/index.ts'
import { lifecycle, type ProposalVerb } from './lifecycle.ts'
import { findProposalById } from './queries/one.ts'
import type { Proposal } from './tables.ts'

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

/** Every verb as a function of the person who tries it; under four eyes the other officer confirms. */
const verbs: Record<ProposalVerb, (act: Act, row: Proposal, other: Actor) => Promise<unknown>> = {
  submit: (act, row) => submitProposal(act, row, { received_on: null }),
  return: (act, row) => returnProposal(act, row, { return_note: '収支を確かめてください。', return_by: null }),
  accept: (act, row) => acceptProposal(act, row, { department_id: '' }),
  openTalks: (act, row) => openTalks(act, row, { text: '' }),
  revise: (act, row) =>
    reviseProposal(act, row, { title: row.title, theme: '', answers: row.contents, files: {}, remove: [] }),
  review: (act, row) => sendToReview(act, row),
  decide: (act, row, other) => decideProposal.byTwo(act, other, row, decision),
  annul: (act, row, other) => annulDecision.byTwo(act, other, row, { reason: '審査会の結果を取り違えたため。' }),
  resume: (act, row) => resumeReview(act, row),
  withdraw: (act, row) => withdrawProposal(act, row, { reason: '' }),
  decline: (act, row) => declineProposal(act, row, { reason: '都合により' }),
}

describe('who may not', () => {
  const refused: Record<string, ProposalVerb[]> = {
    stranger: Object.keys(verbs) as ProposalVerb[],
    neighbour: Object.keys(verbs) as ProposalVerb[],
    secretary: ['return', 'accept', 'openTalks', 'review', 'decide', 'annul', 'resume'],
    section: ['submit', 'revise', 'withdraw', 'decline'],
    officer: ['submit', 'return', 'accept', 'revise', 'decide', 'annul', 'resume', 'withdraw', 'decline'],
  }
  for (const [person, list] of Object.entries(refused)) {
    test(
      `${person} is refused ${list.join(', ')} and leaves nothing behind`,
      inCity(async (c) => {
        await c.run(async (db) => {
          const row = await aProposal(c, db, 'in_talks')
          const before = await kinds(db, row.id)
          const other = await second(c, db)
          for (const verb of list)
            await expect(verbs[verb](await c.act(db, person), row, other), verb).rejects.toThrow(Forbidden)
          expect(await findProposalById(db, row.id)).toEqual(row)
          expect(await kinds(db, row.id)).toEqual(before)
        })
      }),
    )
  }
})

describe('when no one may', () => {
  test(
    'a verb that does not begin in the present state is a conflict that names the state',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'submitted')
        const [secretary, section] = [await c.act(db, 'secretary'), await c.act(db, 'section')]
        const other = await second(c, db)
        for (const verb of ['submit', 'revise', 'decline'] as const)
          await expect(verbs[verb](secretary, row, other), verb).rejects.toThrow(Conflict)
        for (const verb of ['openTalks', 'review', 'decide', 'annul', 'resume'] as const)
          await expect(verbs[verb](section, row, other), verb).rejects.toThrow('提出済み')
      })
    }),
  )

  test(
    'of two officers at once, the second gets a conflict and nothing happens twice',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'submitted')
        const section = await c.act(db, 'section')
        await acceptProposal(section, row, { department_id: '' })
        await expect(returnProposal(section, row, { return_note: 'x', return_by: null })).rejects.toThrow(
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
            const other = await second(c, db)
            for (const verb of list) {
              const row = (await findProposalById(db, draft.id))!
              const who = ['submit', 'revise', 'withdraw', 'decline'].includes(verb) ? 'secretary' : 'section'
              const done = await verbs[verb](await c.act(db, who), row, other).then(
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

describe('the record', () => {
  test(
    'has every act once, with the person and the party, and never a message of the talks',
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
          'act-prepared',
          'decided',
          'act-prepared',
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
