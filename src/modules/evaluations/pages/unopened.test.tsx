import { describe, expect, test } from 'vitest'
import { answerOfCity, halfway, SECRET } from '../../../../test/evaluations.ts'
import { addressOf, aRound, opened, typedAnswer } from '../../../../test/projects.ts'
import { runTimedFor, workFor } from '../../../../test/work.ts'
import { useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { urls as admin } from '../../admin/urls.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { judge } from '../../principles/index.ts'
import { urls as principles } from '../../principles/urls.ts'
import { findProjectById } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { urls as register } from '../../register/urls.ts'
import { evaluations } from '../index.ts'
import { remindSeats } from '../jobs.ts'
import { listOpenedAnswers } from '../queries/one.ts'
import { urls } from '../urls.ts'

const w = useWorld()

const everybody = ['section', 'clerk', 'administrator', 'officer', 'signatory', 'neighbour', 'stranger', 'nobody']

const past = new Date('2027-02-01T01:00:00Z')

describe('before all are in', () => {
  test(
    'nobody but the side itself reads a word of it, on any page, list, feed, download or sheet',
    () =>
      w.inCity('iruma', async (c) => {
        const { at } = await halfway(c, 'iruma')
        const here = { city: 'iruma' }
        const pages = [
          ...[
            urls.show,
            urls.answer,
            urls.paperAnswer,
            urls.closing,
            urls.extension,
            urls.jointTalk,
            urls.decision,
            urls.consent,
            urls.release,
          ].map((page) => page(at)),
          urls.list(here),
          urls.sheet(at),
          projects.show(at),
          principles.show(at),
          inbox.mine(here),
          admin.record(here),
          admin.mailbox(here),
          register.projects(here, { q: SECRET }),
          register.projectsCsv(here),
          register.projectsJson(here),
          register.feed(here),
          register.front(here),
        ]
        for (const one of everybody)
          for (const page of pages) {
            const answer = await c.as(one).get(page)
            // The page repeats the search term in the search field; it may appear nowhere else.
            expect(answer.text.replaceAll(`value="${SECRET}"`, ''), `${one} ${page}`).not.toContain(SECRET)
            expect(answer.status, `${one} ${page}`).toBeLessThan(500)
          }
        expect((await c.as('secretary').get(urls.answer(at))).text).toContain(SECRET)
        expect((await c.as('representative').get(urls.answer(at))).text).toContain(SECRET)
      }),
    60_000,
  )

  test('no statement of the application reads an answer, whatever it asks; not even who searches the tables', () =>
    w.inCity('iruma', async (c) => {
      const { round } = await halfway(c, 'iruma')
      const rows = await c.run((db) => db.selectFrom('evaluation_answers').selectAll().execute())
      expect(rows).toEqual([])
      expect(await c.run((db) => listOpenedAnswers(db, round.id))).toEqual([])
    }))

  test('the record, the mails and the notes on the project hold that it was answered, and nothing of what', () =>
    w.inCity('iruma', async (c) => {
      const { round, project } = await halfway(c, 'iruma')
      await workFor(c, evaluations)
      const told = await c.run(async (db) => ({
        entries: await entriesOf(db, [
          { kind: 'evaluation', id: round.id },
          { kind: 'project', id: project.id },
        ]),
        mails: await db.selectFrom('mails').select(['subject', 'body']).execute(),
        facts: await db.selectFrom('project_evaluations').selectAll().execute(),
        search: await db.selectFrom('published.search').selectAll().execute(),
        outbox: await db.selectFrom('outbox').selectAll().execute(),
        seats: await db.selectFrom('evaluation_seats').selectAll().execute(),
      }))
      expect(told.entries.map(({ kind }) => kind)).toContain('evaluation.answered')
      expect(told.mails.length).toBeGreaterThan(0)
      expect(JSON.stringify(told)).not.toContain(SECRET)
      expect(told.facts[0]).toMatchObject({ answered: 1, opened_on: null })
    }))

  test('the inbox of the side that is missing says what waits, and no longer that of the other', () =>
    w.inCity('iruma', async (c) => {
      await halfway(c, 'iruma')
      const waits = (one: string) =>
        c.run(async (db) => (await evaluations.inbox!(await c.act(db, one), 'iruma')).map(({ kind }) => kind))
      expect(await waits('officer')).toContain('評価に回答する')
      expect(await waits('secretary')).not.toContain('評価に回答する')
      expect(await waits('stranger')).toEqual([])
    }))

  test('an unfinished answer is kept for its side alone, and says what is still to be written when it is sent', () =>
    w.inCity('iruma', async (c) => {
      const { project, round } = await c.run((db) => aRound(c, db))
      const at = addressOf('iruma', project)
      const [first] = Object.entries(typedAnswer(c.charter, round.seats[0]!.side, 0, SECRET)).filter(([field]) =>
        field.endsWith('.words'),
      )
      const saved = await c.as('secretary').fill(urls.answer(at), Object.fromEntries([first!]), 'save')
      expect(saved.status).toBe(303)
      expect((await c.as('secretary').get(urls.answer(at))).text).toContain(SECRET)
      expect((await c.as('officer').get(urls.answer(at))).text).not.toContain(SECRET)
      const sent = await c.as('secretary').fill(urls.answer(at), {}, 'send')
      expect(sent.status).toBe(422)
      expect(Object.values(sent.errors).join()).toContain('評価を選んでください')
      expect(sent.text).toContain(SECRET)
    }))

  test('whoever has no side in it cannot answer', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      expect((await c.as('stranger').get(urls.answer(at))).status).toBe(404)
      expect((await c.as('clerk').get(urls.closing(at))).status).toBe(409)
      expect((await c.as('administrator').get(urls.closing(at))).status).toBe(403)
    }))
})

