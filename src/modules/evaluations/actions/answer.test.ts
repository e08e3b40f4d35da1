import { expect, test } from 'vitest'
import { answerOfCity, halfway } from '../../../../test/evaluations.ts'
import { anAnswer, answerers, aRound, decide, opened } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf, verifyCity } from '../../../platform/record/index.ts'
import { closeEvaluation, findRound, giveAnswer, listOpenedAnswers, noteTalk, type Round } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

/** One side of the round answers, as whoever answers for it in the cast. */
function answerAs(c: CityWorld, round: Round, at: 0 | 1, place = 0) {
  const seat = round.seats[at]!
  const answers = anAnswer(c.charter, seat.side, place, `${seat.name}のことば`)
  return c.run(async (db) => giveAnswer(await c.act(db, answerers[at]), round, { seat: seat.id, answers }))
}

const kindsOf = (c: CityWorld, round: Round) =>
  c.run(async (db) => (await entriesOf(db, [{ kind: 'evaluation', id: round.id }])).map(({ kind }) => kind))

test('values come from the charter’s scale, whatever a form sends beside the mark', () =>
  w.inCity('iruma', async (c) => {
    const { round } = await c.run((db) => aRound(c, db))
    const cheat = anAnswer(c.charter, round.seats[0]!.side, 0, 'x').map((one) => ({ ...one, value: 99 }))
    await c.run(async (db) =>
      giveAnswer(await c.act(db, 'secretary'), round, { seat: round.seats[0]!.id, answers: cheat }),
    )
    await answerAs(c, round, 1, -1)
    const values = (await c.run((db) => listOpenedAnswers(db, round.id))).flatMap(({ value }) => value ?? [])
    expect(new Set(values)).toEqual(new Set([1, 5]))
  }))

test('questions nobody asked of this side are not kept', () =>
  w.inCity('iruma', async (c) => {
    const { round } = await c.run((db) => aRound(c, db))
    const answers = [
      ...anAnswer(c.charter, round.seats[0]!.side, 0, 'x'),
      { phase: 'planning', question: 'made-up', mark: '5', value: 5, words: 'x' },
    ]
    await c.run(async (db) => giveAnswer(await c.act(db, 'secretary'), round, { seat: round.seats[0]!.id, answers }))
    await answerAs(c, round, 1)
    const kept = await c.run((db) => listOpenedAnswers(db, round.id))
    expect(kept.map(({ question }) => question)).not.toContain('made-up')
  }))

test('a side may put its answer right until the other has come; the last version counts', () =>
  w.inCity('iruma', async (c) => {
    const { round } = await c.run((db) => aRound(c, db))
    await answerAs(c, round, 0, 0)
    await answerAs(c, round, 0, -1)
    await answerAs(c, round, 1, -1)
    expect(await kindsOf(c, round)).toEqual([
      'evaluation.begun',
      'evaluation.answered',
      'evaluation.answer-revised',
      'evaluation.answered',
      'evaluation.opened',
    ])
    await expect(answerAs(c, round, 0, 0)).rejects.toThrow('開かれたあとは、変えられません')
  }))

test('whoever comes after the opening is told what becomes of a late answer, before and after sending it', () =>
  w.inCity('iruma', async (c) => {
    const { at, project } = await halfway(c, 'iruma')
    const told = 'メールでお知らせします'
    expect((await c.as('officer').get(urls.answer(at))).says).toContain(told)
    c.at(new Date('2027-06-01T01:00:00Z'))
    await c.run(async (db) => {
      const round = (await findRound(db, project.id, 2026))!
      await closeEvaluation(await c.act(db, 'section'), round, { reason: '' })
    })
    for (const [person, page] of [
      ['officer', urls.answer(at)],
      ['section', urls.paperAnswer(at)],
    ] as const) {
      const { says } = await c.as(person).get(page)
      for (const untrue of [told, '同時に開かれ', 'だれにも', '直せます']) expect(says, person).not.toContain(untrue)
      for (const so of ['すでに開かれています', '数えることには使いません', '直せません'])
        expect(says, person).toContain(so)
    }
    const officer = c.as('officer')
    const sent = await officer.fill(urls.answer(at), answerOfCity(c), 'send')
    expect((await officer.follow(sent)).says).toContain('締切後に届いたものとして受け付けました')
    expect((await officer.get(urls.answer(at))).status).toBe(409)
  }))

test('the chain of the record stays whole over a year of it', () =>
  w.inCity('iruma', async (c) => {
    const { project, round } = await c.run((db) => opened(c, db))
    await c.run(async (db) => {
      const act = await c.act(db, 'section')
      const talk = { talked_on: '2026-11-20', people: '双方', agreed: '続けます。', notes: {} }
      await noteTalk(act, round, talk)
      await decide(c, db, (await findRound(db, project.id, 2026))!)
    })
    expect(await c.run((db) => verifyCity(db))).toMatchObject({ doubts: [] })
  }))
