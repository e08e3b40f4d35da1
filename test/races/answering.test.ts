import { describe, expect, test } from 'vitest'
import {
  annulFuture,
  closeEvaluation,
  decideFuture,
  findRound,
  futureOf,
  giveAnswer,
  listOpenedAnswers,
  noteTalk,
  type Round,
} from '../../src/modules/evaluations/index.ts'
import { findProjectById } from '../../src/modules/projects/index.ts'
import { entriesOf, verifyCity } from '../../src/platform/record/index.ts'
import { Refusal } from '../../src/platform/refusals.ts'
import { aDecision, anAnswer, anEntry, answerers, aRound, decidedProject, enterOne, opened } from '../projects.ts'
import { type CityWorld, useWorld } from '../world.ts'

const w = useWorld({ alone: true })

/** One side of the round answers, by its person of the cast. */
function answerAs(c: CityWorld, round: Round, at: 0 | 1, place = 0) {
  const seat = round.seats[at]!
  const answers = anAnswer(c.charter, seat.side, place, `${seat.name}のことば`)
  return c.run(async (db) => giveAnswer(await c.act(db, answerers[at]), round, { seat: seat.id, answers }))
}

const kindsOf = (c: CityWorld, round: Round) =>
  c.run(async (db) => (await entriesOf(db, [{ kind: 'evaluation', id: round.id }])).map(({ kind }) => kind))

async function ended<T>(work: Promise<T>[]) {
  const all = await Promise.allSettled(work)
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  return {
    done: all.filter(({ status }) => status === 'fulfilled').length,
    refused: all.filter(({ status }) => status === 'rejected').length,
  }
}

describe('at once', () => {
  test('two last answers open the evaluation exactly once, and both are in it', () =>
    w.onRealConnections('iruma', async (c) => {
      for (let turn = 0; turn < 10; turn++) {
        const { round } = await c.run((db) => aRound(c, db))
        const { refused } = await ended([answerAs(c, round, 0, 0), answerAs(c, round, 1, -1)])
        expect(refused).toBe(0)
        const kinds = await kindsOf(c, round)
        expect(kinds.filter((kind) => kind === 'evaluation.opened')).toHaveLength(1)
        const after = await c.run((db) => findRound(db, round.project_id, 2026))
        expect(after!.state).toBe('opened')
        const seats = new Set((await c.run((db) => listOpenedAnswers(db, round.id))).map(({ seat_id }) => seat_id))
        expect(seats.size).toBe(2)
      }
      expect(await c.run((db) => verifyCity(db))).toMatchObject({ doubts: [] })
    }))

  test('of fifty presses of the last answer one opens it, the others are told that it is open', () =>
    w.onRealConnections('iruma', async (c) => {
      const { round } = await c.run((db) => aRound(c, db))
      await answerAs(c, round, 0)
      const { done, refused } = await ended(Array.from({ length: 50 }, () => answerAs(c, round, 1, -1)))
      expect([done, refused]).toEqual([1, 49])
      expect((await kindsOf(c, round)).filter((kind) => kind === 'evaluation.opened')).toHaveLength(1)
    }))

  // In a city of its own: no record goes back behind the day on which these rounds are closed.
  test('closing and the last answer in one moment: it opens once, and the answer is counted or late, never lost', () =>
    w.onRealConnections('kawaguchi', async (c) => {
      const rounds: Round[] = []
      for (let turn = 0; turn < 10; turn++) {
        const { round } = await c.run((db) => aRound(c, db))
        await answerAs(c, round, 0)
        rounds.push(round)
      }
      c.at(new Date('2027-06-01T01:00:00Z'))
      for (const round of rounds) {
        const close = c.run(async (db) => closeEvaluation(await c.act(db, 'section'), round, { reason: '' }))
        await ended([close, answerAs(c, round, 1, -1)])
        const after = (await c.run((db) => findRound(db, round.project_id, 2026)))!
        const kinds = (await kindsOf(c, round)).filter(
          (kind) => kind === 'evaluation.opened' || kind === 'evaluation.closed',
        )
        expect(kinds).toHaveLength(1)
        expect(after.seats[1]!.answered_at).not.toBeNull()
        expect(after.seats[1]!.late).toBe(kinds[0] === 'evaluation.closed')
      }
    }))

  test('of fifty decisions one stands', () =>
    w.onRealConnections('iruma', async (c) => {
      const { project, round } = await c.run((db) => opened(c, db))
      const talk = { talked_on: '2026-11-20', people: '双方', agreed: '続けます。', notes: {} }
      await c.run(async (db) => noteTalk(await c.act(db, 'section'), round, talk))
      const decide = (turn: number) =>
        c.run(async (db) => {
          const decision = aDecision({ decision: turn % 2 ? 'continue' : 'end', reasons: `${turn}` })
          const { actor } = await c.act(db, 'clerk')
          const one = futureOf((await findRound(db, project.id, 2026))!)
          return decideFuture.byTwo(await c.act(db, 'section'), actor, one, decision)
        })
      const { done } = await ended(Array.from({ length: 50 }, (_, turn) => decide(turn)))
      expect(done).toBe(1)
    }))

  test('an annulment and the next year in one moment: one of them stands, and the other is refused', () =>
    w.onRealConnections('iruma', async (c) => {
      for (let turn = 0; turn < 10; turn++) {
        const { project } = await decidedProject(c)
        const year = { starts_on: '2027-04-01', ends_on: '2028-03-31', fiscal_years: [2027] }
        const next = c.run(async (db) =>
          enterOne(await c.act(db, 'section'), anEntry(c, { previous_id: project.id, ...year })),
        )
        const annul = c.run(async (db) => {
          const { actor } = await c.act(db, 'clerk')
          const one = futureOf((await findRound(db, project.id, 2026))!)
          return annulFuture.byTwo(await c.act(db, 'section'), actor, one, { reason: '取り違えたため。' })
        })
        const { done, refused } = await ended<unknown>([next, annul])
        expect([done, refused]).toEqual([1, 1])
        const after = (await c.run((db) => findProjectById(db, project.id)))!
        expect(after.state).toBe(after.next ? 'decided' : 'evaluated')
      }
    }))
})