describe('when all are in', () => {
  test('the last answer opens all, to all who take part, with the largest difference first', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      const last = await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'send')
      expect(last.status, last.says).toBe(303)
      for (const one of ['secretary', 'officer', 'section']) {
        const page = await c.as(one).get(urls.show(at))
        expect(page.says, one).toContain(SECRET)
        expect(page.says, one).toContain('市のことば')
        expect(page.says, one).toContain('差 4')
      }
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
      expect((await c.as('nobody').get(projects.show(at))).text).not.toContain(SECRET)
      const changed = await c.as('secretary').get(urls.answer(at))
      expect(changed.status).toBe(409)
      expect(changed.says).toContain('開かれたあとは、変えられません')
    }))

  test('the project is an evaluated one, and its principles say so', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      expect(project.state).toBe('evaluated')
      const evaluation = judge(c.charter, project).find(({ principle }) => principle.evidence.includes('evaluation'))!
      expect(evaluation.shown.at(-1)!.because).toContain('これからです')
    }))
})

describe('at the deadline', () => {
  test('the section closes; the missing side is shown as missing; what comes late is kept, marked and not counted', () =>
    w.inCity('iruma', async (c) => {
      const { at, project } = await halfway(c, 'iruma')
      expect((await c.as('section').get(urls.closing(at))).says).toContain('期日')
      c.at(past)
      expect((await c.as('secretary').get(urls.closing(at))).status).toBe(403)
      const closed = await c.as('section').fill(urls.closing(at), { reason: '二度お願いしました。' })
      expect(closed.status, closed.says).toBe(303)
      const page = await c.as('secretary').get(urls.show(at))
      expect(page.says).toContain('そろわないまま')
      expect(page.says).toContain('回答がありませんでした')
      const late = await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'send')
      expect(late.status, late.says).toBe(303)
      const after = await c.as('secretary').get(urls.show(at))
      expect(after.says).toContain('締切後に届きました（数えていません）')
      expect(after.says).not.toContain('差 4')
      const facts = await c.run((db) => findProjectById(db, project.id))
      expect(facts!.evaluations[0]).toMatchObject({ answered: 1, awaited: 2, closed_at_deadline: true })
    }))

  test('more time is given with a reason, and everyone is asked again', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      const sent = await c
        .as('section')
        .fill(urls.extension(at), { due_on: '令和9年3月31日', reason: '担当が代わったため' })
      expect(sent.status).toBe(303)
      expect((await c.as('secretary').get(urls.show(at))).says).toContain('令和9年3月31日')
      const sooner = await c.as('section').fill(urls.extension(at), { due_on: '令和8年12月1日', reason: '急ぐため' })
      expect(sooner.errors.due_on).toContain('いまの期日より後')
    }))

  test('a week before, whoever has not answered is reminded once, without a word of any answer', () =>
    w.inCity('iruma', async (c) => {
      const { project, round } = await halfway(c, 'iruma')
      c.at(new Date(`${round.due_on}T00:00:00Z`))
      const mails = () => c.run((db) => db.selectFrom('mails').select(['to_address', 'body']).execute())
      const before = (await mails()).length
      await runTimedFor(c, remindSeats)
      const after = await mails()
      expect(after.length).toBeGreaterThan(before)
      expect(JSON.stringify(after)).not.toContain(SECRET)
      await runTimedFor(c, remindSeats)
      expect((await mails()).length).toBe(after.length)
      expect(project.title).toBeTruthy()
    }))
})
